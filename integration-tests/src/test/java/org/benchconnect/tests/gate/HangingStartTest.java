package org.benchconnect.tests.gate;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import org.benchconnect.launcher.list.ModuleList;
import org.benchconnect.launcher.module.GateRefusal.Rule;
import org.benchconnect.launcher.module.ModulesRefusedException;
import org.benchconnect.tests.Await;
import org.benchconnect.tests.Quickest;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.osgi.framework.BundleActivator;

/** A module that was allowed does not end its start. */
class HangingStartTest {
    private static final List<String> SCREEN = List.of("view-screen");
    private static final Duration PATIENCE = Duration.ofMinutes(2);
    /** For a start that never ends; the others have it too, and need it where this machine stands still. */
    private static final Duration LONGEST = Duration.ofSeconds(10);

    @AutoClose
    private GateLab lab;

    @BeforeEach
    void anAgent(@TempDir Path folder) throws Exception {
        System.clearProperty(HangingStart.BEGUN);
        lab = new GateLab(folder);
    }

    @Test
    void evictingWhileAModulesStartHangsEndsTheProcessWithinASecond() throws Exception {
        ModuleList.Feature hanging = feature("lab.hanging", SCREEN, HangingStart.class);
        lab.stage(hanging);
        lab.grant(hanging, 1);
        lab.start();

        Quickest.within(Duration.ofSeconds(1), this::evictedWhileItsStartHangs);
    }

    private Duration evictedWhileItsStartHangs() throws Exception {
        System.clearProperty(HangingStart.BEGUN);
        System.clearProperty(Hanging.RELEASE);
        int restarts = lab.restarts.get();
        CompletableFuture<Void> starting = starting("lab.hanging", 1);
        Await.until("its start hangs", PATIENCE, () -> System.getProperty(HangingStart.BEGUN) != null);

        long begin = System.nanoTime();
        lab.modules().evict("lab.hanging");
        Duration took = Duration.ofNanos(System.nanoTime() - begin);

        assertTrue(lab.restarts.get() > restarts, "the real one ends the process here");
        System.setProperty(Hanging.RELEASE, "now");
        assertThrows(ExecutionException.class, starting::get);
        lab.letGo();
        assertFalse(lab.isInstalled("lab.hanging.module"));
        return took;
    }

    @Test
    void whatWaitedToStartWhenItWasEvictedDoesNotStart() throws Exception {
        ModuleList.Feature hanging = feature("lab.hanging", SCREEN, HangingStart.class);
        ModuleList.Feature watcher = feature("lab.watcher", SCREEN, Counting.class);
        lab.stage(hanging, watcher);
        lab.grant(hanging, 1);
        lab.grant(watcher, 2);
        lab.start();
        CompletableFuture<Void> first = starting("lab.hanging", 1);
        Await.until("its start hangs", PATIENCE, () -> System.getProperty(HangingStart.BEGUN) != null);
        CompletableFuture<Void> second = starting("lab.watcher", 2);
        Await.until("the second waits", PATIENCE, () -> Thread.getAllStackTraces().keySet().stream()
                .anyMatch(thread ->
                        thread.getName().equals("caller of lab.watcher") && thread.getState() == Thread.State.WAITING));

        lab.modules().evict("lab.watcher");
        System.setProperty(Hanging.RELEASE, "now");
        first.get();
        ExecutionException refused = assertThrows(ExecutionException.class, second::get);

        assertTrue(refused.getMessage().contains("taken back before it started"), refused::getMessage);
        assertFalse(lab.isInstalled("lab.watcher.module"));
        assertEquals(0, lab.restarts.get());
    }

    @Test
    void aStartThatTakesTooLongIsRefusedAndNothingOfItStays() throws Exception {
        ModuleList.Feature slow = feature("lab.slow", SCREEN, SlowStart.class);
        lab.longestStart = LONGEST;
        lab.stage(slow);
        lab.grant(slow, 1);
        lab.start();

        ModulesRefusedException refused =
                assertThrows(ModulesRefusedException.class, () -> lab.modules().start("lab.slow", 1));

        assertEquals(Rule.NOT_STARTED, refused.rule());
        assertTrue(refused.getMessage().contains("has not ended within 10000 ms"), refused::getMessage);
        assertFalse(lab.isInstalled("lab.slow.module"));
        assertEquals(0, lab.restarts.get());
        assertEquals(List.of(), lab.refusals);
    }

    @Test
    void aStartThatCannotBeEndedEndsTheProcess() throws Exception {
        ModuleList.Feature hanging = feature("lab.hanging", SCREEN, HangingStart.class);
        lab.longestStart = LONGEST;
        lab.stage(hanging);
        lab.grant(hanging, 1);
        lab.start();

        ModulesRefusedException refused =
                assertThrows(ModulesRefusedException.class, () -> lab.modules().start("lab.hanging", 1));

        assertEquals(Rule.NOT_STARTED, refused.rule());
        assertTrue(lab.restarts.get() >= 1, "the real one ends the process here");
        assertFalse(lab.running("lab.hanging").running());
    }

    @Test
    void oneWithoutPrivilegesThatHangsDoesNotKeepTheOthersFromRunning() throws Exception {
        ModuleList.Feature hanging = feature("lab.hanging", List.of(), HangingStart.class);
        ModuleList.Feature after = feature("lab.after", List.of(), Counting.class);
        ModuleList.Feature watcher = feature("lab.watcher", SCREEN, Counting.class);
        lab.longestStart = LONGEST;
        lab.stage(hanging, after, watcher);
        lab.grant(watcher, 1);

        lab.start();
        lab.modules().start("lab.watcher", 1);
        boolean ran = lab.running("lab.watcher").running();
        lab.evict("lab.watcher");

        assertTrue(ran);
        assertTrue(lab.running("lab.after").running());
        assertFalse(lab.running("lab.hanging").running());
        assertFalse(lab.isInstalled("lab.watcher.module"));
        assertEquals(0, lab.restarts.get());
    }

    private CompletableFuture<Void> starting(String feature, long serial) {
        CompletableFuture<Void> started = new CompletableFuture<>();
        Thread caller = new Thread(
                () -> {
                    try {
                        lab.modules().start(feature, serial);
                        started.complete(null);
                    } catch (ModulesRefusedException | RuntimeException e) {
                        started.completeExceptionally(e);
                    }
                },
                "caller of " + feature);
        caller.setDaemon(true);
        caller.start();
        return started;
    }

    private ModuleList.Feature feature(String name, List<String> privileges, Class<? extends BundleActivator> activator)
            throws Exception {
        return lab.feature(
                name,
                privileges,
                List.of(),
                Packed.module(name + ".module", activator).jar());
    }
}
