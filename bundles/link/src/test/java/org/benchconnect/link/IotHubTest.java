package org.benchconnect.link;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.time.Duration;
import java.time.Instant;
import java.util.Base64;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.benchconnect.core.link.Link.State;
import org.benchconnect.link.command.Command;
import org.benchconnect.link.hub.HubDouble;
import org.benchconnect.link.hub.HubEvent;
import org.benchconnect.link.hub.Rule;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The agent with real store, TLS and Paho against a double of Azure IoT Hub that enforces the hub's rules. */
class IotHubTest {
    private static final Duration SOON = Duration.ofSeconds(60);
    private static final String DEVICE = "bench-7";
    private static final byte[] KEY = "a key of 32 bytes, for the test!".getBytes(StandardCharsets.US_ASCII);

    @TempDir
    Path home;

    private final Vendor vendor = new Vendor();
    private final Obedience obeyed = new Obedience();
    private TestAgent agent;
    private HubDouble hub;

    @BeforeEach
    void open() throws IOException {
        agent = new TestAgent(home);
        hub = agent.closing(new HubDouble(agent.authority().server().issue().context()));
        hub.register(DEVICE, KEY);
        Files.writeString(home.resolve("device-key"), Base64.getEncoder().encodeToString(KEY) + "\n");
    }

    @AfterEach
    void close() throws Exception {
        agent.close();
    }

    @Test
    void whatTheAgentSaysArrivesWithItsPropertiesAndBreaksNoRule() throws Exception {
        PahoLink link = online();
        assertEquals(0, link.lastSignIn().orElseThrow().code());

        Notices.append(agent.store(), 1, 200);
        link.changed(Notices.notice(1));

        Await.until(SOON, () -> hub.events().size() + " events", () -> notices().size() == 200 && agent.waiting() == 0);
        HubEvent presence = hub.events().get(0);
        assertEquals("presence", presence.properties().get("stream"));
        for (HubEvent event : hub.events()) {
            assertEquals("application/json", event.properties().get("$.ct"));
            assertEquals("utf-8", event.properties().get("$.ce"));
            assertTrue(event.body().contains("\"id\":\"" + event.properties().get("$.mid") + "\""), event.body());
            assertFalse(event.properties().containsKey("mqtt-retain"));
        }
        assertEquals(Set.of(), hub.broken());
        assertTrue(hub.paths().get(0).endsWith("?iothub-no-client-cert=true"), () -> hub.paths()
                .toString());
    }

    @Test
    void aTokenThatHasEndedIsFollowedByANewOne() throws Exception {
        online();

        hub.endTokensOf(Duration.ofHours(4).plusSeconds(1));

        Await.until(SOON, () -> hub.accepted() + " connections", () -> hub.accepted() == 2 && hub.isConnected(DEVICE));
        assertEquals(Set.of(Rule.TOKEN_ENDED), hub.broken());
    }

    @Test
    void overTheDailyQuotaEverythingWaitsAndLeavesTheNextDay() throws Exception {
        Notices.append(agent.store(), 1, 3);
        hub.enforce(Rule.QUOTA);
        PahoLink link = link(DEVICE, "device-key");
        Await.until(SOON, () -> "not refused", () -> hub.broken(Rule.QUOTA) >= 3);
        assertEquals(3, agent.waiting());
        assertFalse(link.status().state() == State.ONLINE);

        hub.relent(Rule.QUOTA);

        Await.until(SOON, () -> agent.waiting() + " wait", () -> agent.waiting() == 0);
        assertEquals(3, notices().size());
        assertTrue(hub.accepted() >= 4);
    }

    @Test
    void aHubThatGrantsNoSubscriptionIsAskedThreeTimesAndServedAllTheSame() throws Exception {
        hub.enforce(Rule.SUBSCRIPTIONS_REFUSED);
        PahoLink link = link(DEVICE, "device-key");
        Await.until(SOON, () -> "not asked", () -> hub.broken(Rule.SUBSCRIPTIONS_REFUSED) == 3);
        Notices.append(agent.store(), 1, 3);
        link.changed(Notices.notice(1));

        Await.until(SOON, () -> agent.waiting() + " wait", () -> agent.waiting() == 0);

        Await.until(SOON, () -> link.problem().name(), () -> link.status().state() == State.ONLINE);
        assertEquals(3, hub.broken(Rule.SUBSCRIPTIONS_REFUSED));
    }

    @Test
    void anotherConnectionOfTheSameDeviceTakesItsPlaceAndIsPutUpWith() throws Exception {
        PahoLink link = online();
        Path other = Files.createDirectories(home.resolve("other"));
        try (TestAgent second = new TestAgent(other)) {
            Files.copy(home.resolve("anchors.pem"), other.resolve("anchors.pem"), StandardCopyOption.REPLACE_EXISTING);
            Files.copy(home.resolve("device-key"), other.resolve("device-key"));
            second.link(settings(DEVICE, "device-key"), Optional.empty());
            Await.until(SOON, () -> "nobody is replaced", () -> hub.broken(Rule.ONE_CONNECTION) >= 1);
        }
        Notices.append(agent.store(), 1, 3);
        link.changed(Notices.notice(1));

        Await.until(SOON, () -> agent.waiting() + " wait", () -> agent.waiting() == 0);

        assertEquals(Set.of(Rule.ONE_CONNECTION), hub.broken());
    }

