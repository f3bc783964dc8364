package org.benchconnect.link;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicInteger;
import org.benchconnect.core.link.TlsClient;
import org.benchconnect.link.Backoff.Loss;
import org.benchconnect.link.dialect.Incoming;
import org.benchconnect.link.dialect.Message;

/** A broker in the hands of the test. */
final class FakeBroker implements Broker {
    private final BlockingQueue<FakeSession> sessions = new LinkedBlockingQueue<>();
    private final AtomicBoolean failing = new AtomicBoolean();
    private volatile boolean closed;

    /** The next connection fails as only a defect would. */
    void failOnce() {
        failing.set(true);
    }

    @Override
    public Session open(TlsClient tls, Visit visit, Listener listener) {
        if (failing.getAndSet(false)) {
            throw new IllegalStateException("by the test");
        }
        FakeSession session = new FakeSession(visit.will(), listener);
        sessions.add(session);
        return session;
    }

    @Override
    public void close() {
        closed = true;
    }

    boolean isClosed() {
        return closed;
    }

    /** The next connection that the link begins. */
    FakeSession next() throws InterruptedException {
        FakeSession session = sessions.poll(60, TimeUnit.SECONDS);
        if (session == null) {
            throw new AssertionError("the link does not connect");
        }
        return session;
    }

    /** The next connection, accepted, with the link's presence acknowledged. */
    FakeSession connected() throws InterruptedException {
        FakeSession session = next();
        session.connect();
        session.acknowledge(session.awaitPublished());
        return session;
    }

    /** Whether the link has begun another connection. */
    boolean hasNext() {
        return !sessions.isEmpty();
    }

    /** One connection. */
    static final class FakeSession implements Session {
        private final Message will;
        private final Listener listener;
        private final BlockingQueue<Published> published = new LinkedBlockingQueue<>();
        private final AtomicInteger subscriptions = new AtomicInteger();
        private final List<Receipt> taken = new CopyOnWriteArrayList<>();
        private volatile boolean closed;

        /** What was published, and under which token. */
        record Published(Message message, long token) {}

        FakeSession(Message will, Listener listener) {
            this.will = will;
            this.listener = listener;
        }

        @Override
        public void publish(Message message, long token) {
            published.add(new Published(message, token));
            if (message.topic().equals(will.topic()) && Arrays.equals(message.payload(), will.payload())) {
                // A farewell at once answered; the link waits for it.
                listener.acknowledged(token);
            }
        }

        @Override
        public void subscribe(List<String> filters) {
            subscriptions.incrementAndGet();
        }

        @Override
        public void taken(Receipt receipt) {
            taken.add(receipt);
        }

        /** What the link has acknowledged. */
        List<Receipt> taken() {
            return taken;
        }

        Reception say(Incoming message, Receipt receipt) {
            return listener.came(message, receipt);
        }

        /** How often the link has asked for what comes. */
        int subscriptions() {
            return subscriptions.get();
        }

        void answer(boolean granted) {
            listener.subscribed(granted);
        }

        @Override
        public void close() {
            closed = true;
        }

        boolean isClosed() {
            return closed;
        }

        Message will() {
            return will;
        }

        void connect() {
            listener.connected();
        }

        void acknowledge(Published what) {
            listener.acknowledged(what.token());
        }

        void lose(Loss loss) {
            listener.lost(Problem.LINK_LOST, loss);
        }

        Published awaitPublished() throws InterruptedException {
            Published next = published.poll(60, TimeUnit.SECONDS);
            if (next == null) {
                throw new AssertionError("nothing was published");
            }
            return next;
        }

        List<Published> awaitPublished(int count) throws InterruptedException {
            List<Published> all = new ArrayList<>();
            while (all.size() < count) {
                all.add(awaitPublished());
            }
            return all;
        }

        boolean isQuiet() {
            return published.isEmpty();
        }
    }
}
