package org.benchconnect.upgrade.upgrader;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.List;
import java.util.Optional;
import org.benchconnect.core.instrument.Activity;
import org.benchconnect.core.instrument.InstrumentState;
import org.benchconnect.core.upgrade.Hindrance;
import org.benchconnect.core.upgrade.Hindrance.Reason;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;

class InterlockTest {
    static InstrumentState instrument(String adapter, Activity activity, boolean watching) {
        return new InstrumentState(adapter, null, null, activity, java.util.Set.of(), watching, null);
    }

    private static final InstrumentState IDLE = instrument("navios", Activity.IDLE, true);
    private static final InstrumentState BUSY = instrument("aquios", Activity.ACQUIRING, true);
    private static final InstrumentState UNKNOWN = instrument("dxflex", Activity.UNKNOWN, true);
    private static final InstrumentState BLIND = instrument("cellmek", Activity.IDLE, false);

    private static List<Reason> reasons(Optional<List<InstrumentState>> instruments, boolean stated) {
        return Interlock.of(new Interlock.Seen(instruments, stated, false, false)).stream()
                .map(Hindrance::reason)
                .toList();
    }

    private static Optional<List<InstrumentState>> seen(InstrumentState... instruments) {
        return Optional.of(List.of(instruments));
    }

    @Test
    void nothingIsInTheWayWhenEveryInstrumentIsIdle() {
        assertEquals(List.of(), reasons(seen(IDLE), false));
    }

    @Test
    void eachInstrumentThatIsNotIdleIsNamed() {
        List<Hindrance> hindrances =
                Interlock.of(new Interlock.Seen(seen(IDLE, BUSY, UNKNOWN, BLIND), false, false, false));

        assertEquals(
                List.of(
                        new Hindrance(Reason.ACQUIRING, Optional.of("aquios")),
                        new Hindrance(Reason.UNKNOWN, Optional.of("dxflex")),
                        new Hindrance(Reason.UNKNOWN, Optional.of("cellmek"))),
                hindrances);
    }

    @Test
    void anInstrumentThatAcquiredWhenItsFolderWentAwayAcquires() {
        assertEquals(List.of(Reason.ACQUIRING), reasons(seen(instrument("navios", Activity.ACQUIRING, false)), false));
    }

    @Test
    void noAnswerIsInTheWay() {
        assertEquals(List.of(Reason.NO_ANSWER), reasons(Optional.empty(), false));
    }

    @Test
    void noInstrumentIsNoIdleInstrument() {
        assertEquals(List.of(Reason.NOT_WATCHED), reasons(seen(), false));
    }

    @Nested
    class APersonLooked {
        @Test
        void whatNobodyKnowsIsKnown() {
            assertEquals(List.of(), reasons(Optional.empty(), true));
            assertEquals(List.of(), reasons(seen(), true));
            assertEquals(List.of(), reasons(seen(UNKNOWN, BLIND, IDLE), true));
        }

        @Test
        void anInstrumentThatIsSeenToAcquireIsBusyWhateverAnybodySaid() {
            assertEquals(List.of(Reason.ACQUIRING), reasons(seen(UNKNOWN, BUSY), true));
        }

        @Test
        void aFreezeAndARemoteSessionStayInTheWay() {
            List<Hindrance> hindrances = Interlock.of(new Interlock.Seen(Optional.empty(), true, true, true));

            assertEquals(List.of(Hindrance.of(Reason.FROZEN), Hindrance.of(Reason.SESSION)), hindrances);
        }
    }
}
