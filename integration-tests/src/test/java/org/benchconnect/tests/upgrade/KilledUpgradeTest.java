package org.benchconnect.tests.upgrade;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.benchconnect.tests.Await;
import org.benchconnect.tests.lab.LabPc;
import org.benchconnect.tests.lab.LaterBase;
import org.benchconnect.tests.lab.Rebuilt;
import org.benchconnect.tests.lab.Supervised;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Supervisor and agent are killed at a named step of the journal, and at random moments, of an upgrade and of a way back: the next start runs one of the two generations,
 * whole, and nothing of people's is lost. {@code -Dbenchconnect.each=20} and {@code -Dbenchconnect.rounds=300} for the whole campaign.
 */
class KilledUpgradeTest {
    private static final Logger LOG = LoggerFactory.getLogger(KilledUpgradeTest.class);
    private static final int EACH = Integer.getInteger("benchconnect.each", 1);
    private static final int ROUNDS = Integer.getInteger("benchconnect.rounds", 1);
    private static final List<String> STEPS = List.of(System.getProperty(
                    "benchconnect.steps",
                    EACH > 1 ? "VERIFIED,CONSENTED,STAGED,SWITCHED,HEALTHY,COMMITTED,WENT_BACK" : "STAGED,SWITCHED")
            .split(","));
    private static final Duration PATIENCE = Duration.ofSeconds(60);
    private static final Duration START = Duration.ofSeconds(10);
    private static final String ADAPTER = "org.benchconnect.adapter.navios";
    private static final String NOTIFY = "org.benchconnect.notify";
    private static final String NEW = "0.1.1";

    private final List<Duration> starts = new ArrayList<>();
    private LabPc pc;
    private String administrator;

    @TempDir
    private Path folder;

    @Test
    void afterAnyKillTheNextStartRunsAWholeGenerationWithAllThatPeopleAllowedAndWrote() throws Exception {
        try (LabPc furnished = LabPc.furnished(folder, "Navios EX")) {
            pc = furnished;
            pc.set("upgrade", Map.of("look-minutes", 0, "health-seconds", 10));
            pc.vendor().release(LaterBase.of(NEW, 2, Rebuilt.of(ADAPTER, NEW), Rebuilt.of(NOTIFY, NEW)));
            try (Supervised agent = pc.startSupervised()) {
                Await.until("all of it answers", PATIENCE, () -> pc.upgrade().isThere());
                administrator = pc.people().firstAdministrator();
                pc.people()
                        .give(
                                pc.people()
                                        .askFor("org.benchconnect.remote-support")
                                        .ok()
                                        .get("id")
                                        .getAsString(),
                                administrator,
                                false)
                        .ok();
            }
            String settings = Files.readString(pc.home().resolve("config/agent.json"));

            for (String step : STEPS) {
                for (int time = 0; time < EACH; time++) {
                    killedAt(step);
                    whole(step);
                }
            }
            Random moments = new Random(20_260_105);
            for (int round = 0; round < ROUNDS; round++) {
                int millis = moments.nextInt(6_000);
                killedAfter(millis, moments.nextBoolean());
                whole("after " + millis + " ms");
            }

            assertEquals(settings, Files.readString(pc.home().resolve("config/agent.json")));
            Collections.sort(starts);
            LOG.info(
                    "torture: {} kills; next start: p50 {} ms, most {} ms",
                    starts.size(),
                    starts.get(starts.size() / 2).toMillis(),
                    starts.get(starts.size() - 1).toMillis());
        }
    }

    /** An upgrade (or, from the new version, a way back), until the journal has the step. */
    private void killedAt(String step) throws Exception {
        Supervised agent = pc.startSupervised();
        backToOld();
        int lines = lines().size();
        boolean goesBack = step.equals("WENT_BACK");
        Thread killer = new Thread(() -> killWhen(agent, step, lines), "killer");
        killer.start();
        upgradeAsFarAsItGets();
        if (goesBack) {
            pc.upgrade().until(PATIENCE, "PROVES");
            quietly(() -> pc.upgrade().rollback());
        }
        killer.join();
        assertFalse(agent.isAlive());
    }

