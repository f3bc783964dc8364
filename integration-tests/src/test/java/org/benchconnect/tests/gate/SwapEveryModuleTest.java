package org.benchconnect.tests.gate;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.lang.management.ManagementFactory;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import org.benchconnect.launcher.list.ModuleList;
import org.benchconnect.tests.Await;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Every module of the base release, once each: another version takes its place in the running agent, and then goes back. */
class SwapEveryModuleTest {
    private static final Logger LOG = LoggerFactory.getLogger(SwapEveryModuleTest.class);
    private static final Duration PATIENCE = Duration.ofMinutes(2);
    /** Every module of the base release, with {@code benchconnect torture bad-upgrade}; otherwise these. */
    private static final boolean WHOLE = Boolean.getBoolean("benchconnect.whole");

    private static final Set<String> SAMPLE = Set.of(
            "org.benchconnect.core", "org.benchconnect.upgrade", "org.benchconnect.adapter.navios", "com.sun.jna");
    /** Their libraries are loaded once in a process. */
    private static final Set<String> NATIVE = Set.of("org.xerial.sqlite-jdbc", "com.sun.jna");

    @Test
    void theNewOneRunsWithWhoIsWiredToItAndGoesBack(@TempDir Path folder) throws Exception {
        try (BaseLab lab = new BaseLab(folder)) {
            lab.start();
            awaitWell(lab);
            List<ModuleList.Module> all = lab.release().features().get(0).modules();

            int changed = 0;
            for (ModuleList.Module module : all) {
                String name = lab.symbolicName(module);
                if (!WHOLE && !SAMPLE.contains(name)) {
                    continue;
                }
                changed++;
                if (NATIVE.contains(name)) {
                    restartsOnTrial(lab, module);
                } else {
                    swapped(lab, module, name);
                }
            }

            assertEquals(WHOLE ? all.size() : SAMPLE.size(), changed);
            assertTrue(all.size() > 20, all::toString);
            assertEquals(WHOLE ? NATIVE.size() : 1, lab.restarts.get());
        }
    }

    private static void swapped(BaseLab lab, ModuleList.Module module, String name) throws Exception {
        Map<String, Long> before = lab.running();
        int generation = lab.current();
        lab.stageOnTrial(lab.withChanged(module, name));

        long begin = System.nanoTime();
        lab.modules().switchToCurrent();
        long millis = Duration.ofNanos(System.nanoTime() - begin).toMillis();
        Map<String, Long> after = lab.running();
        awaitWell(lab);
        begin = System.nanoTime();
        lab.modules().goBack();
        long back = Duration.ofNanos(System.nanoTime() - begin).toMillis();

        Set<String> stopped = new TreeSet<>();
        before.forEach((each, id) -> {
            if (!id.equals(after.get(each))) {
                stopped.add(each);
            }
        });
        LOG.info(
                "SWAP {}: {} ms, back {} ms, metaspace {} MB; stops {} {}",
                name,
                millis,
                back,
                metaspace(),
                stopped.size(),
                stopped);
        assertEquals(before.keySet(), after.keySet());
        assertNotEquals(before.get(name), after.get(name));
        assertEquals(before.keySet(), lab.running().keySet());
        assertEquals(generation, lab.current());
        assertTrue(Files.notExists(lab.home.resolve("generations/current.before")));
        awaitWell(lab);
        assertEquals(List.of(), lab.danglingWires());
    }

    private static void restartsOnTrial(BaseLab lab, ModuleList.Module module) throws Exception {
        Map<String, Long> before = lab.running();
        int restarts = lab.restarts.get();
        lab.stageOnTrial(lab.withChanged(module, "native"));

        lab.modules().switchToCurrent();

        assertEquals(restarts + 1, lab.restarts.get(), "the real one ends the process here");
        assertEquals(before, lab.running());
        Files.move(
                lab.home.resolve("generations/current.before"),
                lab.home.resolve("generations/current"),
                java.nio.file.StandardCopyOption.REPLACE_EXISTING);
    }

    private static void awaitWell(BaseLab lab) throws Exception {
        List<String> last = new ArrayList<>();
        Await.until("every component is satisfied: " + last, PATIENCE, () -> {
            last.clear();
            last.addAll(lab.unsatisfied());
            if (last.isEmpty()) {
                return Files.exists(lab.home.resolve("run/api"));
            }
            return false;
        });
        assertEquals(List.of(), lab.danglingWires());
    }

    private static long metaspace() {
        return ManagementFactory.getMemoryPoolMXBeans().stream()
                .filter(pool -> pool.getName().equals("Metaspace"))
                .mapToLong(pool -> pool.getUsage().getUsed() >> 20)
                .sum();
    }
}
