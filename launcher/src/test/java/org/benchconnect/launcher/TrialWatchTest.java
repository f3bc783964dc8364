package org.benchconnect.launcher;

import static org.junit.jupiter.api.Assertions.assertTrue;

import java.lang.reflect.Proxy;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.benchconnect.launcher.list.ModuleList;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.osgi.framework.BundleContext;

class TrialWatchTest {
    private static final ModuleList LIST = OneFeature.of(List.of(ModuleList.Module.of("1".repeat(64))));

    @Test
    void aLookThatFailsIsNotTheLast(@TempDir Path home) throws Exception {
        Path generations = Files.createDirectories(home.resolve("generations"));
        Files.writeString(generations.resolve("current"), "2\n");
        Files.writeString(generations.resolve("current.before"), "1\n");
        CountDownLatch looks = new CountDownLatch(2);
        VerifiedFiles files = new VerifiedFiles(new Installation(home), home);

        try (TrialWatch watch = new TrialWatch(Duration.ofHours(1), failing(looks), files, idle(files))) {
            watch.begin();

            assertTrue(looks.await(60, TimeUnit.SECONDS), "it looked no more");
        }
    }

    /** Of a framework that is in trouble. */
    private static BundleContext failing(CountDownLatch looks) {
        return (BundleContext) Proxy.newProxyInstance(
                TrialWatchTest.class.getClassLoader(), new Class<?>[] {BundleContext.class}, (proxy, method, args) -> {
                    looks.countDown();
                    throw new IllegalStateException("the framework is in trouble");
                });
    }

    private static VerifiedModules idle(VerifiedFiles files) throws Exception {
        BaseRelease base = new BaseRelease(LIST);
        Refusals refusals = new Refusals();
        ModuleBundles bundles = new ModuleBundles(
                failing(new CountDownLatch(0)),
                files.home(),
                new Gate(refusals, base),
                new Deadline(() -> {}),
                Duration.ofSeconds(1));
        return new VerifiedModules(files, bundles, refusals, base, new Generation(1, LIST));
    }
}
