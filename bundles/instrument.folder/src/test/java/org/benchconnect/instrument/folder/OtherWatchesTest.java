package org.benchconnect.instrument.folder;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.benchconnect.core.instrument.Activity;
import org.benchconnect.core.instrument.Evidence;
import org.benchconnect.core.instrument.InstrumentState;
import org.benchconnect.core.instrument.InstrumentWatch;
import org.benchconnect.core.testing.SteppingClock;
import org.junit.jupiter.api.Test;

class OtherWatchesTest {
    private final SteppingClock steady = new SteppingClock(Instant.EPOCH);
    private final OtherWatches others = new OtherWatches(steady, Duration.ofMinutes(1));

    private static InstrumentState state(String adapter, Activity activity, Evidence evidence) {
        return new InstrumentState(adapter, null, null, activity, Set.of(evidence), true, null);
    }

    private Activity joined(Activity files, Activity log) {
        OtherWatches each = new OtherWatches(steady, Duration.ofMinutes(1));
        each.add(() -> state("navios", log, Evidence.LOG), "navios");
        return each.joinedWith(List.of(state("navios", files, Evidence.FILES)))
                .get(0)
                .activity();
    }

    @Test
    void theStateThatPermitsTheLeastStands() {
        List<Activity> joined = new ArrayList<>();
        for (Activity files : Activity.values()) {
            for (Activity log : Activity.values()) {
                joined.add(joined(files, log));
            }
        }

        Activity idle = Activity.IDLE;
        Activity acquiring = Activity.ACQUIRING;
        Activity unknown = Activity.UNKNOWN;
        assertEquals(
                List.of(idle, acquiring, unknown, acquiring, acquiring, acquiring, unknown, acquiring, unknown),
                joined);
    }

    @Test
    void evidenceIsUnitedAndWatchingIsAll() {
        others.add(
                () -> new InstrumentState("navios", null, null, Activity.IDLE, Set.of(Evidence.LOG), false, null), "");

        InstrumentState joined = others.joinedWith(List.of(state("navios", Activity.IDLE, Evidence.FILES)))
                .get(0);

        assertEquals(Set.of(Evidence.FILES, Evidence.LOG), joined.evidence());
        assertFalse(joined.watching());
    }

    @Test
    void aWatchThatFailsIsUnknownUnderItsOwnName() {
        others.add(
                () -> {
                    throw new IllegalStateException("told to fail");
                },
                "cellmek");

        InstrumentState state = others.joinedWith(List.of()).get(0);

        assertEquals("cellmek", state.adapter());
        assertEquals(Activity.UNKNOWN, state.activity());
    }

    @Test
    void aWatchThatWentIsUnknownUntilASwapMustBeOver() {
        InstrumentWatch watch = () -> state("cellmek", Activity.ACQUIRING, Evidence.LOG);
        others.add(watch, "cellmek");

        others.remove(watch);
        List<InstrumentState> at = others.joinedWith(List.of());
        steady.step(Duration.ofMinutes(1));

        assertEquals(Activity.UNKNOWN, at.get(0).activity());
        assertEquals(List.of(), others.joinedWith(List.of()));
    }

    @Test
    void theNextOfASwapTakesThePlaceOfTheOneThatWent() {
        InstrumentWatch old = () -> state("cellmek", Activity.IDLE, Evidence.LOG);
        others.add(old, "cellmek");

        others.remove(old);
        others.add(() -> state("cellmek", Activity.IDLE, Evidence.LOG), "cellmek");

        assertEquals(Activity.IDLE, others.joinedWith(List.of()).get(0).activity());
    }
}
