package org.benchconnect.engine.rfb.filter;

import static org.benchconnect.engine.rfb.filter.ClientMessage.ascii;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/**
 * The viewer's direction: the handshake of RFB 3.8 with security type None, which ends here, then its messages. Bytes come in pieces of any length. Known and dropped: texts that
 * nobody asked for, ContinuousUpdates, Fence, xvp, SetDesktopSize, QEMU keys. Everything else that is not in {@link ViewerDeeds} ends the session. For one thread.
 */
public final class ViewerFilter {
    /** The longest text that passes. In bytes. */
    public static final int LONGEST_TEXT = 256 * 1024;

    /** A longer one ends the session. In bytes. */
    static final int MOST_TEXT = 16 * 1024 * 1024;

    static final byte[] VERSION = ascii("RFB 003.008\n");

    private static final int LONGEST = 8 + 16 * 255; // SetDesktopSize, the longest that is kept whole

    private enum Phase {
        VERSION,
        SECURITY,
        INIT,
        WAITS,
        MESSAGES
    }

    private final ViewerDeeds deeds;
    private final ByteBuffer kept = ByteBuffer.allocate(LONGEST);
    private volatile Phase phase = Phase.VERSION;
    private boolean requested;
    private boolean formatted;
    private int skip;
    private byte[] text = {};
    private int texted;

    /** Says what it reads to these. */
    public ViewerFilter(ViewerDeeds deeds) {
        this.deeds = deeds;
    }

    /** The agent's first words. */
    public static byte[] greeting() {
        return VERSION.clone();
    }

    /** The viewer is told the desktop's size and name now: it may ask. Any thread. */
    public void begun() {
        phase = Phase.MESSAGES;
    }

    /**
     * Reads all of it.
     *
     * @throws RfbViolationException if it is nothing that a viewer may say; what came before it has been told
     */
    public void accept(ByteBuffer in) throws RfbViolationException, StreamCutException, IOException {
        while (in.hasRemaining()) {
            if (skip > 0 || texted < text.length) {
                body(in);
            } else {
                head(in);
            }
        }
    }

    /** Within a text. */
    private void body(ByteBuffer in) throws IOException {
        if (skip > 0) {
            int length = Math.min(skip, in.remaining());
            in.position(in.position() + length);
            skip -= length;
            return;
        }
        int length = Math.min(text.length - texted, in.remaining());
        in.get(text, texted, length);
        texted += length;
        if (texted == text.length) {
            byte[] whole = text;
            text = new byte[0];
            texted = 0;
            deeds.clipboard(whole);
        }
    }

    private void head(ByteBuffer in) throws RfbViolationException, StreamCutException, IOException {
        int wanted = wanted();
        while (kept.position() < wanted && in.hasRemaining()) {
            int length = Math.min(wanted - kept.position(), in.remaining());
            kept.put(in.slice().limit(length));
            in.position(in.position() + length);
            wanted = wanted();
        }
        if (kept.position() == wanted) {
            kept.flip();
            whole();
            kept.clear();
        }
    }

    /** How many bytes the message has, as far as what is kept tells. */
    private int wanted() throws RfbViolationException {
        return switch (phase) {
            case VERSION -> VERSION.length;
            case SECURITY, INIT -> 1;
            case WAITS -> throw new RfbViolationException("nothing before the desktop's size", "a message");
            case MESSAGES -> kept.position() == 0 ? 1 : length(kept.get(0) & 0xFF);
        };
    }

    private int length(int type) throws RfbViolationException {
        return switch (type) {
            case ClientMessage.SET_PIXEL_FORMAT -> 4 + PixelFormat.LENGTH;
            case ClientMessage.SET_ENCODINGS -> kept.position() < 4 ? 4 : 4 + 4 * encodings();
            case ClientMessage.UPDATE_REQUEST, 150 -> 10;
            case ClientMessage.KEY, ClientMessage.CUT_TEXT -> 8;
            case ClientMessage.POINTER -> 6;
            case 248 -> kept.position() < 9 ? 9 : 9 + fence();
            case 250 -> 4;
            case 251 -> kept.position() < 8 ? 8 : 8 + 16 * (kept.get(6) & 0xFF);
            case 255 -> kept.position() < 2 ? 2 : qemu();
            default -> throw new RfbViolationException("a message that is known", "type " + type);
        };
    }

