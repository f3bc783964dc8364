package org.benchconnect.engine.rfb;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.BooleanSupplier;
import org.benchconnect.core.feature.Privilege;
import org.benchconnect.core.session.FileToTransfer.Direction;
import org.benchconnect.engine.rfb.desktop.Desktop;
import org.benchconnect.engine.rfb.desktop.DesktopException;
import org.benchconnect.engine.rfb.filter.ClientMessage;
import org.benchconnect.engine.rfb.filter.Encodings;
import org.benchconnect.engine.rfb.filter.PixelFormat;
import org.benchconnect.engine.rfb.filter.RfbViolationException;
import org.benchconnect.engine.rfb.filter.Screen;
import org.benchconnect.engine.rfb.filter.ServerFilter;
import org.benchconnect.engine.rfb.filter.ServerMessage;
import org.benchconnect.engine.rfb.filter.StreamCutException;
import org.benchconnect.engine.rfb.filter.ViewerDeeds;
import org.benchconnect.engine.rfb.filter.ViewerFilter;
import org.jspecify.annotations.Nullable;

/**
 * One RFB stream, from a lease to see the screen to its end. The viewer's stream goes on while the connection to the desktop server is cut and made anew: that is how input is frozen, the picture
 * blanked and control taken away, so that not even what is half written passes. {@link #run} has a thread of its own; {@link #accept} is for the one that receives; all else is for any.
 */
final class PictureStream implements ViewerDeeds {
    private final Desktop desktop;
    private final Outbox outbox;
    private final Permissions permissions;
    private final Pressed pressed;
    private final Runnable active;
    private final ViewerFilter viewer = new ViewerFilter(this);
    /** The viewer waits for the size; false: it is over. */
    private final CompletableFuture<Boolean> asked = new CompletableFuture<>();
    /** Held while words are written that both threads write; never by who cuts. */
    private final Object words = new Object();

    private volatile @Nullable Live live;
    private volatile PixelFormat format = PixelFormat.USUAL;
    private volatile Encodings encodings = Encodings.NONE;
    private volatile boolean requested;
    private volatile boolean frozen;
    private volatile boolean over;
    private boolean blank; // the last that the viewer was painted is black; only the thread that serves
    private final AtomicBoolean ended = new AtomicBoolean();

    /** The connection to the server now, and what reads it. */
    private record Live(ServerConnection server, ServerFilter filter) {}

    PictureStream(
            Desktop desktop, Outbox outbox, Permissions permissions, Pressed pressed, boolean frozen, Runnable active) {
        this.desktop = desktop;
        this.outbox = outbox;
        this.permissions = permissions;
        this.pressed = pressed;
        this.frozen = frozen;
        this.active = active;
    }

    /** What the viewer sent. */
    void accept(ByteBuffer bytes) throws RfbViolationException, IOException {
        try {
            if (!over) {
                viewer.accept(bytes);
            }
        } catch (StreamCutException e) {
            return; // over meanwhile
        }
    }

    /** Serves until {@link #end}. */
    void run() throws DesktopException, RfbViolationException, IOException {
        try {
            toViewer(ViewerFilter.greeting());
            asked.join();
            Screen told = null;
            while (!over) {
                told = serve(told);
            }
        } catch (StreamCutException e) {
            return; // over
        } finally {
            end();
        }
    }

    /** One connection to the server, until it is cut. */
    private Screen serve(@Nullable Screen told)
            throws DesktopException, RfbViolationException, IOException, StreamCutException {
        Desktop.Connected connected = desktop.connect();
        ServerConnection server = new ServerConnection(connected);
        ServerFilter reading = reading(server, connected);
        try {
            Release.of(pressed, server);
            tellSize(told, connected.screen());
            if (begin(server, reading) && told != null && !blank) { // frozen after what was cut had been made whole
                blank = true;
                reading.complete(true, this::toViewer);
            }
            while (true) {
                reading.message();
            }
        } catch (StreamCutException | IOException e) {
            if (!over && !server.isCut() && permissions.allow(Privilege.VIEW_SCREEN)) {
                throw e instanceof IOException broken ? broken : new IOException("the picture was cut", e);
            }
            blank = frozen;
            reading.complete(blank, this::toViewer);
            return reading.told();
        } finally {
            server.cut();
        }
    }

    private ServerFilter reading(ServerConnection server, Desktop.Connected connected) {
        return new ServerFilter(
                connected.in(),
                (bytes, length) -> pass(bytes, length, () -> !over && !server.isCut()),
                format,
                encodings,
                connected.screen(),
                () -> permissions.allowText(Direction.OUT) && !frozen);
    }

    /**
     * The lease is asked here, outside of the outbox's lock, since the answer may be its end, which calls others; what closes the gate meanwhile is looked at within it.
     */
    private void pass(byte[] bytes, int length, BooleanSupplier open) throws StreamCutException {
        if (!permissions.allow(Privilege.VIEW_SCREEN)) {
            throw new StreamCutException();
        }
        outbox.picture(bytes, length, open);
    }

