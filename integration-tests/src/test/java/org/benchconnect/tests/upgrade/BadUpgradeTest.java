package org.benchconnect.tests.upgrade;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.google.gson.JsonObject;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;
import org.benchconnect.core.status.HealthCheck;
import org.benchconnect.tests.Await;
import org.benchconnect.tests.lab.LabApi;
import org.benchconnect.tests.lab.LabPc;
import org.benchconnect.tests.lab.LaterBase;
import org.benchconnect.tests.lab.Rebuilt;
import org.benchconnect.tests.lab.Supervised;
import org.benchconnect.tests.upgrade.bad.CrashesAtOnce;
import org.benchconnect.tests.upgrade.bad.CrashesLater;
import org.benchconnect.tests.upgrade.bad.Deadlocks;
import org.benchconnect.tests.upgrade.bad.FailsItsCheckLater;
import org.benchconnect.tests.upgrade.bad.FillsTheHeap;
import org.benchconnect.tests.upgrade.bad.HangsInActivation;
import org.benchconnect.tests.upgrade.bad.NeverAnswers;
import org.benchconnect.tests.upgrade.bad.ThrowsAtStart;
import org.benchconnect.tests.upgrade.bad.ThrowsInActivation;
import org.benchconnect.tests.upgrade.bad.Well;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Releases that are bad in every way that a person could let through, on a PC as {@code benchconnect run} runs it: what ran before serves again, a notice says why, and
 * nobody is asked for the same again. {@code -Dbenchconnect.whole=true} for all of them; a sample otherwise.
 */
class BadUpgradeTest {
    private static final Logger LOG = LoggerFactory.getLogger(BadUpgradeTest.class);
    private static final boolean WHOLE = Boolean.getBoolean("benchconnect.whole");
    private static final String ADAPTER = "org.benchconnect.adapter.navios";
    private static final Duration PATIENCE = Duration.ofMinutes(2);
    /** From its failure until what ran before serves again. */
    private static final Duration LIMIT = Duration.ofSeconds(30);

    /** What cannot be stored at once, as while modules start, is told again ten seconds later. */
    private static final Duration TELLS = Duration.ofSeconds(15);

    @TempDir
    private Path folder;

    /**
     * A bad release.
     *
     * @param name in a few words
     * @param sample whether it is tried in the ordinary run
     * @param failsAfter how long it is well
     * @param reasons what the record may say
     * @param make makes the module bad
     */
    private record Bad(
            String name, boolean sample, Duration failsAfter, Set<String> reasons, UnaryOperator<Rebuilt> make) {
        static Bad of(String name, boolean sample, String reason, Class<?> component) {
            return new Bad(name, sample, Duration.ZERO, Set.of(reason.split(" ")), module -> packed(module, component));
        }

        static Rebuilt packed(Rebuilt module, Class<?> component, String... needs) {
            return module.importing("org.benchconnect.core.status").component(component, HealthCheck.class, needs);
        }
    }

    private static List<Bad> all() {
        Duration late = Duration.ofSeconds(WHOLE ? 30 : 3);
        return Stream.of(
                        new Bad(
                                "throws when it is started",
                                true,
                                Duration.ZERO,
                                Set.of("NOT_STARTED"),
                                module -> module.activatedBy(ThrowsAtStart.class)),
                        Bad.of("throws in activation", true, "COMPONENTS", ThrowsInActivation.class),
                        new Bad(
                                "is never satisfied",
                                false,
                                Duration.ZERO,
                                Set.of("COMPONENTS"),
                                module -> Bad.packed(module, Well.class, "org.benchconnect.tests.upgrade.bad.Nowhere")),
                        Bad.of(
                                "hangs in activation",
                                false,
                                "NOT_STARTED COMPONENTS NO_ANSWER",
                                HangsInActivation.class),
                        Bad.of("crashes the JVM at once", false, "CRASHED", CrashesAtOnce.class),
                        Bad.of("crashes the JVM later", true, "CRASHED", CrashesLater.class),
                        Bad.of("fills the heap", false, "CRASHED MEMORY", FillsTheHeap.class),
                        Bad.of("deadlocks", false, "DEADLOCK", Deadlocks.class),
                        Bad.of("never answers its health check", false, "NO_ANSWER", NeverAnswers.class),
                        new Bad("fails its health check", true, late, Set.of("HEALTH_CHECK"), module -> Bad.packed(
                                        module, FailsItsCheckLater.class)
                                .with(
                                        FailsItsCheckLater.SECONDS,
                                        String.valueOf(late.toSeconds()).getBytes(StandardCharsets.US_ASCII))))
                .filter(bad -> WHOLE || bad.sample())
                .toList();
    }