    private void killWhen(Supervised agent, String step, int lines) {
        try {
            Await.until("the journal says " + step, PATIENCE, () -> lines().stream()
                    .skip(lines)
                    .anyMatch(line -> line.contains(" " + step + " ")));
            agent.powerFails();
        } catch (Exception e) {
            throw new AssertionError(e);
        }
    }

    private void killedAfter(int millis, boolean wayBack) throws Exception {
        Supervised agent = pc.startSupervised();
        backToOld();
        if (wayBack) {
            upgradeAsFarAsItGets();
            pc.upgrade().until(PATIENCE, "PROVES");
        }
        Thread killer = new Thread(
                () -> {
                    try {
                        pause(wayBack ? millis / 10 : millis);
                        agent.powerFails();
                    } catch (Exception e) {
                        throw new AssertionError(e);
                    }
                },
                "killer");
        killer.start();
        if (wayBack) {
            quietly(() -> pc.upgrade().rollback());
        } else {
            upgradeAsFarAsItGets();
        }
        killer.join();
    }

    private void upgradeAsFarAsItGets() throws Exception {
        quietly(() -> pc.upgrade().check());
        quietly(() -> pc.upgrade().allow(administrator));
        quietly(() -> pc.upgrade().stateIdle(administrator));
    }

    private void backToOld() throws Exception {
        pc.upgrade().until(PATIENCE, "NOTHING_NEW", "OFFERED", "WAITS");
        if (isNew()) {
            pc.upgrade().rollback().ok();
            pc.upgrade().until(PATIENCE, "NOTHING_NEW");
        }
    }

    /** The next start: how long, and what runs. */
    private void whole(String when) throws Exception {
        long begin = System.nanoTime();
        try (Supervised agent = pc.launchSupervised()) {
            agent.untilItAnswers();
            Duration took = Duration.ofNanos(System.nanoTime() - begin);
            starts.add(took);
            assertTrue(took.compareTo(START) < 0, when + ": the next start took " + took);
            Await.until(
                    when + ": all modules of one generation run, remote support too, and no others",
                    START,
                    () -> agent.openModules().equals(listed()));
            assertEquals(administrator, pc.people().administrator());
            Await.until("the upgrade utility answers", START, () -> pc.upgrade().isThere());
        }
    }

    /** The digests of the generation that the pointer names, of every feature. */
    private Set<String> listed() throws IOException {
        Path generations = pc.home().resolve("generations");
        Path list = generations
                .resolve(Files.readString(generations.resolve("current")).strip())
                .resolve("SHA256SUMS");
        Set<String> digests = new TreeSet<>();
        for (String line : Files.readAllLines(list)) {
            if (!line.startsWith("#")) {
                digests.add(line.split(" ")[0]);
            }
        }
        return digests;
    }

    private boolean isNew() throws Exception {
        return pc.api().get("/api/v1/features?lang=en").ok().toString().contains("\"" + NEW + "\"");
    }

    private List<String> lines() throws IOException {
        Path journal = pc.home().resolve("journal");
        return Files.exists(journal) ? Files.readAllLines(journal, StandardCharsets.ISO_8859_1) : List.of();
    }

    /** What a kill breaks off is no finding. */
    private static void quietly(Act act) throws InterruptedException {
        try {
            act.run();
        } catch (InterruptedException e) {
            throw e;
        } catch (Exception | AssertionError broken) {
            LOG.debug("broken off", broken);
        }
    }

    /** The random moment is the input of this test, not a wait for something. */
    private static void pause(int millis) throws InterruptedException {
        boolean never = new CountDownLatch(1).await(millis, TimeUnit.MILLISECONDS);
        assertFalse(never);
    }

    /** Something that may be broken off. */
    @FunctionalInterface
    private interface Act {
        void run() throws Exception;
    }
}
