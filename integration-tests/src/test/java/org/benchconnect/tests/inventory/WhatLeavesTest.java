package org.benchconnect.tests.inventory;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.google.gson.JsonObject;
import com.google.gson.JsonParser;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.stream.Collectors;
import org.benchconnect.core.link.Stream;
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
 * process of its own that runs all the time, and so is the PC: settings count at once, and what a stream left behind must not leave when it is off.
 */
class WhatLeavesTest {
    private static final Duration PATIENCE = Duration.ofMinutes(2);
    private static final String MISSED = "PC_SERVICE_NOT_RUNNING";

    @TempDir
    static Path folder;

    private static Listener listener;
    private static LabPc pc;
    private static Said said;
    private static AgentProcess agent;
    private static String account;
    private static int files = 1000;
    private static int judged;
    private static Set<Stream> wereOn = Set.of();

    @BeforeAll
    static void aPcThatRuns() throws Exception {
        Listener.assumeItCanBe();
        together(
                () -> listener = new Listener(folder.resolve("broker")),
                () -> pc = LabPc.furnished(folder, "Navios EX"));
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
        goesOffline();
        int before = listener.heard().size();
        online(Map.of(), Set.of(), WhatLeavesTest::everythingHappens);
        goesOffline();

        List<Heard> heard = since(before);
        assertEquals(
                List.of("presence", "presence"), heard.stream().map(Heard::kind).toList());
        assertEquals(
                List.of("{\"state\":\"online\"}", "{\"state\":\"offline\"}"),
                heard.stream().map(one -> one.data().toString()).toList());
        heard.forEach(one -> TheInventory.assertIsIn(one, Stream.PRESENCE));
    }

    @ParameterizedTest
    @EnumSource(
            value = Stream.class,
            names = {"NOTICES", "HOST_CHECKS", "RELEASE_REPORTS", "AUDIT_HEADS"})
    void aStreamThatIsOnSendsExactlyWhatTheInventorySays(Stream stream) throws Exception {
        Inventory.Entry entry = TheInventory.entry(stream);
        String kind = TheInventory.kind(stream);

        List<Heard> heard =
                online(Map.of(entry.setting().orElseThrow(), true), Set.of(kind), WhatLeavesTest::everythingHappens);

        assertTrue(Set.of("presence", kind).containsAll(kinds(heard)), heard::toString);
        for (Heard one : heard) {
            TheInventory.assertIsIn(one, one.kind().equals("presence") ? Stream.PRESENCE : stream);
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
        CompletableFuture<String> question = new CompletableFuture<>();
        CompletableFuture<String> seen = new CompletableFuture<>();
        List<Heard> heard = new ArrayList<>();

        together(
                () -> question.complete(pc.people().question()),
                () -> heard.addAll(online(Map.of(), Set.of("registration"), () -> {
                    JsonObject preview =
                            pc.api().post("/api/v1/registration/preview", typed).ok();
                    seen.complete(preview.get("content").getAsString());
                    Map<String, Object> sent = new HashMap<>(typed);
                    sent.put("preview", preview.get("digest").getAsString());
                    sent.put("question", question.get());
                    sent.put("account", account);
                    sent.put("pin", LabPeople.PIN);
                    pc.api().post("/api/v1/registration", sent).ok();
                })));

        heard.removeIf(one -> one.kind().equals("presence"));
        assertEquals(List.of("registration"), heard.stream().map(Heard::kind).toList());
        Heard registration = heard.get(0);
        assertEquals(typed.keySet(), registration.data().keySet());
        assertEquals(JsonParser.parseString(seen.get()), registration.data());
        TheInventory.assertIsIn(registration, Stream.REGISTRATION);
    }

    /** Something that happens. */
    @FunctionalInterface
    private interface Events {
        void happen() throws Exception;
    }

    /** Switches these streams on, all others off, with the agent online; has something happen; waits until these kinds came, and all that left. What came since. */
    private static List<Heard> online(Map<String, Boolean> streams, Set<String> awaited, Events events)
            throws Exception {
        Instant begin = Instant.now().truncatedTo(ChronoUnit.MILLIS);
        pc.set("host", Map.of("first-round-seconds", 0));
        pc.set("link", Map.of("address", listener.address(), "isolated-loss-seconds", 0));
        pc.set("streams", streams);
        Await.until("these streams are on", PATIENCE, () -> said.on().equals(with(streams.keySet())));
        Await.until("the agent is online", PATIENCE, () -> lastPresence().contains("online"));
        Await.until("no service is missed", PATIENCE, () -> !isTold(MISSED));
        allCameThatLeft();
        int before = listener.heard().size();
        assertIsOf(since(judged).subList(0, before - judged), with(streams.keySet()));
        long left = said.waiting(); // of streams that were on before

        events.happen();

        Await.until("all of " + awaited + " came", PATIENCE, () -> kinds(since(before))
                .containsAll(awaited));
        Await.until("nothing waits", PATIENCE, () -> said.waiting() <= left);
        allCameThatLeft();
        List<Heard> heard = since(before);
        judged = before + heard.size();
        heard.forEach(one -> assertFalse(
                Instant.parse(one.event().get("time").getAsString()).isBefore(begin), "of an earlier time: " + one));
        return heard;
    }

    private static void allCameThatLeft() throws Exception {
        Await.until(
                "all came that left", PATIENCE, () -> texts(listener.heard()).containsAll(said.departed()));
    }

    /** What came between two tests is of a stream that was on in the one or is on in the other. */
    private static void assertIsOf(List<Heard> between, Set<Stream> now) {
        Set<Stream> either = EnumSet.copyOf(now);
        either.addAll(wereOn);
        wereOn = now;
        Set<String> kinds = either.stream().map(TheInventory::kind).collect(Collectors.toSet());
        assertTrue(kinds.containsAll(kinds(between)), between::toString);
    }

    private static void goesOffline() throws Exception {
        pc.set("link", Map.of());
        Await.until("the agent is offline", PATIENCE, () -> !lastPresence().contains("online"));
    }

    private static String lastPresence() {
        return listener.heard().stream()
                .filter(one -> one.kind().equals("presence"))
                .map(Heard::text)
                .reduce("", (before, last) -> last);
    }

    private static List<Heard> since(int before) {
        List<Heard> all = listener.heard();
        return all.subList(before, all.size());
    }

    /** Those that no setting switches off, and those of these settings. */
    private static Set<Stream> with(Set<String> settings) {
        return Inventory.entries().stream()
                .filter(one -> one.setting().map(settings::contains).orElse(true))
                .map(Inventory.Entry::stream)
                .collect(Collectors.toSet());
    }

    private static void everythingHappens() throws Exception {
        pc.set("host", Map.of("first-round-seconds", 0, "services", List.of("benchconnect-no-such-service")));
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
}
