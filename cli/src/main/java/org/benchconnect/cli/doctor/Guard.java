package org.benchconnect.cli.doctor;

import java.io.IOException;
import java.net.Socket;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.ScheduledFuture;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;

/** Closes a socket when its probe takes too long, also where the other side answers a byte at a time. One daemon thread for all. */
final class Guard implements AutoCloseable {
    private static final ScheduledExecutorService CLOCK = Executors.newSingleThreadScheduledExecutor(work -> {
        Thread thread = new Thread(work, "doctor-limits");
        thread.setDaemon(true);
        return thread;
    });

    private final AtomicBoolean late = new AtomicBoolean();
    private final ScheduledFuture<?> closing;

    Guard(Socket socket, Limits limits) {
        this.closing = CLOCK.schedule(
                () -> {
                    late.set(true);
                    quietly(socket);
                },
                limits.millis(),
                TimeUnit.MILLISECONDS);
    }

    /** Whether it closed the socket. */
    boolean isLate() {
        return late.get();
    }

    static void quietly(Socket socket) {
        try {
            socket.close();
        } catch (IOException e) {
            // It is closed for us either way.
            return;
        }
    }

    @Override
    public void close() {
        closing.cancel(false);
    }
}
