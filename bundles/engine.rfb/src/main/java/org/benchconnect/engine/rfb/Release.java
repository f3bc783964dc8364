package org.benchconnect.engine.rfb;

import java.io.IOException;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;

/** Lets go of what a supporter holds down, through a new connection. Twice: the server may still read from the one before, which was cut with something in it. */
final class Release {
    private static final long AGAIN = 300; // milliseconds: x11vnc was seen to take 110 for what was in a connection

    private Release() {}

    /** Waits only while the server takes nothing. */
    static void of(Pressed pressed, ServerConnection server) throws IOException {
        List<byte[]> messages = pressed.release();
        server.write(messages);
        if (!messages.isEmpty()) {
            CompletableFuture.delayedExecutor(AGAIN, TimeUnit.MILLISECONDS).execute(() -> again(server, messages));
        }
    }

    private static void again(ServerConnection server, List<byte[]> messages) {
        try {
            server.write(messages);
        } catch (IOException e) {
            return; // who reads from it hears of that too
        }
    }
}
