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
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
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
 * process of its own that runs all the time, and so is the PC: settings count at once, and what a stream left behind must not leave when it is off. Each test lets the agent
 * connect, has everything happen once, and lets it go offline.
 */
class WhatLeavesTest {
    private static final Duration PATIENCE = Duration.ofSeconds(60);
    private static final String NO_SUCH_SERVICE = "benchconnect-no-such-service";
    private static final String MISSED = "PC_SERVICE_NOT_RUNNING";
    private static final Set<Stream> ALWAYS_ON = Set.of(Stream.PRESENCE, Stream.REGISTRATION);

    @TempDir
    static Path folder;

    private static Listener listener;
    private static LabPc pc;
    private static Said said;
    private static AgentProcess agent;
    private static String account;
    private static int files = 1000;

    @BeforeAll
    static void aPcThatRuns() throws Exception {
        listener = new Listener(folder.resolve("broker"));
        pc = LabPc.furnished(folder, "Navios EX");
        said = new Said(pc.api());
        pc.set("notifications", Map.of("flap-minutes", 0));
        pc.set("host", Map.of("first-round-seconds", 0));
        pc.set("tls", Map.of("trust-anchors", listener.certificate().toString()));
        together(() -> pc.vendor().release(LaterBase.of("0.1.1", 2)), () -> {
            agent = pc.startProcess();
            pc.people().firstAdministrator();
            account = pc.people().administrator();
        });
    }

    @AfterAll
    static void end() throws Exception {
        for (AutoCloseable each : new AutoCloseable[] {agent, pc, listener}) {
            if (each != null) {
                each.close();
            }
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

        assertEquals(Set.of("presence", kind), kinds(heard));
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
        String[] seen = {""};

        List<Heard> heard = online(Map.of(), Set.of("presence", "registration"), () -> {
            JsonObject preview =
                    pc.api().post("/api/v1/registration/preview", typed).ok();
            seen[0] = preview.get("content").getAsString();
            Map<String, Object> sent = new HashMap<>(typed);
            sent.put("preview", preview.get("digest").getAsString());
            sent.put("question", pc.people().question());
            sent.put("account", account);
            sent.put("pin", LabPeople.PIN);
            pc.api().post("/api/v1/registration", sent).ok();
        });

        assertEquals(
                List.of("presence", "registration", "presence"),
                heard.stream().map(Heard::kind).toList());
        Heard registration = heard.get(1);
        assertEquals(typed.keySet(), registration.data().keySet());
        assertEquals(JsonParser.parseString(seen[0]), registration.data());
        assertIsInTheInventory(registration, Stream.REGISTRATION);
    }

    /** Something that happens. */
    @FunctionalInterface
    private interface Events {
        void happen() throws Exception;
    }

    private static List<Heard> happening(Map<String, Boolean> streams, Set<String> awaited) throws Exception {
        return online(streams, awaited, WhatLeavesTest::everythingHappens);
    }

    /** Switches these streams on, all others off; connects; has something happen; waits until these kinds came, and all that left; goes offline. What came. */
    private static List<Heard> online(Map<String, Boolean> streams, Set<String> awaited, Events events)
            throws Exception {
        int before = listener.heard().size();
        Instant begin = Instant.now().truncatedTo(ChronoUnit.MILLIS);
        pc.set("host", Map.of("first-round-seconds", 0));
        pc.set("link", Map.of("address", listener.address(), "isolated-loss-seconds", 0));
        pc.set("streams", streams);
        Await.until("these streams are on", PATIENCE, () -> said.on().equals(with(streams.keySet())));
        Await.until("the agent is online", PATIENCE, () -> saidItIs("online", before));
        Await.until("no service is missed", PATIENCE, () -> !isTold(MISSED));
        long left = said.waiting(); // of streams that were on before

        events.happen();

        Await.until("all of " + awaited + " came", PATIENCE, () -> kinds(since(before))
                .containsAll(awaited));
        Await.until("nothing waits", PATIENCE, () -> said.waiting() <= left);
        Await.until(
                "all came that left", PATIENCE, () -> texts(listener.heard()).containsAll(said.departed()));
        pc.set("streams", Map.of());
        pc.set("link", Map.of());
        Await.until("the farewell came", PATIENCE, () -> saidItIs("offline", before));
        List<Heard> heard = since(before);
        heard.forEach(one -> assertFalse(
                Instant.parse(one.event().get("time").getAsString()).isBefore(begin), "of an earlier time: " + one));
        return heard;
    }

    private static List<Heard> since(int before) {
        List<Heard> all = listener.heard();
        return all.subList(before, all.size());
    }

    private static boolean saidItIs(String state, int before) {
        return since(before).stream().anyMatch(one -> one.text().contains("{\"state\":\"" + state + "\"}"));
    }

    /** Those that no setting switches off, and those of these settings. */
    private static Set<Stream> with(Set<String> settings) {
        return Inventory.entries().stream()
                .filter(one -> ALWAYS_ON.contains(one.stream())
                        || one.setting().stream().anyMatch(settings::contains))
                .map(Inventory.Entry::stream)
                .collect(Collectors.toSet());
    }

    private static void everythingHappens() throws Exception {
        pc.set("host", Map.of("first-round-seconds", 0, "services", List.of(NO_SUCH_SERVICE)));
        together(WhatLeavesTest::aLaserIsWeakForARun, WhatLeavesTest::anUpgradeIsRefused);
        Await.until("a service is missed", PATIENCE, () -> isTold(MISSED));
    }

    private static void aLaserIsWeakForARun() throws Exception {
        write(Run.healthy().withLaser(Laser.steady(Laser.Colour.RED, 25).withPower(20, 20)));
        Await.until("a laser is weak", PATIENCE, () -> isTold("\"laser\""));
        write(Run.healthy());
        Await.until("the laser is well", PATIENCE, () -> !isTold("\"laser\""));
    }

    /** And somebody states that the instrument is idle, over which the ledger signs a head. */
    private static void anUpgradeIsRefused() throws Exception {
        pc.upgrade().stateIdle(account).ok();
        pc.upgrade().check().ok();
        pc.upgrade().until(PATIENCE, "OFFERED");
        String plan = pc.upgrade().plan().get("id").getAsString();
        pc.api().post("/api/v1/upgrade/refuse", Map.of("plan", plan)).ok();
    }

    private static void together(Events one, Events other) throws Exception {
        CompletableFuture<Void> meanwhile = CompletableFuture.runAsync(() -> {
            try {
                one.happen();
            } catch (Exception e) {
                throw new CompletionException(e);
            }
        });
        other.happen();
        meanwhile.get();
    }

    private static boolean isTold(String part) throws Exception {
        return agent.notices("active").stream().map(JsonObject::toString).anyMatch(notice -> notice.contains(part));
    }

    private static void write(Run run) throws Exception {
        files++;
        byte[] bytes =
                LmdWriter.bytes(run.withModel("Navios EX").withEvents(500).withSeed(files));
        Path staged = Files.write(pc.instrumentFolder().resolve(files + ".part"), bytes);
        Files.move(
                staged, pc.instrumentFolder().resolve("run-%05d.LMD".formatted(files)), StandardCopyOption.ATOMIC_MOVE);
    }

    private static Set<String> texts(List<Heard> heard) {
        return heard.stream().map(Heard::text).collect(Collectors.toSet());
    }

    private static Set<String> kinds(List<Heard> heard) {
        return heard.stream().map(Heard::kind).collect(Collectors.toSet());
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
