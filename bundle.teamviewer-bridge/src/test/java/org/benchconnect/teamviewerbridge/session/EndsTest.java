package org.benchconnect.teamviewerbridge.session;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.Duration;
import java.util.List;
import java.util.Optional;
import org.benchconnect.core.feature.Privilege;
import org.benchconnect.core.ledger.EventKind;
import org.benchconnect.core.session.LeaseEnd;
import org.benchconnect.core.session.SessionEnd;
import org.benchconnect.core.session.SessionRefusedException;
import org.benchconnect.core.session.SessionRefusedException.Reason;
import org.benchconnect.core.session.SessionState;
import org.benchconnect.core.session.SessionView;
import org.benchconnect.teamviewerbridge.engine.Visit;
import org.benchconnect.teamviewerbridge.engine.VisitOverException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.function.Executable;

/** However a session ends, everything of it is over. */
class EndsTest {
    private final Laboratory pc = new Laboratory();

    private void refusedWith(Reason reason, Executable what) {
        assertEquals(reason, assertThrows(SessionRefusedException.class, what).reason());
    }

    private Optional<SessionEnd> ended() {
        return pc.view().last().map(SessionView.LastSession::ended);
    }

    @Test
    void whatStopsWhileTheEngineBeginsIsCut() {
        pc.engine.whileItBegins = () -> pc.sessions.stop();

        pc.request();

        assertTrue(pc.engine.cut);
        assertEquals(SessionState.CLOSED, pc.view().state());
    }

    @Test
    void whatIsStoppedWhileALeaseIsGivenStaysStopped() throws Exception {
        Visit visit = pc.compared();
        pc.ask(visit, Privilege.VIEW_SCREEN);
        pc.whileALeaseIsGiven = () -> pc.sessions.stop();

        refusedWith(
                Reason.REQUEST_GONE,
                () -> pc.sessions.give(
                        pc.question(), pc.view().request().orElseThrow().id()));

        assertEquals(List.of(), pc.leases.inForce());
        assertEquals(List.of(), pc.engine.given);
    }

    @Test
    void aNoWhileALeaseIsGivenCounts() throws Exception {
        Visit visit = pc.compared();
        pc.ask(visit, Privilege.VIEW_SCREEN);
        String request = pc.view().request().orElseThrow().id();
        pc.whileALeaseIsGiven = () -> pc.sessions.refuse(request);

        refusedWith(Reason.REQUEST_GONE, () -> pc.sessions.give(pc.question(), request));

        assertEquals(List.of(), pc.leases.inForce());
        assertEquals(List.of(), pc.engine.given);
    }

    @Test
    void anEngineThatCannotBeginLeavesNothingOpen() {
        pc.engine.failsToBegin = true;

        pc.request();

        assertEquals(SessionState.CLOSED, pc.view().state());
        pc.engine.failsToBegin = false;
        pc.request();
        assertEquals(SessionState.INVITED, pc.view().state());
    }

    @Test
    void anEngineThatGoesAwayEndsTheSessionAndAWithdrawnConsentIsSaid() throws Exception {
        Visit visit = pc.compared();
        pc.allow(visit, Privilege.VIEW_SCREEN);
        pc.withdrawn = true;

        pc.sessions.gone(pc.engine);

        assertTrue(pc.engine.cut);
        assertFalse(pc.engine.given.get(0).inForce());
        assertEquals(Optional.of(SessionEnd.WITHDRAWN), ended());
    }

    @Test
    void theEndOfTheModuleCutsEverythingAndNothingBeginsAfterIt() throws Exception {
        Visit visit = pc.compared();
        pc.allow(visit, Privilege.CONTROL_INPUT);

        pc.sessions.close();

        assertFalse(pc.engine.passes(Privilege.CONTROL_INPUT));
        assertFalse(pc.engine.given.get(0).inForce());
        refusedWith(
                Reason.DISABLED, () -> pc.sessions.request(pc.question(), OneAccount.ID, OneAccount.PIN.toCharArray()));
        assertThrows(VisitOverException.class, () -> pc.ask(visit, Privilege.VIEW_SCREEN));
    }

    @Test
    void aLeaseThatItsOwnerEndsIsGoneFromTheView() throws Exception {
        Visit visit = pc.compared();
        pc.allow(visit, Privilege.VIEW_SCREEN);
        assertEquals(1, pc.view().permissions().size());

        pc.leases.endFeature(pc.engine.feature(), LeaseEnd.WITHDRAWN);

        assertEquals(List.of(), pc.view().permissions());
        pc.ask(visit, Privilege.VIEW_SCREEN);
        assertTrue(pc.view().request().isPresent());
    }

    @Test
    void whoSeesNothingControlsNothing() throws Exception {
        Visit visit = pc.compared();
        pc.allow(visit, Privilege.VIEW_SCREEN);
        pc.allow(visit, Privilege.CONTROL_INPUT);

        pc.sessions.end(pc.view().permissions().stream()
                .filter(one -> one.privilege() == Privilege.VIEW_SCREEN)
                .findFirst()
                .orElseThrow()
                .lease());

        assertFalse(pc.engine.passes(Privilege.CONTROL_INPUT));
        assertEquals(List.of(), pc.view().permissions());
    }

    @Test
    void theLastSessionIsKeptOverARestart() throws Exception {
        pc.authenticated();
        pc.pass(Duration.ofSeconds(90));
        pc.sessions.stop();

        pc.restart(5);

        SessionView.LastSession last = pc.view().last().orElseThrow();
        assertEquals(SessionEnd.STOPPED, last.ended());
        assertEquals(Optional.of(pc.anna.digest()), last.supporter());
        assertTrue(last.lasted().toSeconds() >= 90);
        assertEquals(SessionState.IDLE, pc.view().state());
    }

    @Test
    void aSessionThatTheAgentDiedInIsOverAfterTheStartAndInTheLedger() throws Exception {
        pc.authenticated();

        pc.restart(5);

        assertEquals(SessionState.IDLE, pc.view().state());
        assertEquals(Optional.of(SessionEnd.AGENT_ENDED), ended());
        assertEquals(1, pc.entries(EventKind.SESSION_ENDED).size());
        pc.restart(6);
        assertEquals(1, pc.entries(EventKind.SESSION_ENDED).size());
    }

    @Test
    void stringsThatDifferEndTheSession() throws Exception {
        pc.authenticated();

        pc.sessions.notTheSame();

        assertTrue(pc.engine.cut);
        assertEquals(Optional.of(SessionEnd.NOT_THE_SAME), ended());
    }
}
