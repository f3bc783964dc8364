package org.benchconnect.engine.rfb;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import org.benchconnect.core.feature.Privilege;
import org.benchconnect.core.session.Lease;
import org.benchconnect.engine.rfb.desktop.Desktop;
import org.benchconnect.engine.rfb.desktop.DesktopException;
import org.benchconnect.engine.rfb.filter.ClientMessage;
import org.benchconnect.engine.rfb.filter.RfbViolationException;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** What the supporter sees and does in one visit: one stream for each lease to see, and what is held down. Any thread. */
final class Pictures {
    private static final Logger LOG = LoggerFactory.getLogger(Pictures.class);
    private static final long RELEASE_SECONDS = 2;

    private final Desktop desktop;
    private final Runnable active;
    private final Runnable failed;
    private final Permissions permissions = new Permissions();
    private final Pressed pressed = new Pressed();
    private volatile @Nullable PictureStream stream;
    private final Object freezing = new Object();
    private volatile boolean frozen;
    private volatile boolean cut;

    /**
     * Nothing is seen yet.
     *
     * @param active the supporter did something
     * @param failed the desktop server is not what it has to be: the visit ends
     */
    Pictures(Desktop desktop, boolean frozen, Runnable active, Runnable failed) {
        this.desktop = desktop;
        this.frozen = frozen;
        this.active = active;
        this.failed = failed;
    }

    /** What the viewer sent; without a lease to see it is dropped unread. For the thread that receives. */
    void accept(ByteBuffer bytes) throws IOException, RfbViolationException {
        PictureStream to = stream;
        if (to != null) {
            to.accept(bytes);
        }
    }

    /** From now on what it is for passes. */
    void given(Lease lease, Outbox out) {
        permissions.add(lease);
        if (lease.request().privilege() == Privilege.VIEW_SCREEN) {
            see(lease, out);
        } else if (lease.request().privilege() == Privilege.CONTROL_INPUT
                || lease.request().privilege() == Privilege.SHARE_CLIPBOARD) {
            lease.onEnd(this::controlEnded); // a text may be half way, or wait for room
        }
    }

    private void see(Lease lease, Outbox out) {
        PictureStream begun;
        PictureStream before;
        synchronized (freezing) { // or a change between these lines would be undone
            begun = new PictureStream(desktop, out, permissions, pressed, frozen, active);
            before = stream;
            stream = begun;
        }
        if (before != null) {
            before.end();
        }
        if (cut) {
            begun.end();
        }
        OpenWay.thread("picture", () -> serve(begun));
        lease.onEnd(begun::end);
    }

    private void controlEnded() {
        PictureStream of = stream;
        if (of != null) {
            of.renew();
        }
    }

    private void serve(PictureStream begun) {
        try {
            begun.run();
        } catch (IOException | RfbViolationException | DesktopException e) {
            LOG.warn("the desktop server fails", e);
            failed.run();
        } catch (RuntimeException e) {
            LOG.error("the picture cannot be served", e);
            failed.run();
        } finally {
            release();
        }
    }

    /** In force when this returns; false if it was so already. */
    boolean freeze(boolean now) {
        synchronized (freezing) {
            if (frozen == now) {
                return false;
            }
            frozen = now;
            PictureStream of = stream;
            if (of != null) {
                of.freeze(now);
            }
            return true;
        }
    }

    /** Nothing passes any more. Never waits, never fails. */
    void cut() {
        cut = true;
        permissions.none();
        PictureStream of = stream;
        if (of != null) {
            of.end();
        }
    }

    /** Whatever the supporter holds down is let go, through a connection of its own; waits at most some seconds. */
    synchronized void release() {
        List<byte[]> messages = pressed.release();
        if (messages.isEmpty()) {
            return;
        }
        try {
            Desktop.Connected connected = desktop.connect();
            ServerConnection server = new ServerConnection(connected);
            CompletableFuture<Void> done = new CompletableFuture<>();
            done.orTimeout(RELEASE_SECONDS, TimeUnit.SECONDS).whenComplete((nothing, late) -> server.cut());
            server.write(messages);
            server.write(ClientMessage.updateRequest(false, 0, 0, 1, 1));
            connected.in().u8(); // its answer comes after it has done what was asked before
            server.write(messages); // meanwhile it may have read the rest of a connection that was cut
            server.write(ClientMessage.updateRequest(false, 0, 0, 1, 1));
            connected.in().skip(4 + 12 + 1); // of the first answer, and more
            done.complete(null);
        } catch (IOException | DesktopException e) {
            LOG.warn("what the supporter held down may still be down", e);
        }
    }
}
