package org.benchconnect.engine.rfb;

import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.benchconnect.engine.rfb.desktop.Desktop;
import org.benchconnect.engine.rfb.desktop.DesktopException;

/** A visit's desktop, whose server is started once the visit before has let go of what was held down and stopped its own: both may be on one display. */
final class QueuedDesktop implements Desktop {
    private static final long PATIENCE_SECONDS = 15; // the one before is stopped within seven

    private final Desktop desktop;
    private final CompletableFuture<Void> before;

    /** @param before done when the visit before is gone */
    QueuedDesktop(Desktop desktop, CompletableFuture<Void> before) {
        this.desktop = desktop;
        this.before = before;
    }

    @Override
    public Connected connect() throws DesktopException {
        try {
            before.get(PATIENCE_SECONDS, TimeUnit.SECONDS);
        } catch (ExecutionException | TimeoutException e) {
            throw new DesktopException("the session before does not end", e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new DesktopException("interrupted", e);
        }
        return desktop.connect();
    }

    @Override
    public void stop() {
        desktop.stop();
    }
}
