package org.benchconnect.upgrade.upgrader;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;

import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.SplittableRandom;
import java.util.concurrent.CountDownLatch;
import org.benchconnect.core.consent.Consents;
import org.benchconnect.core.instrument.Activity;
import org.benchconnect.core.instrument.InstrumentState;
import org.benchconnect.core.instrument.Instruments;
import org.benchconnect.core.upgrade.Approval.When;
import org.benchconnect.core.upgrade.Hindrance;
import org.benchconnect.core.upgrade.UpgradeState.Phase;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * A thousand allowed upgrades against an adapter that is busy, hung, crashed or silent, in random order and changing while they wait: nothing disruptive happens. The interlock
 * with its threads is the real one; generations and time are not.
 */
class InterlockAttemptsTest {
    private static final int ATTEMPTS = 1000;
    private static final Duration QUICK =
            Duration.ofMillis(5); // in place of 500 ms, so that the hung ones do not take minutes
    private static final Duration LOOK = Duration.ofMillis(250);

    @TempDir
    Path home;

    /** What an adapter can be. */
    private enum Adapter {
        BUSY,
        HUNG,
        CRASHED,
        SILENT,
        NOT_THERE,
        UNKNOWN,
        FOLDER_GONE,
        NONE_WATCHED
    }

    private final SplittableRandom random = new SplittableRandom(60);

    private @Nullable Instruments instruments(Adapter adapter, CountDownLatch end) {
        return switch (adapter) {
            case BUSY -> () -> one(Activity.ACQUIRING, true);
            case HUNG ->
                () -> {
                    await(end);
                    return one(Activity.IDLE, true); // far too late
                };
            case CRASHED ->
                () -> {
                    throw new IllegalStateException("the adapter crashed");
                };
            case SILENT ->
                () -> {
                    throw new NoClassDefFoundError("its module is gone");
                };
            case NOT_THERE -> null;
            case UNKNOWN -> () -> one(Activity.UNKNOWN, true);
            case FOLDER_GONE -> () -> one(Activity.IDLE, false);
            case NONE_WATCHED -> List::of;
        };
    }

    private static void await(CountDownLatch end) {
        try {
            end.await();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private static List<InstrumentState> one(Activity activity, boolean watching) {
        return List.of(InterlockTest.instrument("navios", activity, watching));
    }

    static Consents notFrozen() {
        return (Consents) java.lang.reflect.Proxy.newProxyInstance(
                Consents.class.getClassLoader(),
                new Class<?>[] {Consents.class},
                (proxy, method, arguments) -> switch (method.getName()) {
                    case "frozen" -> Optional.empty();
                    case "equals" -> proxy == arguments[0];
                    case "hashCode" -> System.identityHashCode(proxy);
                    default -> throw new UnsupportedOperationException(method.getName());
                });
    }

    @Test
    void aThousandAttemptsDisturbNobodyAndEachGoesOnWhenTheInstrumentIsIdle() throws Exception {
        int disruptive = 0;
        int resumed = 0;
        Consents consents = notFrozen();
        for (int attempt = 0; attempt < ATTEMPTS; attempt++) {
            CountDownLatch end = new CountDownLatch(1);
            Neighbours neighbours = new Neighbours(
                    () -> {
                        throw new IllegalStateException("no framework");
                    },
                    QUICK);
            neighbours.consents = consents;
            Given pc = new Given(home.resolve(String.valueOf(attempt)));
            pc.around.hindrancesOf = Optional.of(neighbours);
            int changes = 1 + random.nextInt(4);
            neighbours.instruments = instruments(any(), end);
            pc.allowed(When.AS_SOON_AS_IDLE);

            List<Hindrance> said = pc.course.state().waitsFor();
            assertFalse(said.isEmpty(), "the deferral is not visible");
            for (int change = 0; change < changes; change++) {
                pc.passes(LOOK.multipliedBy(1 + random.nextInt(3)));
                neighbours.instruments = instruments(any(), end);
            }
            pc.passes(LOOK);
            disruptive += pc.steps.disruptive.size();
            assertEquals(Phase.WAITS, pc.phase());

            neighbours.instruments = () -> one(Activity.IDLE, true);
            goesOnWithinAMinute(pc);
            resumed += pc.steps.disruptive.equals(List.of("switch to 2")) ? 1 : 0;
            end.countDown();
        }

        assertEquals(0, disruptive);
        assertEquals(ATTEMPTS, resumed);
    }

    /** Of simulated time; while this PC is too busy to answer in {@link #QUICK}, that time stands still. */
    private static void goesOnWithinAMinute(Given pc) {
        long until = System.nanoTime() + Duration.ofSeconds(30).toNanos();
        Duration waited = Duration.ZERO;
        while (pc.steps.disruptive.isEmpty()
                && waited.compareTo(Duration.ofMinutes(1)) < 0
                && System.nanoTime() < until) {
            pc.passes(LOOK);
            boolean answered =
                    pc.course.state().waitsFor().stream().noneMatch(one -> one.reason() == Hindrance.Reason.NO_ANSWER);
            waited = answered ? waited.plus(LOOK) : waited;
        }
    }

    private Adapter any() {
        return Adapter.values()[random.nextInt(Adapter.values().length)];
    }
}
