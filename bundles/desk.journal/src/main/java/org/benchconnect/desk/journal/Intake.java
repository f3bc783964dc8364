package org.benchconnect.desk.journal;

import java.time.Clock;
import java.time.Duration;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.ThreadLocalRandom;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.Condition;
import java.util.concurrent.locks.ReentrantLock;
import org.eclipse.paho.client.mqttv3.IMqttDeliveryToken;
import org.eclipse.paho.client.mqttv3.MqttAsyncClient;
import org.eclipse.paho.client.mqttv3.MqttCallback;
import org.eclipse.paho.client.mqttv3.MqttException;
import org.eclipse.paho.client.mqttv3.MqttMessage;
import org.eclipse.paho.client.mqttv3.persist.MemoryPersistence;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Takes events from the broker into the journal: one shared subscription, so that any number of workers share the work; QoS 1, and a message is acknowledged when it is
 * stored. A message that cannot be stored now is not acknowledged, and comes again with the next connection; one that never can be is noted as refused. A new client for
 * each attempt, on one thread of its own.
 */
final class Intake implements AutoCloseable {
    private static final Logger LOG = LoggerFactory.getLogger(Intake.class);
    private static final long PATIENCE = 30_000; // milliseconds for one answer of the broker

    private final IntakeSettings settings;
    private final Journal journal;
    private final Clock clock;
    private final ExecutorService thread;
    private final ReentrantLock lock = new ReentrantLock();
    private final Condition changed = lock.newCondition();
    private boolean lost;
    private boolean closed;
    private volatile int failures;
    private volatile boolean listening;

    Intake(IntakeSettings settings, Journal journal, Clock clock) {
        this.settings = settings;
        this.journal = journal;
        this.clock = clock;
        thread = Executors.newSingleThreadExecutor(work -> {
            Thread daemon = new Thread(work, "intake");
            daemon.setDaemon(true);
            return daemon;
        });
        thread.execute(this::keepListening);
    }

    /** Whether the subscription stands. */
    boolean listening() {
        return listening;
    }

    private void keepListening() {
        while (!isClosed()) {
            MqttAsyncClient client = null;
            try {
                client = connect();
                listening = true;
                LOG.info("the journal listens at {}", settings.broker());
                await(Duration.ZERO);
            } catch (MqttException e) {
                LOG.warn("the journal cannot listen at {}: {}", settings.broker(), e.toString());
                failed();
            } finally {
                listening = false;
                end(client);
            }
            pause();
        }
    }

    private MqttAsyncClient connect() throws MqttException {
        lock.lock();
        try {
            lost = false;
        } finally {
            lock.unlock();
        }
        MqttAsyncClient client =
                new MqttAsyncClient(settings.broker().toString(), settings.worker(), new MemoryPersistence());
        boolean connected = false;
        try {
            client.setManualAcks(true);
            client.setCallback(new Arrivals(client));
            client.connect(settings.options()).waitForCompletion(PATIENCE);
            client.subscribe("$share/" + settings.group() + "/" + settings.topics(), 1)
                    .waitForCompletion(PATIENCE);
            connected = true;
            return client;
        } finally {
            if (!connected) {
                end(client);
            }
        }
    }

    private static void end(@org.jspecify.annotations.Nullable MqttAsyncClient client) {
        if (client == null) {
            return;
        }
        try {
            client.disconnectForcibly(0, 100, false);
        } catch (MqttException e) {
            LOG.debug("was not connected: {}", e.toString());
        }
        try {
            client.close(true);
        } catch (MqttException e) {
            LOG.debug("did not close well: {}", e.toString());
        }
    }

    private final class Arrivals implements MqttCallback {
        private final MqttAsyncClient client;

        Arrivals(MqttAsyncClient client) {
            this.client = client;
        }

        @Override
        public void connectionLost(Throwable cause) {
            LOG.warn("the journal lost its broker: {}", String.valueOf(cause));
            lose();
        }

        @Override
        public void messageArrived(String topic, MqttMessage message) {
            try {
                store(topic, message.getPayload());
                client.messageArrivedComplete(message.getId(), message.getQos());
                failures = 0;
            } catch (JournalException | MqttException e) {
                LOG.error("an event is not stored and will come again: {}", e.getMessage());
                failed();
                lose();
            }
        }

        @Override
        public void deliveryComplete(IMqttDeliveryToken token) {} // it publishes nothing
    }

    private void store(String topic, byte[] payload) throws JournalException {
        try {
            journal.add(SessionEventReader.read(topic, payload), clock.instant());
        } catch (RefusedEventException e) {
            LOG.warn("an event was refused: {}", e.getMessage());
            journal.refused(payload, String.valueOf(e.getMessage()), clock.instant());
        }
    }

    private void failed() {
        int before = failures;
        failures = Math.min(before + 1, 10);
    }

    private void lose() {
        lock.lock();
        try {
            lost = true;
            changed.signalAll();
        } finally {
            lock.unlock();
        }
    }

    private boolean isClosed() {
        lock.lock();
        try {
            return closed;
        } finally {
            lock.unlock();
        }
    }

    /** Full jitter, at most a minute: workers do not come back all at once. */
    private void pause() {
        long most = Math.min(60_000, 500L << failures);
        lock.lock();
        try {
            lost = false;
        } finally {
            lock.unlock();
        }
        await(Duration.ofMillis(1 + ThreadLocalRandom.current().nextLong(most)));
    }

    /** Until the connection is lost, the intake closed, or so long; zero: without an end. */
    private void await(Duration most) {
        lock.lock();
        try {
            long left = most.toNanos();
            while (!closed && !lost && (most.isZero() || left > 0)) {
                if (most.isZero()) {
                    changed.await();
                } else {
                    left = changed.awaitNanos(left);
                }
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            closed = true;
        } finally {
            lock.unlock();
        }
    }

    @Override
    public void close() {
        lock.lock();
        try {
            closed = true;
            changed.signalAll();
        } finally {
            lock.unlock();
        }
        thread.shutdown();
        try {
            if (!thread.awaitTermination(10, TimeUnit.SECONDS)) {
                thread.shutdownNow();
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
