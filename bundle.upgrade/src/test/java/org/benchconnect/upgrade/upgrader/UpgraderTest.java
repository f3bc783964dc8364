package org.benchconnect.upgrade.upgrader;

import static java.util.concurrent.TimeUnit.MILLISECONDS;
import static java.util.concurrent.TimeUnit.SECONDS;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.lang.annotation.Annotation;
import java.lang.reflect.Proxy;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.CountDownLatch;
import java.util.stream.Collectors;
import org.benchconnect.core.consent.Consents;
import org.benchconnect.core.consent.Freeze;
import org.benchconnect.core.instrument.Activity;
import org.benchconnect.core.instrument.Instruments;
import org.benchconnect.core.ledger.Detail;
import org.benchconnect.core.ledger.Event;
import org.benchconnect.core.ledger.EventKind;
import org.benchconnect.core.status.Platform;
import org.benchconnect.core.upgrade.Approval;
import org.benchconnect.core.upgrade.Approval.When;
import org.benchconnect.core.upgrade.Hindrance;
import org.benchconnect.core.upgrade.Hindrance.Reason;
import org.benchconnect.core.upgrade.UpgradeState.Phase;
import org.benchconnect.launcher.storage.Disk;
import org.benchconnect.upgrade.journal.Journal;
import org.benchconnect.upgrade.journal.JournalFile;
import org.benchconnect.upgrade.plan.UpgradePlanner;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.osgi.framework.BundleContext;

/** The component with its real threads and real time. */
class UpgraderTest {
    private static final long PATIENCE = 30; // seconds, of the test

    @TempDir
    Path home;

    private final CountDownLatch hangs = new CountDownLatch(1);
    private final CountDownLatch switched = new CountDownLatch(1);
    private FakeSteps steps;
    private Upgrader upgrader;

    @BeforeEach
    void agent() throws Exception {
        Files.createDirectories(home.resolve("generations"));
        Journal journal = new JournalFile(Disk.forOwner(), home, Clock.systemUTC());
        steps = new FakeSteps(journal);
        steps.whileItSwitches = switched::countDown;
        UpgradePlanner planner =
                (source, language) -> new UpgradePlanner.Look(Optional.of(Given.plan(Given.PLAN)), Optional.empty());
        upgrader = new Upgrader(shipped(), context(), planner, steps, journal);
        upgrader.bindConsents(InterlockAttemptsTest.notFrozen());
    }

    @AfterEach
    void end() {
        upgrader.close();
        hangs.countDown();
    }

    private BundleContext context() {
        return (BundleContext) Proxy.newProxyInstance(
                BundleContext.class.getClassLoader(),
                new Class<?>[] {BundleContext.class},
                (proxy, method, arguments) ->
                        method.getName().equals("getProperty") && arguments[0].equals(Platform.HOME)
                                ? home.toString()
                                : null);
    }

    static UpgradeConfiguration shipped() {
        return new UpgradeConfiguration() {
            @Override
            public String source() {
                return "";
            }

            @Override
            public int look_minutes() {
                return 60;
            }

            @Override
            public String window() {
                return "";
            }

            @Override
            public int health_seconds() {
                return 60;
            }

            @Override
            public Class<? extends Annotation> annotationType() {
                return UpgradeConfiguration.class;
            }
        };
    }

    private Instruments hanging() {
        return () -> {
            try {
                hangs.await();
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
            }
            return List.of();
        };
    }

    /** Whose entry 7 it is. */
    private static FakeLedger ledgerWithAllowance() {
        FakeLedger ledger = new FakeLedger(Clock.systemUTC());
        while (ledger.size() < 7) {
            ledger.append(Event.of(EventKind.AGENT_STARTED));
        }
        ledger.append(Event.of(EventKind.UPGRADE_ALLOWED).with(Detail.PLAN, Given.PLAN));
        return ledger;
    }