    private int encodings() throws RfbViolationException {
        int count = Short.toUnsignedInt(kept.getShort(2));
        if (count > Encodings.MOST) {
            throw new RfbViolationException("at most " + Encodings.MOST + " encodings", count + "");
        }
        return count;
    }

    private int fence() throws RfbViolationException {
        int length = kept.get(8) & 0xFF;
        if (length > 64) {
            throw new RfbViolationException("a fence of at most 64 bytes", length + "");
        }
        return length;
    }

    private int qemu() throws RfbViolationException {
        if (kept.get(1) != 0) {
            throw new RfbViolationException("a message that is known", "type 255/" + (kept.get(1) & 0xFF));
        }
        return 12;
    }

    private void whole() throws RfbViolationException, StreamCutException, IOException {
        switch (phase) {
            case VERSION -> version();
            case SECURITY -> security();
            case INIT -> {
                phase = Phase.WAITS; // whatever it says of sharing
                deeds.begin();
            }
            default -> message(kept.get() & 0xFF);
        }
    }

    private void version() throws RfbViolationException, StreamCutException {
        if (!Arrays.equals(Arrays.copyOf(kept.array(), VERSION.length), VERSION)) {
            throw new RfbViolationException("version 3.8", "another");
        }
        phase = Phase.SECURITY;
        deeds.reply(new byte[] {1, 1}); // one type: None; the channel has authenticated both ends
    }

    private void security() throws RfbViolationException, StreamCutException {
        if (kept.get(0) != 1) {
            throw new RfbViolationException("security type None", "another");
        }
        phase = Phase.INIT;
        deeds.reply(new byte[4]); // SecurityResult: OK
    }

    private void message(int type) throws RfbViolationException, IOException {
        switch (type) {
            case ClientMessage.SET_PIXEL_FORMAT -> pixelFormat();
            case ClientMessage.SET_ENCODINGS -> {
                List<Integer> wanted = new ArrayList<>();
                for (kept.position(4); kept.hasRemaining(); ) {
                    wanted.add(kept.getInt());
                }
                deeds.encodings(new Encodings(wanted));
            }
            case ClientMessage.UPDATE_REQUEST -> {
                requested = true;
                deeds.updateRequest(kept.get(1) != 0, u16(2), u16(4), u16(6), u16(8));
            }
            case ClientMessage.KEY -> deeds.key(kept.get(1) != 0, kept.getInt(4));
            case ClientMessage.POINTER -> deeds.pointer(kept.get(1) & 0xFF, u16(2), u16(4));
            case ClientMessage.CUT_TEXT -> cutText(kept.getInt(4));
            default -> {
                // 150, 248, 250, 251, 255/0: known, and dropped
            }
        }
    }

    private int u16(int at) {
        return Short.toUnsignedInt(kept.getShort(at));
    }

    private void pixelFormat() throws RfbViolationException, IOException {
        if (requested || formatted) {
            throw new RfbViolationException("one pixel format, before the first request", "another");
        }
        formatted = true;
        deeds.pixelFormat(PixelFormat.read(kept.position(4)));
    }

    private void cutText(int length) throws RfbViolationException, IOException {
        if (length < 0 || length > MOST_TEXT) {
            throw new RfbViolationException("a text of at most " + MOST_TEXT + " bytes", length + "");
        }
        if (length > LONGEST_TEXT || !deeds.takesClipboard()) {
            skip = length;
        } else if (length == 0) {
            deeds.clipboard(new byte[0]);
        } else {
            text = new byte[length];
        }
    }
}