    @Test
    void theWillSaysThatTheDeviceIsGone() throws Exception {
        online();
        int before = hub.events().size();

        hub.drop(DEVICE);

        Await.until(
                SOON, () -> "no will", () -> hub.events().stream().skip(before).anyMatch(event -> event.body()
                        .contains("\"state\":\"offline\"")));
    }

    @Test
    void aMethodIsObeyedOnceAndItsReplayRefused() throws Exception {
        listening();
        byte[] seen = vendor.sign(agent.store().agent(), new Command.Seen(7), Instant.now());

        assertEquals(200, hub.invoke(DEVICE, "command", seen));
        assertEquals(403, hub.invoke(DEVICE, "command", seen));
        assertEquals(404, hub.invoke(DEVICE, "reboot", seen));
        assertEquals(403, hub.invoke(DEVICE, "command", "{}".getBytes(StandardCharsets.UTF_8)));

        assertEquals(List.of("seen 7"), obeyed.told());
        assertEquals(Set.of(), hub.broken());
    }

    @Test
    void aMessageThatWaitedWhileTheDeviceWasAwayIsObeyedAndAcknowledged() throws Exception {
        assertTrue(hub.send(DEVICE, vendor.sign(agent.store().agent(), new Command.Seen(7), Instant.now())));
        assertTrue(hub.send(DEVICE, "no command".getBytes(StandardCharsets.UTF_8)));

        online();

        Await.until(SOON, () -> hub.waiting(DEVICE) + " wait", () -> hub.waiting(DEVICE) == 0);
        assertEquals(List.of("seen 7"), obeyed.told());
        assertEquals(Set.of(), hub.broken());
    }

    @Test
    void theTwinIsAskedForAfterEachConnectAndItsChangeIsHeard() throws Exception {
        hub.desire(DEVICE, "{\"look\":true}");
        online();
        Await.until(SOON, () -> "nobody looks", () -> obeyed.told().size() == 1);

        hub.desire(DEVICE, "{\"look\":true,\"other\":[1,null]}");
        Await.until(SOON, () -> "nobody looks", () -> obeyed.told().size() == 2);
        hub.drop(DEVICE);

        Await.until(SOON, () -> "nobody looks", () -> obeyed.told().size() == 3);
        assertEquals(List.of("look", "look", "look"), obeyed.told());
    }

    @Test
    void withoutACommandKeyNobodyListensForCommands() throws Exception {
        agent.link(settings(DEVICE, "device-key"));

        Await.until(
                SOON, () -> "not subscribed", () -> !hub.subscriptions(DEVICE).isEmpty());
        assertEquals(
                Set.of("$iothub/twin/res/#", "$iothub/twin/PATCH/properties/desired/#"), hub.subscriptions(DEVICE));
    }

    @Test
    void anotherDevicesKeyIsRefusedAndSaidSo() throws Exception {
        hub.register("bench-8", new byte[32]);

        PahoLink link = link("bench-8", "device-key");

        Await.until(SOON, () -> link.problem().name(), () -> link.problem() == Problem.LINK_CREDENTIALS_REFUSED);
        assertEquals(0, hub.accepted());
        String facts = new LinkStatusSource(link).status().facts().encode();
        assertTrue(facts.matches(".*;SIGN_IN_CODE=n[45];SIGN_IN_EPOCH_SECONDS=n.*"), facts);
    }

    @Test
    void aKeyFileWithoutAKeyIsSaid() throws Exception {
        Files.writeString(home.resolve("device-key"), "no key\n");

        PahoLink link = link(DEVICE, "device-key");

        Await.until(SOON, () -> link.problem().name(), () -> link.problem() == Problem.LINK_PASSWORD_UNREADABLE);
        assertEquals(List.of(), hub.paths());
    }

    @Test
    void aUserThatIsNoDeviceKeepsTheLinkOff() throws Exception {
        PahoLink link = link("a/b", "device-key");

        assertEquals(State.OFF, link.status().state());
        assertEquals(Problem.LINK_DEVICE_INVALID, link.problem());
    }

    private PahoLink online() throws Exception {
        PahoLink link = link(DEVICE, "device-key");
        Await.until(SOON, () -> link.problem().name(), () -> link.status().state() == State.ONLINE);
        return link;
    }

    private void listening() throws Exception {
        online();
        Await.until(
                SOON, () -> "not subscribed", () -> hub.subscriptions(DEVICE).size() == 4);
    }

    private PahoLink link(String device, String keyFile) throws IOException {
        Path installation = vendor.install(home.resolve("installation"));
        return agent.link(settings(device, keyFile), Optional.of(installation), obeyed);
    }

    private Settings settings(String device, String keyFile) {
        return Settings.quick(hub.address()).say("user", device).say("password_file", keyFile);
    }

    private List<HubEvent> notices() {
        return hub.events().stream()
                .filter(event -> "notify".equals(event.properties().get("stream")))
                .toList();
    }
}
