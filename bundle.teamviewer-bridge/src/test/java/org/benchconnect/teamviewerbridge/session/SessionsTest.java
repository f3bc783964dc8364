package org.benchconnect.teamviewerbridge.session;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.benchconnect.core.account.AccountRefusedException;
import org.benchconnect.core.consent.AnswerRefusedException;
import org.benchconnect.core.feature.Privilege;
import org.benchconnect.core.ledger.Detail;
import org.benchconnect.core.ledger.EventKind;
import org.benchconnect.core.session.SessionEnd;
import org.benchconnect.core.session.SessionRefusedException;
import org.benchconnect.core.session.SessionRefusedException.Reason;
import org.benchconnect.core.session.SessionState;
import org.benchconnect.core.session.SessionView;
import org.benchconnect.core.session.SessionView.Hindrance;
import org.benchconnect.launcher.storage.testing.Fault;
import org.benchconnect.teamviewerbridge.engine.Visit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.function.Executable;

/** A visit, and what a person must have done for each step of it. */
class SessionsTest {
    private final Laboratory pc = new Laboratory();

    private void refusedWith(Reason reason, Executable what) {
        assertEquals(reason, assertThrows(SessionRefusedException.class, what).reason());
    }

    private Optional<SessionEnd> ended() {
        return pc.view().last().map(SessionView.LastSession::ended);
    }

    @Test
    void aWholeVisitGoesStepByStep() throws Exception {
        Visit visit = pc.request();
        assertEquals(SessionState.INVITED, pc.view().state());
        visit.joined();
        assertEquals(SessionState.JOINED, pc.view().state());
        visit.authenticationString("123456");
        visit.admit(pc.anna.chain(), pc.list());
        assertEquals(SessionState.AUTHENTICATING, pc.view().state());
        assertTrue(visit.password(visit.invitation()
                .password()
                .orElseThrow()
                .toLowerCase(Locale.ROOT)
                .toCharArray()));
        assertEquals(Optional.of("123456"), pc.view().authenticationString());
        pc.sessions.compared(pc.question());
        pc.allow(visit, Privilege.VIEW_SCREEN);
        assertTrue(pc.engine.passes(Privilege.VIEW_SCREEN));
        assertFalse(pc.engine.passes(Privilege.CONTROL_INPUT));

        pc.sessions.stop();

        assertFalse(pc.engine.passes(Privilege.VIEW_SCREEN));
        assertEquals(SessionState.CLOSED, pc.view().state());
        assertEquals(Optional.of(SessionEnd.STOPPED), ended());
        assertEquals(Optional.of("Anna Example"), pc.view().last().orElseThrow().name());
        assertEquals(
                List.of(
                        EventKind.HELP_REQUESTED,
                        EventKind.SESSION_REQUESTED,
                        EventKind.SUPPORTER_AUTHENTICATED,
                        EventKind.SESSION_BEGUN,
                        EventKind.STRINGS_COMPARED,
                        EventKind.LEASE_ASKED,
                        EventKind.LEASE_GIVEN,
                        EventKind.LEASE_ENDED,
                        EventKind.SESSION_ENDED),
                pc.entries(EventKind.values()).stream()
                        .map(entry -> entry.event().kind())
                        .filter(kind -> kind != EventKind.LEDGER_BEGUN)
                        .toList());
    }

    @Test
    void enforcementIsWrittenDown() throws Exception {
        Visit visit = pc.compared();
        pc.ask(visit, Privilege.VIEW_SCREEN);

        assertEquals(
                "ENFORCED_BY_AGENT",
                pc.entries(EventKind.LEASE_ASKED).get(0).event().details().get(Detail.ENFORCEMENT));
        assertEquals(
                "ENFORCED_BY_AGENT",
                pc.entries(EventKind.SESSION_BEGUN).get(0).event().details().get(Detail.ENFORCEMENT));
    }

    @Test
    void nothingBeginsWithoutAPersonsPin() {
        assertEquals(
                AccountRefusedException.Reason.WRONG_PIN,
                assertThrows(
                                AccountRefusedException.class,
                                () -> pc.sessions.request(pc.question(), OneAccount.ID, "000000".toCharArray()))
                        .reason());
        assertThrows(
                AnswerRefusedException.class,
                () -> pc.sessions.request("0".repeat(32), OneAccount.ID, OneAccount.PIN.toCharArray()));

        assertEquals(SessionState.IDLE, pc.view().state());
        assertEquals(List.of(), pc.entries(EventKind.HELP_REQUESTED));
    }

    @Test
    void anAnswerWithinTheFirstSecondIsNone() throws Exception {
        Visit visit = pc.compared();
        pc.ask(visit, Privilege.VIEW_SCREEN);
        String request = pc.view().request().orElseThrow().id();
        String fresh = pc.questions.open().id();

        assertThrows(AnswerRefusedException.class, () -> pc.sessions.give(fresh, request));

        assertFalse(pc.engine.passes(Privilege.VIEW_SCREEN));
    }

    @Test
    void withoutALedgerNothingIsRaisedAndStopStillWorks() throws Exception {
        Visit visit = pc.compared();
        pc.allow(visit, Privilege.VIEW_SCREEN);
        pc.ask(visit, Privilege.CONTROL_INPUT);
        String request = pc.view().request().orElseThrow().id();
        pc.storage.failFrom(1, Fault.values()[0]);

        assertThrows(Exception.class, () -> pc.sessions.give(pc.question(), request));
        assertEquals(1, pc.engine.given.size());
        pc.sessions.stop();

        assertTrue(pc.engine.cut);
        assertEquals(Optional.empty(), pc.view().session());
        assertFalse(pc.engine.passes(Privilege.VIEW_SCREEN));
    }

    @Test
    void aRequestWithoutALedgerIsRefused() {
        pc.ledgerIsThere = false;

        refusedWith(
                Reason.DISABLED, () -> pc.sessions.request(pc.question(), OneAccount.ID, OneAccount.PIN.toCharArray()));
        assertEquals(List.of(Hindrance.NO_LEDGER), pc.view().hindrances());
    }

    @Test
    void beforeTheStringsAreComparedNothingIsGiven() throws Exception {
        Visit visit = pc.authenticated();
        pc.ask(visit, Privilege.VIEW_SCREEN);

        refusedWith(
                Reason.NOT_COMPARED,
                () -> pc.sessions.give(
                        pc.question(), pc.view().request().orElseThrow().id()));
    }

    @Test
    void listenersAreToldOfEachChange() throws Exception {
        List<SessionState> told = new ArrayList<>();
        AutoCloseable listening = pc.sessions.listen(view -> told.add(view.state()));

        pc.request();
        pc.sessions.stop();
        listening.close();
        pc.request();

        assertTrue(told.contains(SessionState.INVITED));
        assertEquals(SessionState.CLOSED, told.get(told.size() - 1));
    }
}
