package org.benchconnect.engine.rfb.filter;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.util.function.BooleanSupplier;

/**
 * One connection to a desktop server, in its direction: updates in the encodings that were negotiated, the bell, and a text where it may leave. Everything else ends the session. The
 * thread that reads is the only one that calls anything here but what says otherwise.
 */
public final class ServerFilter {
    private static final int UPDATE = 0;
    private static final int BELL = 2;
    private static final int CUT_TEXT = 3;

    private final ServerInput in;
    private final PictureOutput out;
    private volatile PixelFormat format;
    private final BooleanSupplier takesClipboard;
    private final Unit unit;
    private volatile Rectangles rectangles;
    private volatile boolean requested;
    private volatile Encodings encodings;

    /**
     * After the server's handshake.
     *
     * @param encodings what the viewer named so far
     * @param takesClipboard whether a text of this desktop may leave now
     */
    public ServerFilter(
            ServerInput in,
            PictureOutput out,
            PixelFormat format,
            Encodings encodings,
            Screen screen,
            BooleanSupplier takesClipboard) {
        this.in = in;
        this.out = out;
        this.format = format;
        this.encodings = encodings;
        this.takesClipboard = takesClipboard;
        this.unit = new Unit(in, out, screen);
        this.rectangles = new Rectangles(unit, format);
    }

    /** Any thread: before it is sent, and before the first request is. */
    public void format(PixelFormat now) {
        if (requested) {
            throw new IllegalStateException("the pixel format stands since the first request");
        }
        format = now;
        rectangles = new Rectangles(unit, now);
    }

    /** Any thread: before such a request is sent. Without one there is no update. */
    public void requested() {
        requested = true;
    }

    /** Any thread: before they are sent. */
    public void negotiated(Encodings more) {
        encodings = encodings.and(more);
    }

    /** How large the desktop is, as far as the viewer knows. For the thread that reads. */
    public Screen told() {
        return unit.told();
    }

    /**
     * Reads one message, and passes of it what may pass.
     *
     * @throws StreamCutException if nothing passes any more: then {@link #complete} what the viewer got of it
     */
    public void message() throws IOException, RfbViolationException, StreamCutException {
        int type = in.u8();
        switch (type) {
            case UPDATE -> update();
            case BELL -> out.pass(new byte[] {BELL}, 1);
            case CUT_TEXT -> text();
            default -> throw new RfbViolationException("a message that is known", "type " + type);
        }
    }

    private void update() throws IOException, RfbViolationException, StreamCutException {
        if (!requested) {
            throw new RfbViolationException("no update before a request", "one");
        }
        in.skip(1);
        int count = in.u16();
        unit.put(new byte[] {UPDATE, 0, (byte) (count >> 8), (byte) count});
        for (int left = count; left > 0; ) {
            left = count == Rest.OPEN && encodings.has(Encodings.LAST_RECT) ? Rest.OPEN : left - 1;
            if (!rectangles.next(encodings, left)) {
                return; // LastRect
            }
        }
        unit.mayPass(Rest.NOTHING);
    }

    private void text() throws IOException, RfbViolationException, StreamCutException {
        in.skip(3);
        int length = in.s32();
        if (length < 0 || length > ViewerFilter.MOST_TEXT) {
            throw new RfbViolationException("a text of at most " + ViewerFilter.MOST_TEXT + " bytes", length + "");
        }
        if (length > ViewerFilter.LONGEST_TEXT || !takesClipboard.getAsBoolean()) {
            in.skip(length);
            return;
        }
        ByteBuffer whole =
                ByteBuffer.allocate(8 + length).putInt(CUT_TEXT << 24).putInt(length);
        in.bytes(whole.array(), 8, length);
        if (takesClipboard.getAsBoolean()) { // the server may have taken its time
            out.pass(whole.array(), whole.capacity());
        }
    }

    /**
     * Makes whole what the viewer got in part, and blanks the picture where that is wanted.
     *
     * @param toViewer where it goes, while nothing else does
     */
    public void complete(boolean blank, PictureOutput toViewer) throws StreamCutException {
        Rest.Pieces pieces = piece -> toViewer.pass(piece, piece.length);
        unit.missing().complete(format, encodings, pieces);
        if (blank) {
            Blank.paint(unit.told(), format, encodings, pieces);
        }
    }
}
