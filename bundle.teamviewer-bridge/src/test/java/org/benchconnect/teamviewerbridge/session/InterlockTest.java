package org.benchconnect.teamviewerbridge.session;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.Duration;
import java.util.List;
import org.benchconnect.core.feature.Privilege;
import org.benchconnect.core.instrument.Activity;
import org.benchconnect.core.ledger.EventKind;
import org.benchconnect.core.session.SessionRefusedException;
import org.benchconnect.core.session.SessionRefusedException.Reason;
import org.benchconnect.teamviewerbridge.engine.Visit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.function.Executable;

/** Nobody controls an instrument that works. */
class InterlockTest {
    private final Laboratory pc = new Laboratory();

    private void refusedWith(Reason reason, Executable what) {
        assertEquals(reason, assertThrows(SessionRefusedException.class, what).reason());
    }

    @Test
    void controlIsRefusedWhileAnInstrumentAcquiresOrNobodyKnows() throws Exception {
        Visit visit = pc.compared();
        pc.ask(visit, Privilege.CONTROL_INPUT);
        String request = pc.view().request().orElseThrow().id();

        pc.activity = Activity.ACQUIRING;
        refusedWith(Reason.ACQUIRING, () -> pc.sessions.give(pc.question(), request));
        pc.activity = Activity.UNKNOWN;
        refusedWith(Reason.ACQUIRING, () -> pc.sessions.give(pc.question(), request));
        pc.instruments = false;
        refusedWith(Reason.ACQUIRING, () -> pc.sessions.give(pc.question(), request));

        assertEquals(List.of(), pc.leases.inForce());
    }

    @Test
    void aPersonMayAllowItForThisSessionAndTheLedgerHasIt() throws Exception {
        pc.activity = Activity.ACQUIRING;
        Visit visit = pc.compared();
        pc.sessions.allowControlDuringRun(pc.question(), OneAccount.ID, OneAccount.PIN.toCharArray());

        pc.allow(visit, Privilege.CONTROL_INPUT);

        assertTrue(pc.engine.passes(Privilege.CONTROL_INPUT));
        assertEquals(1, pc.entries(EventKind.CONTROL_DURING_RUN_ALLOWED).size());
        pc.sessions.stop();
        Visit next = pc.compared();
        pc.ask(next, Privilege.CONTROL_INPUT);
        refusedWith(
                Reason.ACQUIRING,
                () -> pc.sessions.give(
                        pc.question(), pc.view().request().orElseThrow().id()));
    }

    @Test
    void controlEndsWhenAnInstrumentBeginsToAcquire() throws Exception {
        Visit visit = pc.compared();
        pc.allow(visit, Privilege.VIEW_SCREEN);
        pc.allow(visit, Privilege.CONTROL_INPUT);

        pc.activity = Activity.ACQUIRING;
        pc.passWithout(Duration.ofMillis(100));

        assertFalse(pc.engine.passes(Privilege.CONTROL_INPUT));
        assertTrue(pc.engine.passes(Privilege.VIEW_SCREEN));
    }
}
