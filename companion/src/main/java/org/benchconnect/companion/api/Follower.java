package org.benchconnect.companion.api;

import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.net.HttpURLConnection;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.random.RandomGenerator;
import org.benchconnect.companion.alerts.Present;
import org.benchconnect.companion.alerts.PresentReader;
import org.benchconnect.companion.alerts.UnreadableEventException;
import org.benchconnect.companion.support.Support;
import org.benchconnect.companion.support.SupportReader;

/** Follows the alert stream on a thread of its own, and connects again whenever it is lost, until it is closed. */
public final class Follower implements AutoCloseable {
    /** What the follower tells, on its thread. */
    public interface Listener {
        /** The present truth. */
        void present(Present present);

        /** How remote support is now. */
        void session(Support session);

        /** There is no stream: whatever was known may be over. Told at each attempt that fails. */
        void lost(Trouble trouble);
    }

    private final LocalApi api;
    private final Listener listener;
    private final Backoff backoff = new Backoff(RandomGenerator.getDefault());
    private final CountDownLatch closed = new CountDownLatch(1);

    /** Follows from {@link #start} on. */
    public Follower(LocalApi api, Listener listener) {
        this.api = api;
        this.listener = listener;
    }

    /** Begins. */
    public void start() {
        Thread thread = new Thread(this::follow, "follow the agent");
        thread.setDaemon(true);
        thread.start();
    }

    private void follow() {
        try {
            do {
                Trouble trouble = once();
                if (closed.getCount() > 0) {
                    listener.lost(trouble);
                }
            } while (!closed.await(backoff.next().toMillis(), TimeUnit.MILLISECONDS));
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private Trouble once() {
        try {
            HttpURLConnection connected = api.alerts();
            try (InputStream in = new BufferedInputStream(connected.getInputStream())) {
                EventLines events = new EventLines(in);
                for (EventLines.Event event = events.next();
                        event != null && closed.getCount() > 0;
                        event = events.next()) {
                    if (event.name().equals("alerts")) {
                        listener.present(PresentReader.read(event.data()));
                        backoff.reset();
                    } else if (event.name().equals("session")) {
                        listener.session(SupportReader.read(event.data()));
                    }
                }
            } finally {
                connected.disconnect();
            }
            return Trouble.NOT_RUNNING;
        } catch (AgentException e) {
            return e.trouble();
        } catch (UnreadableEventException e) {
            return Trouble.NOT_UNDERSTOOD;
        } catch (IOException e) {
            return Trouble.NOT_RUNNING;
        }
    }

    /**
     * Ends it: nothing is told any more. Does not wait for its thread, which may be reading for as long as the agent is silent, and keeps no program alive.
     */
    @Override
    public void close() {
        closed.countDown();
    }
}