    private static Approval now() {
        return new Approval(7, Given.ADA, Instant.now(), When.AS_SOON_AS_IDLE, Optional.empty());
    }

    private static Set<Thread> asking() {
        return Thread.getAllStackTraces().keySet().stream()
                .filter(thread -> thread.getName().equals("upgrade-instruments"))
                .collect(Collectors.toSet());
    }

    private void assertNoAnswer() {
        assertEquals(List.of(Hindrance.of(Reason.NO_ANSWER)), upgrader.hindrances());
    }

    /** Of others that hang, each time: where this PC itself stalls, nothing is said of the upgrade utility. */
    private boolean isSaidWithinASecond() {
        for (int i = 0; i < 5; i++) {
            upgrader.bindInstruments(hanging());
            long start = System.nanoTime();
            assertEquals(
                    List.of(Hindrance.of(Reason.NO_ANSWER)), upgrader.state().waitsFor());
            assertNoAnswer();
            if (Duration.ofNanos(System.nanoTime() - start).compareTo(Duration.ofSeconds(1)) < 0) {
                return true;
            }
        }
        return false;
    }

    /** Until then this PC may be too busy for instruments to answer in time. */
    private void awaitHindrances(List<Hindrance> expected) throws InterruptedException {
        List<Hindrance> found = upgrader.hindrances();
        long end = System.nanoTime() + SECONDS.toNanos(PATIENCE);
        while (!found.equals(expected) && System.nanoTime() < end) {
            assertFalse(hangs.await(50, MILLISECONDS));
            found = upgrader.hindrances();
        }
        assertEquals(expected, found);
    }

    @Test
    void instrumentsThatHangForEverAreWaitedForAndCostOneThread() throws Exception {
        Set<Thread> before = asking(); // those of tests before may still be about to end
        upgrader.bindInstruments(hanging());
        assertEquals(Phase.OFFERED, upgrader.check(Optional.empty()).phase());

        upgrader.approve(Given.PLAN, now());

        assertEquals(List.of(Hindrance.of(Reason.NO_ANSWER)), upgrader.state().waitsFor());
        for (int i = 0; i < 20; i++) {
            assertNoAnswer();
        }
        Set<Thread> more = asking();
        more.removeAll(before);
        assertEquals(1, more.size());
        assertTrue(isSaidWithinASecond(), "visible, and an answer, within a second");
        assertEquals(List.of(), steps.disruptive);
    }

    @Test
    void itGoesOnWhenInstrumentsThatAnswerTakeTheirPlace() throws Exception {
        upgrader.bindInstruments(hanging());
        upgrader.bindLedger(ledgerWithAllowance());
        upgrader.check(Optional.empty());
        upgrader.approve(Given.PLAN, now());

        upgrader.bindInstruments(() -> List.of(InterlockTest.instrument("navios", Activity.IDLE, true)));

        assertTrue(switched.await(PATIENCE, SECONDS));
        assertEquals(List.of("switch to 2"), steps.disruptive);
    }

    @Test
    void aFreezeIsInTheWayAndAConsentBundleThatWasReplacedCountsNoMore() throws Exception {
        upgrader.bindInstruments(() -> List.of(InterlockTest.instrument("navios", Activity.IDLE, true)));
        upgrader.unbindConsents(InterlockAttemptsTest.notFrozen());
        awaitHindrances(List.of());

        upgrader.bindConsents(frozen());

        awaitHindrances(List.of(Hindrance.of(Reason.FROZEN)));
    }

    private static Consents frozen() {
        return (Consents) Proxy.newProxyInstance(
                BundleContext.class.getClassLoader(),
                new Class<?>[] {Consents.class},
                (proxy, method, arguments) -> switch (method.getName()) {
                    case "frozen" -> Optional.of(new Freeze(Given.ADA, Given.NOON));
                    case "equals" -> proxy == arguments[0];
                    case "hashCode" -> System.identityHashCode(proxy);
                    default -> null;
                });
    }
}
