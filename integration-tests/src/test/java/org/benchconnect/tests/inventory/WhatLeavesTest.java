package org.benchconnect.tests.inventory;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.google.gson.JsonElement;
import com.google.gson.JsonObject;
import com.google.gson.JsonParser;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.benchconnect.core.link.Stream;
import org.benchconnect.link.inventory.ClosedSchema;
import org.benchconnect.link.inventory.Inventory;
import org.benchconnect.simulator.Laser;
import org.benchconnect.simulator.LmdWriter;
import org.benchconnect.simulator.Run;
import org.benchconnect.tests.Await;
import org.benchconnect.tests.agent.AgentProcess;
import org.benchconnect.tests.inventory.Listener.Heard;
import org.benchconnect.tests.lab.LabPc;
import org.benchconnect.tests.lab.LabPeople;
import org.benchconnect.tests.lab.LaterBase;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/**
 * Everything happens that some stream is about, and a broker gets what the inventory says of the streams that are on, and nothing else. The agent is the real one, in a
 * process of its own, and the same PC all the time: what a stream left behind must not leave when it is off.
 */
class WhatLeavesTest {
    private static final Duration PATIENCE = Duration.ofSeconds(60);
    /** The PC is checked every minute here, at the most often. */
    private static final Duration HOST_PATIENCE = Duration.ofMinutes(4);

    @TempDir
    static Path folder;

    private static LabPc pc;
    private static boolean hasAdministrator;
    private static int files = 1000;
    private static int rounds;

    @BeforeAll
    static void aPc() throws Exception {
        pc = LabPc.furnished(folder, "Navios EX");
        pc.vendor().release(LaterBase.of("0.1.1", 2));
        pc.set("notifications", Map.of("flap-minutes", 0));
        pc.set("host", Map.of("services", List.of("benchconnect-no-such-service"), "every-minutes", 1));
    }

    @AfterAll
    static void end() {
        if (pc != null) {
            pc.close();
        }
    }

    @Test
    void withEveryStreamOffExactlyPresenceLeaves() throws Exception {
        List<Heard> heard = happening(Map.of(), Set.of("presence"));

        assertEquals(
                List.of("presence", "presence"), heard.stream().map(Heard::kind).toList());
        assertEquals(
                List.of("{\"state\":\"online\"}", "{\"state\":\"offline\"}"),
                heard.stream().map(one -> one.data().toString()).toList());
        heard.forEach(one -> assertIsInTheInventory(one, Stream.PRESENCE));
    }

    @ParameterizedTest
    @EnumSource(
            value = Stream.class,
            names = {"NOTICES", "HOST_CHECKS", "RELEASE_REPORTS", "AUDIT_HEADS"})
    void aStreamThatIsOnSendsExactlyWhatTheInventorySays(Stream stream) throws Exception {
        Inventory.Entry entry = entry(stream);
        String kind = kind(stream);

        List<Heard> heard = happening(Map.of(entry.setting().orElseThrow(), true), Set.of("presence", kind));

        assertEquals(Set.of("presence", kind), heard.stream().map(Heard::kind).collect(Collectors.toSet()));
        for (Heard one : heard) {
            assertIsInTheInventory(one, one.kind().equals("presence") ? Stream.PRESENCE : stream);
        }
    }

    @Test
    void aRegistrationIsExactlyWhatAPersonSawAndSent() throws Exception {
        Map<String, String> typed = Map.of(
                "email", "a.b@lab.example",
                "name", "Somebody",
                "instrument", "Navios EX",
                "instrumentId", "flow-2",
                "serial", "AB-12");
        try (Listener listener = listener();
                AgentProcess agent = started(listener, Map.of())) {
            assertTrue(agent.process().isAlive());
            String account = administrator();
            JsonObject preview =
                    pc.api().post("/api/v1/registration/preview", typed).ok();
            Map<String, Object> sent = new HashMap<>(typed);
            sent.put("preview", preview.get("digest").getAsString());
            sent.put("question", pc.people().question());
            sent.put("account", account);
            sent.put("pin", LabPeople.PIN);

            pc.api().post("/api/v1/registration", sent).ok();

            Await.until("it arrives", PATIENCE, () -> kinds(listener).contains("registration"));
            Heard registration = listener.heard().stream()
                    .filter(one -> one.kind().equals("registration"))
                    .findFirst()
                    .orElseThrow();
            assertEquals(typed.keySet(), registration.data().keySet());
            assertEquals(JsonParser.parseString(preview.get("content").getAsString()), registration.data());
            assertIsInTheInventory(registration, Stream.REGISTRATION);
            assertEquals(Set.of("presence", "registration"), kinds(listener));
        }
    }

