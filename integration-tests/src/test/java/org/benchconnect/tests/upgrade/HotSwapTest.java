package org.benchconnect.tests.upgrade;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.google.gson.JsonArray;
import com.google.gson.JsonElement;
import com.google.gson.JsonObject;
import java.lang.ref.WeakReference;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.atomic.AtomicReference;
import org.benchconnect.tests.Await;
import org.benchconnect.tests.lab.LabApi;
import org.benchconnect.tests.lab.LabPc;
import org.benchconnect.tests.lab.LaterBase;
import org.benchconnect.tests.lab.Rebuilt;
import org.benchconnect.tests.rounds.Left;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.osgi.framework.Bundle;
import org.osgi.framework.Version;
import org.osgi.framework.wiring.BundleWiring;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Modules of the running agent are swapped, there and back. {@code -Dbenchconnect.rounds=250} for 500 swaps: then the gaps and what is left in memory are judged by the
 * numbers that are promised; otherwise loosely, since the machine may be busy and a few swaps say little.
 */
class HotSwapTest {
    private static final Logger LOG = LoggerFactory.getLogger(HotSwapTest.class);
    private static final int ROUNDS = Integer.getInteger("benchconnect.rounds", 4);
    private static final int QUARTERS = 4;
    private static final Duration PATIENCE = Duration.ofMinutes(2);
    private static final boolean CAMPAIGN = System.getProperty("benchconnect.rounds") != null;
    private static final Duration MEDIAN = CAMPAIGN ? Duration.ofMillis(20) : Duration.ofSeconds(2);
    private static final Duration WORST_OF_A_HUNDRED = CAMPAIGN ? Duration.ofMillis(100) : Duration.ofSeconds(10);
    /** Far less than one swap could leave if it left something each time: a module's classes and what they hold. */
    private static final long GROWTH_BYTES = 4_000_000;

    private static final int GROWTH_CLASSES = 200;
    /** What the compiler notes about methods is in there too, and grows until it has seen them all: so the last quarter of the rounds counts. */
    private static final long GROWTH_METASPACE_AT_LAST = 1_000_000;
    /** The JVM's own come and go. */
    private static final int FEW = 3;

    private static final String OURS = "org.benchconnect.";
    private static final String ADAPTER = OURS + "adapter.navios";
    private static final Version OLD = new Version(0, 1, 0);

    @TempDir
    private static Path folder;

    private static LabPc pc;
    private static Steps steps;
    private static int counter = 1;

    @BeforeAll
    static void anAgent() throws Exception {
        pc = LabPc.furnished(folder, "Navios EX");
        pc.set("upgrade", Map.of("look-minutes", 0));
        pc.start();
        steps = new Steps(pc);
    }

    @AfterAll
    static void end() {
        pc.close();
    }

    @ParameterizedTest
    @ValueSource(strings = {"adapter.navios", "notify", "store", "instrument.folder", "consent", "upgrade", "core"})
    void whatThePlanSaysIsWhatStopsThereAndBack(String rebuilt) throws Exception {
        String module = OURS + rebuilt;
        Steps.Planned plan = planned(module);
        int generation = steps.stage(plan);
        Map<String, String> before = pc.components().modules();
        Set<String> told = new TreeSet<>(plan.changes());
        assertEquals(Set.of(module), told);
        told.addAll(plan.stops());

        try (Stops stops = new Stops(pc)) {
            steps.switchTo(generation);
            untilAllRun();

            assertEquals(told, stops.modules(), "what stopped is not what was said");
            assertTrue(told.containsAll(stops.madeAgain()), () -> "made again although not told: " + stops);
            assertTrue(version(module).compareTo(OLD) > 0);
        }
        try (Stops stops = new Stops(pc)) {
            steps.goBack();
            untilAllRun();

            assertEquals(told, stops.modules(), "what stopped on the way back is not what was said");
            assertTrue(told.containsAll(stops.madeAgain()), () -> "made again although not told: " + stops);
            assertEquals(OLD, version(module));
        }
        assertEquals(before.keySet(), pc.components().modules().keySet());
    }

    @ParameterizedTest
    @ValueSource(strings = {"adapter.navios", "instrument.folder", "notify"})
    void noFileIsLostOrCountedTwiceWhileItsModuleIsSwapped(String rebuilt) throws Exception {
        String module = OURS + rebuilt;
        Steps.Planned plan = planned(module);
        int generation = steps.stage(plan);
        long known = counted();
        BusyInstrument instrument = new BusyInstrument(pc.instrumentFolder());

        instrument.begin();
        try (Gap gap = new Gap(pc.agent().context(), module)) {
            for (int round = 0; round < ROUNDS; round++) {
                awaitMore();
                steps.switchTo(generation);
                awaitMore();
                steps.goBack();
                generation = steps.stage(plan);
            }
            int written = instrument.end();

            Await.until("all of " + written + " files are counted", PATIENCE, () -> counted() >= known + written);
            assertEquals(known + written, counted(), "a file was counted twice");
            LOG.info("torture: {}", gap);
            assertEquals(2 * ROUNDS, gap.count());
            assertTrue(gap.percentile(0.5).compareTo(MEDIAN) <= 0, gap.toString());
            assertTrue(gap.percentile(0.99).compareTo(WORST_OF_A_HUNDRED) <= 0, gap.toString());
        }
    }

