package org.benchconnect.tests.upgrade;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.google.gson.JsonElement;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.Callable;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.FutureTask;
import java.util.concurrent.TimeUnit;
import org.benchconnect.tests.Await;
import org.benchconnect.tests.lab.LabApi;
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
 * whole, and nothing of people's is lost. Each kill has a release of its own, since a plan's steps are written once. {@code -Dbenchconnect.each=20} and
 * {@code -Dbenchconnect.rounds=300} for the whole campaign.
 */
class KilledUpgradeTest {
    private static final Logger LOG = LoggerFactory.getLogger(KilledUpgradeTest.class);
    private static final int EACH = Integer.getInteger("benchconnect.each", 1);
    private static final int ROUNDS = Integer.getInteger("benchconnect.rounds", 1);
    private static final String ALL = "VERIFIED,CONSENTED,STAGED,SWITCHED,HEALTHY,COMMITTED,WENT_BACK,REFUSED";
    private static final List<String> STEPS =
            List.of(System.getProperty("benchconnect.steps", EACH > 1 ? ALL : "STAGED,SWITCHED")
                    .split(","));
    private static final Duration PATIENCE = Duration.ofMinutes(2);
    /** Promised of a machine that does nothing else, and so judged in a campaign only. */
    private static final Duration START = EACH > 1 || ROUNDS > 1 ? Duration.ofSeconds(10) : Duration.ofMinutes(2);

    private static final String ADAPTER = "org.benchconnect.adapter.navios";
    private static final String NOTIFY = "org.benchconnect.notify";
    /** All of the installation that need somebody's word. */
    private static final List<String> FEATURES =
            List.of("org.benchconnect.remote-support", "org.benchconnect.remote-support-open");

    private final NextStarts starts = new NextStarts();
    private LabPc pc;
    private Supervised agent;
    private String administrator;
    private int counter = 1;

    @TempDir
    private Path folder;

    @Test
    void afterAnyKillTheNextStartRunsAWholeGenerationWithAllThatPeopleAllowedAndWrote() throws Exception {
        try (LabPc furnished = LabPc.furnished(folder, "Navios EX")) {
            pc = furnished;
            pc.set("upgrade", Map.of("look-minutes", 0, "health-seconds", 10));
            agent = pc.startSupervised();
            try {
                peopleAnswer();
                String settings = Files.readString(pc.home().resolve("config/agent.json"));

                killedAtEachStep();
                killedAtRandom();

                assertEquals(settings, Files.readString(pc.home().resolve("config/agent.json")));
            } finally {
                LOG.info("torture: {}", starts);
                agent.close();
            }
        }
    }

    private void peopleAnswer() throws Exception {
        Await.until("all of it answers", PATIENCE, () -> pc.upgrade().isThere());
        administrator = pc.people().firstAdministrator();
        for (String feature : FEATURES) {
            String request = pc.people().askFor(feature).ok().get("id").getAsString();
            pc.people().give(request, administrator, false).ok();
        }
    }

    private void killedAtEachStep() throws Exception {
        for (int time = 0; time < EACH; time++) {
            for (String step : STEPS) {
                release();
                int lines = lines().size();
                killedWhen(step, () -> {
                    Await.until("the journal says " + step, PATIENCE, () -> lines().stream()
                            .skip(lines)
                            .anyMatch(line -> line.contains(" " + step + " ")));
                    return null;
                });
            }
        }
    }

    private void killedAtRandom() throws Exception {
        Random moments = new Random(20_260_105);
        for (int round = 0; round < ROUNDS; round++) {
            int millis = moments.nextInt(12_000);
            boolean wayBack = moments.nextBoolean();
            release();
            if (wayBack) {
                upgradeAsFarAsItGets();
                pc.upgrade().until(PATIENCE, "PROVES", "NOTHING_NEW"); // by then it may be committed
            }
            killedWhen(wayBack ? "on the way back" : "during the upgrade", () -> {
                pause(wayBack ? millis / 10 : millis);
                return null;
            });
        }
    }

    /** Something newer than all that was before; whatever was under way is at its end. */
    private void release() throws Exception {
        Await.until("nothing is under way", PATIENCE, this::isNothingUnderWay);
        counter++;
        String version = "0.1." + counter;
        pc.vendor().release(LaterBase.of(version, counter, Rebuilt.of(ADAPTER, version), Rebuilt.of(NOTIFY, version)));
    }

    /** What waits is refused, unless it goes on at this very moment. */
    private boolean isNothingUnderWay() throws Exception {
        pc.upgrade().until(PATIENCE, "NOTHING_NEW", "OFFERED", "WAITS");
        JsonElement plan = pc.upgrade().state().get("plan");
        return plan == null
                || !plan.isJsonObject()
                || refuse(plan.getAsJsonObject().get("id").getAsString()).status() < 300;
    }

    /** Acts as the kind of the kill wants it, kills everything at the moment, and starts again. */
    private void killedWhen(String kind, Callable<Void> moment) throws Exception {
        FutureTask<Void> kill = new FutureTask<>(() -> {
            moment.call();
            agent.powerFails();
            return null;
        });
        Thread killer = new Thread(kill, "killer");
        killer.start();
        if (!kind.equals("on the way back")) {
            upgradeAsFarAsItGets();
        }
        switch (kind) {
            case "REFUSED" -> quietly(() -> refuse(planId()));
            case "on the way back" -> quietly(() -> pc.upgrade().rollback());
            case "WENT_BACK" -> {
                quietly(() -> pc.upgrade().until(PATIENCE, "PROVES"));
                quietly(() -> pc.upgrade().rollback());
            }
            default -> LOG.debug("it goes on by itself");
        }
        kill.get(10, TimeUnit.MINUTES);
        assertFalse(agent.isAlive());
        startsWhole(kind);
    }

    /** The next start: how long, and what runs. */
    private void startsWhole(String kind) throws Exception {
        long begin = System.nanoTime();
        agent = pc.launchSupervised();
        agent.untilItAnswers();
        Duration took = Duration.ofNanos(System.nanoTime() - begin);
        starts.add(kind, took);
        assertTrue(took.compareTo(START) < 0, kind + ": the next start took " + took);
        Await.until(
                kind + ": all modules of one generation run, remote support too, and no others",
                PATIENCE,
                () -> agent.openModules().equals(listed()));
        assertEquals(administrator, pc.people().administrator());
        Await.until("the upgrade utility answers", PATIENCE, () -> pc.upgrade().isThere());
    }

    private void upgradeAsFarAsItGets() throws InterruptedException {
        quietly(() -> pc.upgrade().check());
        quietly(() -> pc.upgrade().allow(administrator));
        quietly(() -> pc.upgrade().stateIdle(administrator));
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

    private String planId() throws Exception {
        return pc.upgrade().plan().get("id").getAsString();
    }

    private LabApi.Answer refuse(String plan) throws Exception {
        return pc.api().post("/api/v1/upgrade/refuse", Map.of("plan", plan));
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
