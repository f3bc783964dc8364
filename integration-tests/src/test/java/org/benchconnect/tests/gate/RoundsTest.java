package org.benchconnect.tests.gate;

import static org.junit.jupiter.api.Assertions.assertEquals;

import com.sun.management.UnixOperatingSystemMXBean;
import java.lang.management.ManagementFactory;
import java.lang.ref.WeakReference;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.stream.Stream;
import org.benchconnect.launcher.list.ModuleList;
import org.benchconnect.tests.Await;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.osgi.framework.wiring.BundleWiring;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Install, grant, withdraw, remove, again and again: nothing stays behind. {@code -Dbenchconnect.rounds=200} for the measured number. */
class RoundsTest {
    private static final Logger LOG = LoggerFactory.getLogger(RoundsTest.class);
    private static final int ROUNDS = Integer.getInteger("benchconnect.rounds", 10);
    private static final Duration PATIENCE = Duration.ofMinutes(2);

    @Test
    void roundsLeaveNoClassLoaderThreadOrFileBehind(@TempDir Path folder) throws Exception {
        try (GateLab lab = new GateLab(folder)) {
            lab.start();
            List<WeakReference<ClassLoader>> loaders = new ArrayList<>();
            List<Long> started = new ArrayList<>();
            List<Long> evicted = new ArrayList<>();
            round(lab, 1, loaders, started, evicted);
            Left before = Left.in(lab.home);

            for (int serial = 2; serial <= ROUNDS + 1; serial++) {
                round(lab, serial, loaders, started, evicted);
            }

            Await.until("no class loader is left", PATIENCE, () -> {
                System.gc();
                return loaders.stream().allMatch(loader -> loader.get() == null);
            });
            Await.until("no thread and no open file is left; before " + before, PATIENCE, () -> Left.in(lab.home)
                    .isNoMoreThan(before));
            Left after = Left.in(lab.home);
            LOG.info(
                    "{} rounds; start {}, evict {}; before {}, after {}",
                    ROUNDS,
                    spread(started),
                    spread(evicted),
                    before,
                    after);
            assertEquals(ROUNDS + 1, loaders.size());
            assertEquals(before.cached(), after.cached());
            assertEquals(
                    2, lab.bundle("lab.base").getBundleContext().getBundles().length, "the framework and the base");
            assertEquals(0, lab.restarts.get());
        }
    }

    private static void round(
            GateLab lab, int serial, List<WeakReference<ClassLoader>> loaders, List<Long> started, List<Long> evicted)
            throws Exception {
        ModuleList.Feature feature = lab.feature(
                "lab.watcher",
                "1.0." + serial,
                List.of("view-screen"),
                List.of(),
                Packed.module("watcher", Counting.class)
                        .version("1.0." + serial)
                        .jar());
        lab.stage(feature);
        lab.modules().switchToCurrent();
        lab.grant(feature, serial);
        long begin = System.nanoTime();
        lab.modules().start("lab.watcher", serial);
        started.add(System.nanoTime() - begin);
        loaders.add(new WeakReference<>(
                lab.bundle("watcher").adapt(BundleWiring.class).getClassLoader()));
        evicted.add(lab.evict("lab.watcher").toNanos());
        Files.delete(lab.grant("lab.watcher"));
        Files.delete(GateLab.sig(lab.grant("lab.watcher")));
        lab.stage();
        lab.modules().switchToCurrent();
    }

    private static String spread(List<Long> nanos) {
        List<Long> sorted = new ArrayList<>(nanos);
        Collections.sort(sorted);
        return "p50 " + sorted.get(sorted.size() / 2) / 1000 + " us, max " + sorted.get(sorted.size() - 1) / 1000
                + " us";
    }

    /** What a round could leave. */
    private record Left(int threads, long openFiles, long cached) {
        boolean isNoMoreThan(Left before) {
            return threads <= before.threads + 1 && openFiles <= before.openFiles + 2;
        }

        static Left in(Path home) throws Exception {
            System.gc();
            UnixOperatingSystemMXBean system = (UnixOperatingSystemMXBean) ManagementFactory.getOperatingSystemMXBean();
            try (Stream<Path> cached = Files.list(home.resolve("run/felix-cache"))) {
                return new Left(
                        ManagementFactory.getThreadMXBean().getThreadCount(),
                        system.getOpenFileDescriptorCount(),
                        cached.count());
            }
        }
    }
}