    @Test
    void whateverIsBadTheVersionBeforeServesAgainAndTheNoticeSaysWhy() throws Exception {
        try (LabPc pc = LabPc.furnished(folder, "Navios EX")) {
            pc.set("upgrade", Map.of("look-minutes", 0, "health-seconds", 60));
            try (Supervised agent = pc.startSupervised()) {
                String administrator = pc.people().firstAdministrator();
                List<String> wrong = new ArrayList<>();
                int counter = 1;
                for (Bad bad : all()) {
                    counter++;
                    String said = tryOut(pc, agent, administrator, bad, counter);
                    LOG.info("torture: {}: {}", bad.name(), said);
                    if (said.startsWith("WRONG")) {
                        wrong.add(bad.name() + ": " + said);
                    }
                }

                assertEquals(List.of(), wrong);
                assertTrue(agent.isAlive());
            }
        }
    }

    /** What became of it in a few words, which begin with WRONG if a promise was broken. */
    private static String tryOut(LabPc pc, Supervised agent, String administrator, Bad bad, int counter)
            throws Exception {
        String version = "0.1." + counter;
        pc.vendor().release(LaterBase.of(version, counter, bad.make().apply(Rebuilt.of(ADAPTER, version))));
        int before = pc.upgrade().generation();
        pc.upgrade().check().ok();
        String plan = pc.upgrade().plan().get("id").getAsString();
        pc.upgrade().allow(administrator).ok();
        stateIdle(pc, administrator);
        Await.until("the switch begins", PATIENCE, () -> journal(pc, plan).contains(" SWITCHED "));
        Instant begun = Instant.now();
        try {
            Await.until(
                    "it is gone back from and the agent answers",
                    LIMIT.plus(bad.failsAfter()),
                    () -> journal(pc, plan).contains(" WENT_BACK ") && isBack(pc, before));
        } catch (AssertionError late) {
            pc.upgrade().rollback(); // so that the others can be tried
            return "WRONG: " + late.getMessage() + "; " + String.join(" / ", newest(pc, plan));
        }
        Duration took = Duration.between(begun, Instant.now());
        JsonObject last = pc.upgrade().records().get(0);
        List<String> broken = new ArrayList<>();
        if (!last.get("outcome").getAsString().equals("WENT_BACK")
                || !bad.reasons().contains(last.get("reason").getAsString())) {
            broken.add("the record says " + last.get("outcome") + " " + last.get("reason"));
        }
        String reason = last.get("reason").getAsString();
        if (!isTold(pc, reason)) {
            broken.add("no notice says that it went back for " + reason + ": " + notices(pc));
        }
        if (!Set.of("NOTHING_NEW").contains(pc.upgrade().phase())) {
            broken.add("it is " + pc.upgrade().phase() + " afterwards");
        }
        if (Files.exists(pc.home().resolve("generations/current.before"))) {
            broken.add("the way back still lies there");
        }
        return (broken.isEmpty() ? "" : "WRONG: " + broken + "; ")
                + last.get("reason").getAsString() + ", what ran before serves again after " + took.toMillis() + " ms";
    }

    /** What somebody said for the one before may still count: then it is switched already, and the agent may be gone. */
    private static void stateIdle(LabPc pc, String administrator) throws InterruptedException {
        try {
            pc.upgrade().stateIdle(administrator);
        } catch (IOException gone) {
            LOG.debug("the agent ended meanwhile", gone);
        }
    }

    /** Whether a notice says soon that a version went back, and why, in words. */
    private static boolean isTold(LabPc pc, String reason) throws Exception {
        try {
            Await.until("a notice says why", TELLS, () -> notices(pc).stream()
                    .anyMatch(text -> text.contains("UPGRADE_WENT_BACK")
                            && text.contains(reason)
                            && !text.contains("\"code.UPGRADE")));
            return true;
        } catch (AssertionError nobody) {
            return false;
        }
    }

    /** It may end once more before it serves again. */
    private static boolean isBack(LabPc pc, int before) throws Exception {
        try {
            LabApi.Answer state = pc.api().get("/api/v1/upgrade?lang=en");
            return state.status() == 200
                    && state.body().get("generation").getAsInt() == before
                    && state.text("phase").equals("NOTHING_NEW");
        } catch (IOException notNow) {
            return false;
        }
    }

    /** The journal since the plan was allowed. */
    private static String journal(LabPc pc, String plan) throws Exception {
        return String.join("\n", newest(pc, plan));
    }

    private static List<String> newest(LabPc pc, String plan) throws Exception {
        Path journal = pc.home().resolve("journal");
        if (!Files.exists(journal)) {
            return List.of();
        }
        List<String> lines = Files.readAllLines(journal);
        int first = 0;
        while (first < lines.size() && !lines.get(first).contains(" CONSENTED plan=" + plan)) {
            first++;
        }
        return lines.subList(first, lines.size());
    }

    /** None while the part that keeps them starts. */
    private static List<String> notices(LabPc pc) throws Exception {
        LabApi.Answer answer = pc.api().get("/api/v1/notices?lang=en&limit=1000&state=active");
        List<String> texts = new ArrayList<>();
        if (answer.status() == 200) {
            answer.body().getAsJsonArray("notices").forEach(notice -> texts.add(notice.toString()));
        }
        return texts;
    }
}