    @Test
    void swapsAndWaysBackLeaveNothingBehind() throws Exception {
        List<WeakReference<ClassLoader>> loaders = new ArrayList<>();
        Steps.Planned plan = planned(ADAPTER, OURS + "notify", OURS + "console");
        int generation = steps.stage(plan);
        thereAndBack(generation, loaders);
        generation = steps.stage(plan);
        thereAndBack(generation, loaders);
        loaders.clear();
        Left before = Left.in(pc.home());
        List<Held> held = new ArrayList<>(List.of(Held.now()));
        int bundles = pc.agent().context().getBundles().length;

        for (int round = 0; round < ROUNDS; round++) {
            generation = steps.stage(plan);
            thereAndBack(generation, loaders);
            if ((round + 1) % Math.max(1, ROUNDS / QUARTERS) == 0) {
                held.add(Held.now());
            }
        }

        Await.until("no class loader is left", PATIENCE, () -> {
            System.gc();
            return loaders.stream().allMatch(loader -> loader.get() == null);
        });
        Await.until("threads and open files are as before: " + before, PATIENCE, () -> {
            Left now = Left.in(pc.home());
            return now.threads() <= before.threads() + FEW && now.openFiles() <= before.openFiles() + FEW;
        });
        Left after = Left.in(pc.home());
        LOG.info(
                "torture: {} swaps and ways back: before {} threads, {} files open; after {} and {}; from quarter to quarter {}",
                2 * ROUNDS,
                before.threads(),
                before.openFiles(),
                after.threads(),
                after.openFiles(),
                held);
        if (CAMPAIGN) {
            isFlat(held);
        }
        assertEquals(3 * ROUNDS, loaders.size());
        assertEquals(bundles, pc.agent().context().getBundles().length);
        assertEquals(before.files(), after.files());
    }

    private static void isFlat(List<Held> quarters) {
        Held first = quarters.get(0);
        Held beforeLast = quarters.get(quarters.size() - 2);
        Held last = quarters.get(quarters.size() - 1);
        assertTrue(last.heap() <= first.heap() + GROWTH_BYTES, quarters.toString());
        assertTrue(last.classes() <= first.classes() + GROWTH_CLASSES, quarters.toString());
        assertTrue(last.metaspace() <= beforeLast.metaspace() + GROWTH_METASPACE_AT_LAST, quarters.toString());
    }

    private static void thereAndBack(int generation, List<WeakReference<ClassLoader>> loaders) throws Exception {
        steps.switchTo(generation);
        for (String each : List.of(ADAPTER, OURS + "notify", OURS + "console")) {
            loaders.add(
                    new WeakReference<>(module(each).adapt(BundleWiring.class).getClassLoader()));
        }
        steps.goBack();
        untilAllRun();
    }

    /** Releases it rebuilt and has the agent look. */
    private static Steps.Planned planned(String... modules) throws Exception {
        counter++;
        String version = "0.1." + counter;
        List<Rebuilt> rebuilt = new ArrayList<>();
        for (String module : modules) {
            rebuilt.add(Rebuilt.of(module, version));
        }
        pc.vendor().release(LaterBase.of(version, counter, rebuilt.toArray(Rebuilt[]::new)));
        return steps.plan();
    }

    private static void untilAllRun() throws Exception {
        Await.until("every module runs and the local API answers", PATIENCE, () -> {
            for (Bundle bundle : pc.agent().context().getBundles()) {
                if (bundle.getState() != Bundle.ACTIVE && bundle.getHeaders().get("Fragment-Host") == null) {
                    return false;
                }
            }
            return pc.isThere();
        });
    }

    private static Version version(String module) {
        return module(module).getVersion();
    }

    private static Bundle module(String name) {
        return pc.services().module(name).orElseThrow();
    }

    private static void awaitMore() throws Exception {
        long now = counted();
        Await.until("another file is counted", PATIENCE, () -> counted() > now);
    }

    /** Nobody has them while the module that keeps them is swapped. */
    private static JsonArray notices() throws Exception {
        AtomicReference<LabApi.Answer> answer = new AtomicReference<>();
        Await.until("the notices can be read", PATIENCE, () -> {
            answer.set(pc.api().get("/api/v1/notices?lang=en&limit=1000&state=active"));
            return answer.get().status() == 200;
        });
        return answer.get().body().getAsJsonArray("notices");
    }

    /** How often the notice about the red laser was told. */
    private static long counted() throws Exception {
        long count = 0;
        for (JsonElement each : notices()) {
            JsonObject notice = each.getAsJsonObject();
            if (notice.getAsJsonObject("facts").has("laser")
                    && notice.get("severity").getAsString().equals("FAULT")) {
                count += notice.get("count").getAsLong();
            }
        }
        return count;
    }
}
