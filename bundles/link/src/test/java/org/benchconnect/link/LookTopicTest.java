package org.benchconnect.link;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.lang.reflect.Proxy;
import java.nio.file.Path;
import java.time.Duration;
import java.util.concurrent.atomic.AtomicInteger;
import org.benchconnect.core.link.Link.State;
import org.benchconnect.core.upgrade.Upgrades;
import org.eclipse.paho.client.mqttv3.MqttClient;
import org.eclipse.paho.client.mqttv3.MqttConnectOptions;
import org.eclipse.paho.client.mqttv3.MqttException;
import org.eclipse.paho.client.mqttv3.persist.MemoryPersistence;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What a real broker may say to the agent, and what becomes of what it may not. */
class LookTopicTest {
    private static final Duration SOON = Duration.ofSeconds(20);

    @TempDir
    Path home;

    private final AtomicInteger looks = new AtomicInteger();
    private final Upgrades upgrades = upgrades();
    private TestAgent agent;

    @BeforeEach
    void open() throws IOException {
        agent = new TestAgent(home);
    }

    @AfterEach
    void close() throws Exception {
        agent.close();
    }

    @Test
    void aMessageThereHasTheAgentLookWhateverItContains() throws Exception {
        Mosquitto broker = agent.broker();
        PahoLink link = online(broker);

        try (Service service = new Service(broker)) {
            service.untilHeard();
            int before = looks.get();
            service.say(topic(), new byte[0], false);
            service.say(topic(), new byte[LookTopic.LONGEST], false);

            Await.until(SOON, () -> looks + " looks", () -> looks.get() >= before + 2);
            assertEquals(State.ONLINE, link.status().state());
        }
    }

    @Test
    void tenThousandMessagesDisturbNothingAndWhatWaitsGoesOut() throws Exception {
        Mosquitto broker = agent.broker();
        Received received = agent.closing(new Received(broker.plainPort()));
        PahoLink link = online(broker);

        try (Service service = new Service(broker)) {
            service.untilHeard();
            int before = looks.get();
            for (int i = 0; i < 10_000; i++) {
                service.say(topic(), new byte[16], false);
            }
            Notices.append(agent.store(), 1, 3);
            link.changed(Notices.notice(1));

            Await.until(SOON, () -> "not all came", () -> received.notices().size() == 3);
            Await.until(SOON, () -> looks + " looks", () -> looks.get() >= before + 10_000);
            assertEquals(State.ONLINE, link.status().state());
            assertEquals(1, received.presence().size());
        }
    }

    @Test
    void aMessageThatIsTooLongEndsTheConnection() throws Exception {
        Mosquitto broker = agent.broker();
        PahoLink link = online(broker);

        try (Service service = new Service(broker)) {
            service.untilHeard();
            int before = looks.get();
            service.say(topic(), new byte[LookTopic.LONGEST + 1], false);

            Await.until(SOON, () -> link.problem().name(), () -> link.problem() == Problem.LINK_NOT_MQTT);
            assertEquals(before, looks.get());
        }
    }

    @Test
    void whatIsKeptThereDoesNotComeAgainWithEachConnection() throws Exception {
        Mosquitto broker = agent.broker();
        try (Service service = new Service(broker)) {
            service.say(topic(), new byte[1], true);
        }
        PahoLink link = online(broker);
        broker.restart();
        Await.until(SOON, () -> link.problem().name(), () -> link.status().state() != State.ONLINE);
        Await.until(SOON, () -> link.problem().name(), () -> link.status().state() == State.ONLINE);

        try (Service service = new Service(broker)) {
            int said = service.untilHeard();

            assertTrue(looks.get() <= said, looks + " looks, though only " + said + " were asked for");
        }
    }

    @Test
    void whoIsTakenAwayMeanwhileIsToldNoMore() {
        LookTopic look = new LookTopic();
        look.tell(upgrades);
        look.came();
        look.tellNoMore(upgrades);
        look.came();

        assertEquals(1, looks.get());
    }

    private PahoLink online(Mosquitto broker) throws Exception {
        PahoLink link = agent.link(agent.settings(broker.address()));
        link.bindUpgrades(upgrades);
        Await.until(SOON, () -> link.problem().name(), () -> link.status().state() == State.ONLINE);
        return link;
    }

    private String topic() {
        return new Topics("lab-7", agent.store().agent(), 1).look();
    }

    private Upgrades upgrades() {
        return (Upgrades) Proxy.newProxyInstance(
                Upgrades.class.getClassLoader(), new Class<?>[] {Upgrades.class}, (proxy, method, arguments) -> {
                    if (method.getName().equals("lookSoon")) {
                        looks.incrementAndGet();
                        return null;
                    }
                    throw new UnsupportedOperationException(method.getName());
                });
    }

    /** The service side: who may write to the broker. */
    private final class Service implements AutoCloseable {
        private final MqttClient client;

        Service(Mosquitto broker) throws MqttException {
            client = new MqttClient("tcp://127.0.0.1:" + broker.plainPort(), "service", new MemoryPersistence());
            MqttConnectOptions options = new MqttConnectOptions();
            options.setMaxInflight(20_000);
            client.connect(options);
        }

        void say(String topic, byte[] payload, boolean kept) throws MqttException {
            client.publish(topic, payload, 1, kept);
        }

        /** Says it until the agent, which subscribes some time after it is online, has heard it; how often. */
        int untilHeard() throws Exception {
            int said = 0;
            int before = looks.get();
            while (looks.get() == before) {
                say(topic(), new byte[1], false);
                said++;
                long moment = System.nanoTime() + Duration.ofMillis(200).toNanos();
                Await.until(SOON, () -> "", () -> looks.get() > before || System.nanoTime() > moment);
                assertTrue(said < 100, "nothing is heard");
            }
            return said;
        }

        @Override
        public void close() throws MqttException {
            client.disconnectForcibly(0, 50);
            client.close(true);
        }
    }
}