    private void toViewer(byte[] bytes) throws StreamCutException {
        toViewer(bytes, bytes.length);
    }

    /** Not a picture: words of the handshake, blackness. */
    private void toViewer(byte[] bytes, int length) throws StreamCutException {
        pass(bytes, length, () -> !over);
    }

    private void tellSize(@Nullable Screen told, Screen now) throws StreamCutException, IOException {
        if (told == null) {
            viewer.begun(); // first: its answer may be here before the next line is reached
            toViewer(ServerMessage.init(now));
        } else if (!told.equals(now)) {
            Optional<byte[]> size = ServerMessage.size(now, encodings);
            toViewer(size.orElseThrow(() -> new IOException("the viewer cannot be told the new size")));
        }
    }

    /**
     * What the viewer said before goes to the new connection before anything that it says now; updates begin anew with the whole picture.
     *
     * @return whether it is frozen, and nothing was asked for
     */
    private boolean begin(ServerConnection server, ServerFilter reading) throws IOException {
        synchronized (words) {
            reading.format(format);
            reading.negotiated(encodings);
            live = new Live(server, reading);
            if (over) { // looked at after it was published: who ends it cuts what is published
                server.cut();
            }
            server.write(ClientMessage.pixelFormat(format));
            server.write(encodings.message());
            boolean still = frozen; // who freezes after this look cuts the connection
            if (requested && !still) {
                reading.requested();
                server.write(ClientMessage.updateRequest(false, 0, 0, 0xFFFF, 0xFFFF));
            }
            return still;
        }
    }

    /**
     * In force when this returns: the connection through which input and picture went is cut. Frozen, the viewer's picture is painted black and nothing is asked for; thawed, the whole picture
     * is. Never waits.
     */
    void freeze(boolean now) {
        if (frozen != now) {
            frozen = now;
            renew();
        }
    }

    /** Cuts the connection to the server; another is made, which releases what is held down. Never waits, takes no lock that anybody writes under. */
    void renew() {
        Live cut = live;
        if (cut != null) {
            outbox.closing(cut.server()::cut);
        }
    }

    /** Nothing passes any more. Never waits, never fails. Only the first time: what waits to be sent later may be the next stream's. */
    void end() {
        over = true;
        if (ended.getAndSet(true)) {
            return;
        }
        renew();
        asked.complete(false);
        outbox.dropPictures();
    }

    @Override
    public void reply(byte[] bytes) throws StreamCutException {
        toViewer(bytes);
    }

    @Override
    public void begin() {
        asked.complete(true);
    }

    @Override
    public void pixelFormat(PixelFormat now) throws IOException {
        synchronized (words) {
            format = now;
            Live to = live;
            if (to != null) {
                to.filter().format(now);
                to.server().write(ClientMessage.pixelFormat(now));
            }
        }
    }

    @Override
    public void encodings(Encodings now) throws IOException {
        synchronized (words) {
            encodings = now;
            Live to = live;
            if (to != null) {
                to.filter().negotiated(now);
                to.server().write(now.message());
            }
        }
    }

    @Override
    public void updateRequest(boolean incremental, int x, int y, int width, int height) throws IOException {
        synchronized (words) {
            requested = true;
            Live to = live;
            if (to != null && !frozen && permissions.allow(Privilege.VIEW_SCREEN)) {
                to.filter().requested();
                to.server().write(ClientMessage.updateRequest(incremental, x, y, width, height));
            }
        }
    }

    /** Where input goes now, if it may. Who takes the permission away afterwards cuts that connection. */
    private @Nullable ServerConnection input() {
        Live to = live;
        return to == null || frozen || over || !permissions.allow(Privilege.CONTROL_INPUT) ? null : to.server();
    }

    @Override
    public void key(boolean down, int keysym) throws IOException {
        active.run();
        ServerConnection server = input();
        if (server != null && (!down || pressed.key(true, keysym))) {
            boolean passed = server.write(ClientMessage.key(down, keysym));
            if (passed && !down) { // one that was cut off is still down
                pressed.key(false, keysym);
            }
        }
    }

    @Override
    public void pointer(int buttons, int x, int y) throws IOException {
        active.run();
        ServerConnection server = input();
        if (server != null) {
            pressed.pointer(buttons, x, y);
            if (server.write(ClientMessage.pointer(buttons, x, y))) {
                pressed.passed(buttons);
            }
        }
    }

    @Override
    public boolean takesClipboard() {
        return !frozen && permissions.allowText(Direction.IN);
    }

    @Override
    public void clipboard(byte[] latin1) throws IOException {
        Live to = live;
        if (to != null && takesClipboard()) {
            active.run();
            to.server().write(ClientMessage.cutText(latin1));
        }
    }
}
