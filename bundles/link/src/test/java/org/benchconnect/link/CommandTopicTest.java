package org.benchconnect.link;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import org.benchconnect.core.ledger.Detail;
import org.benchconnect.core.ledger.EventKind;
import org.benchconnect.core.link.Link.State;
import org.benchconnect.link.command.Command;
import org.eclipse.paho.client.mqttv3.MqttClient;
import org.eclipse.paho.client.mqttv3.MqttConnectOptions;
import org.eclipse.paho.client.mqttv3.MqttException;
import org.eclipse.paho.client.mqttv3.persist.MemoryPersistence;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What may come to the agent over a real broker, and what becomes of what may not. */
class CommandTopicTest {
    private static final Duration SOON = Duration.ofSeconds(60);
    private static final byte[] NOISE = new byte[16];

    @TempDir
    Path home;

    private final Vendor vendor = new Vendor();
    private final Obedience obeyed = new Obedience();
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
    void aSignedCommandIsObeyedOnceHoweverOftenItComes() throws Exception {
        Mosquitto broker = agent.broker();
        PahoLink link = online(broker);
        try (Service service = new Service(broker)) {
            service.untilHeard();

            byte[] seen = sign(new Command.Seen(7));
            service.say("cmd/seen", seen, false);
            service.say("cmd/seen", seen, false);
            service.say("cmd/withdraw", sign(new Command.Withdraw("remote-support")), false);

            Await.until(
                    SOON, () -> obeyed.told().toString(), () -> obeyed.told().contains("withdraw remote-support"));
            assertEquals(1, obeyed.told().stream().filter("seen 7"::equals).count());
            assertEquals(State.ONLINE, link.status().state());
        }
    }

    @Test
    void tenThousandThatAreNoneDisturbNothingAndWhatWaitsGoesOut() throws Exception {
        Mosquitto broker = agent.broker();
        Received received = agent.closing(new Received(broker.plainPort()));
        PahoLink link = online(broker);

        try (Service service = new Service(broker)) {
            service.untilHeard();
            for (int i = 0; i < 10_000; i++) {
                service.say("cmd/look", NOISE, false);
            }
            Notices.append(agent.store(), 1, 3);
            link.changed(Notices.notice(1));
            service.say("cmd", sign(new Command.Seen(7)), false);

            Await.until(SOON, () -> "not all came", () -> received.notices().size() == 3);
            Await.until(
                    SOON, () -> obeyed.told().toString(), () -> obeyed.told().contains("seen 7"));
            assertEquals(State.ONLINE, link.status().state());
            assertEquals(1, received.presence().size());
            assertEquals(
                    1,
                    obeyed.ledger().stream()
                            .filter(event -> event.kind() == EventKind.COMMAND_REFUSED)
                            .peek(event ->
                                    assertEquals("COMMAND_FORM", event.details().get(Detail.RULE)))
                            .count());
        }
    }

    @Test
    void aMessageThatIsTooLongEndsTheConnection() throws Exception {
        Mosquitto broker = agent.broker();
        PahoLink link = online(broker);

        try (Service service = new Service(broker)) {
            service.untilHeard();
            service.say("cmd/look", new byte[16 * 1024 + 1], false);

            Await.until(SOON, () -> link.problem().name(), () -> link.problem() == Problem.LINK_NOT_MQTT);
        }
    }

    @Test
    void whatIsKeptThereIsPassedOver() throws Exception {
        Mosquitto broker = agent.broker();
        try (Service service = new Service(broker)) {
            service.say("cmd/seen", sign(new Command.Seen(7)), true);
        }
        online(broker);

        try (Service service = new Service(broker)) {
            service.untilHeard();

            assertTrue(obeyed.told().stream().noneMatch("seen 7"::equals));
        }
    }

    @Test
    void whatCameWhileTheAgentWasAwayIsObeyedWhenItIsBack() throws Exception {
        Mosquitto broker = agent.broker();
        PahoLink link = online(broker);
        try (Service service = new Service(broker)) {
            service.untilHeard();
            link.stop();
            service.say("cmd/seen", sign(new Command.Seen(7)), false);
        }

        online(broker);

        Await.until(SOON, () -> obeyed.told().toString(), () -> obeyed.told().contains("seen 7"));
    }

    private byte[] sign(Command command) {
        return vendor.sign(agent.store().agent(), command, Instant.now());
    }

    private PahoLink online(Mosquitto broker) throws Exception {
        Path installation = vendor.install(home.resolve("installation"));
        PahoLink link = agent.link(agent.settings(broker.address()), Optional.of(installation), obeyed);
        Await.until(SOON, () -> link.problem().name(), () -> link.status().state() == State.ONLINE);
        return link;
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
            client.publish("bc/v1/lab-7/" + agent.store().agent() + "/" + topic, payload, 1, kept);
        }

        /** Commands a look until the agent, which subscribes some time after it is online, has heard one. */
        void untilHeard() throws Exception {
            int before = looks();
            for (int said = 0; looks() == before; said++) {
                say("cmd/look", sign(new Command.Look()), false);
                long moment = System.nanoTime() + Duration.ofMillis(200).toNanos();
                Await.until(SOON, () -> "", () -> looks() > before || System.nanoTime() > moment);
                assertTrue(said < 100, "nothing is heard");
            }
        }

        private int looks() {
            return (int) obeyed.told().stream().filter("look"::equals).count();
        }

        @Override
        public void close() throws MqttException {
            client.disconnectForcibly(0, 50);
            client.close(true);
        }
    }
}