    /** Starts the agent with these streams, has everything happen once, waits until all these kinds came, and ends it. */
    private static List<Heard> happening(Map<String, Boolean> streams, Set<String> awaited) throws Exception {
        try (Listener listener = listener()) {
            try (AgentProcess agent = started(listener, streams)) {
                everythingHappens(agent);
                if (streams.containsKey("host-checks")) {
                    Await.until("this PC tells something", HOST_PATIENCE, () -> isTold(agent, "\"source\":\"host\""));
                }
                Await.until("all of " + awaited + " came", PATIENCE, () -> kinds(listener)
                        .containsAll(awaited));
            }
            Await.until("the farewell came", PATIENCE, () -> listener.heard().stream()
                    .anyMatch(one -> one.text().contains("\"state\":\"offline\"")));
            return listener.heard();
        }
    }

    private static Listener listener() throws Exception {
        rounds++;
        return new Listener(folder.resolve("broker-" + rounds));
    }

    private static AgentProcess started(Listener listener, Map<String, Boolean> streams) throws Exception {
        pc.set("streams", streams);
        pc.set("tls", Map.of("trust-anchors", listener.certificate().toString()));
        pc.set("link", Map.of("address", listener.address()));
        return pc.startProcess();
    }

    private static void everythingHappens(AgentProcess agent) throws Exception {
        String account = administrator(); // heads of the ledger
        write(Run.healthy().withLaser(Laser.steady(Laser.Colour.RED, 25).withPower(20, 20)));
        Await.until("a laser is weak", PATIENCE, () -> isTold(agent, "\"laser\""));
        write(Run.healthy());
        Await.until("the laser is well", PATIENCE, () -> !isTold(agent, "\"laser\""));
        pc.upgrade().stateIdle(account).ok();
        pc.upgrade().check().ok();
        pc.upgrade().until(PATIENCE, "OFFERED");
        String plan = pc.upgrade().plan().get("id").getAsString();
        pc.api().post("/api/v1/upgrade/refuse", Map.of("plan", plan)).ok();
    }

    private static boolean isTold(AgentProcess agent, String part) throws Exception {
        return agent.notices("active").stream().map(JsonObject::toString).anyMatch(notice -> notice.contains(part));
    }

    private static String administrator() throws Exception {
        if (!hasAdministrator) {
            pc.people().firstAdministrator();
            hasAdministrator = true;
        }
        return pc.people().administrator();
    }

    private static void write(Run run) throws Exception {
        files++;
        byte[] bytes =
                LmdWriter.bytes(run.withModel("Navios EX").withEvents(500).withSeed(files));
        Path staged = Files.write(pc.instrumentFolder().resolve(files + ".part"), bytes);
        Files.move(
                staged, pc.instrumentFolder().resolve("run-%05d.LMD".formatted(files)), StandardCopyOption.ATOMIC_MOVE);
    }

    private static Set<String> kinds(Listener listener) {
        return listener.heard().stream().map(Heard::kind).collect(Collectors.toSet());
    }

    /** Its members are those of the inventory, around the data and within, and the closed schema allows it. */
    private static void assertIsInTheInventory(Heard heard, Stream stream) {
        Inventory.Entry entry = entry(stream);
        JsonObject event = heard.event();
        Set<String> envelope =
                Inventory.envelope(stream).stream().map(Inventory.Field::name).collect(Collectors.toSet());
        envelope.add("data");
        Set<String> always = entry.fields().stream()
                .filter(Inventory.Field::always)
                .map(Inventory.Field::name)
                .collect(Collectors.toSet());
        Set<String> all = entry.fields().stream().map(Inventory.Field::name).collect(Collectors.toSet());

        assertEquals(kind(stream), heard.kind());
        assertEquals(envelope, event.keySet());
        assertEquals(entry.type(), event.get("type").getAsString());
        assertTrue(all.containsAll(heard.data().keySet()), heard::text);
        assertTrue(heard.data().keySet().containsAll(always), heard::text);
        ClosedSchema.of(entry.type()).require(heard.text());
        JsonElement source = heard.data().get("source");
        if (source != null) {
            assertEquals(stream == Stream.HOST_CHECKS, source.getAsString().equals("host"), heard::text);
        }
        assertFalse(all.isEmpty());
    }

    private static Inventory.Entry entry(Stream stream) {
        return Inventory.entries().stream()
                .filter(one -> one.stream() == stream)
                .findFirst()
                .orElseThrow();
    }

    /** The last part of the topic, as docs/data-inventory.md says it. */
    private static String kind(Stream stream) {
        return switch (stream) {
            case PRESENCE -> "presence";
            case REGISTRATION -> "registration";
            case NOTICES, HOST_CHECKS -> "notify";
            case RELEASE_REPORTS -> "update";
            case AUDIT_HEADS -> "audit";
        };
    }
}
