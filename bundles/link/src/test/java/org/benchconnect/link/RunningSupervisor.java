package org.benchconnect.link;

import static org.junit.jupiter.api.Assertions.assertFalse;

import javax.net.ssl.SSLContext;
import javax.net.ssl.SSLParameters;
import org.benchconnect.core.link.TlsClient;

/** A supervisor on a thread of its own, with TLS and without a database, until it is stopped. */
final class RunningSupervisor {
    private final Supervisor supervisor;
    private final Thread thread;

    private RunningSupervisor(Supervisor supervisor) {
        this.supervisor = supervisor;
        this.thread = new Thread(supervisor, "supervisor");
    }

    static RunningSupervisor start(Supervisor supervisor) {
        RunningSupervisor running = new RunningSupervisor(supervisor);
        running.thread.setDaemon(true);
        running.thread.start();
        supervisor.tls(new NoTls());
        return running;
    }

    /** Stops, and fails if its thread goes on. */
    void stop() throws InterruptedException {
        supervisor.stop();
        ended();
    }

    /** Fails if its thread goes on although it was stopped. */
    void ended() throws InterruptedException {
        thread.join(60_000);
        assertFalse(thread.isAlive());
    }

    /** The fake broker asks nothing of it. */
    private static final class NoTls implements TlsClient {
        @Override
        public SSLContext context() {
            throw new UnsupportedOperationException("the link never asks for this");
        }

        @Override
        public SSLParameters parameters() {
            throw new UnsupportedOperationException("the link never asks for this");
        }
    }
}
