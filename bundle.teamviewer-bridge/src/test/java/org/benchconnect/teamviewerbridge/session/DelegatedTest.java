package org.benchconnect.teamviewerbridge.session;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.Duration;
import java.util.Optional;
import org.benchconnect.core.consent.AnswerRefusedException;
import org.benchconnect.core.feature.Privilege;
import org.benchconnect.core.ledger.Detail;
import org.benchconnect.core.ledger.EventKind;
import org.benchconnect.core.session.DesktopSession;
import org.benchconnect.core.session.Enforcement;
import org.benchconnect.core.session.SessionEnd;
import org.benchconnect.core.session.SessionRefusedException;
import org.benchconnect.core.session.SessionRefusedException.Reason;
import org.benchconnect.core.session.SessionState;
import org.benchconnect.core.session.SessionView;
import org.benchconnect.teamviewerbridge.engine.Visit;
import org.benchconnect.teamviewerbridge.engine.VisitOverException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.function.Executable;

/** A program that asks the person itself is overseen as a whole. */
class DelegatedTest {
    private final Laboratory pc = new Laboratory();

    private void refusedWith(Reason reason, Executable what) {
        assertEquals(reason, assertThrows(SessionRefusedException.class, what).reason());
    }

    private Optional<SessionEnd> ended() {
        return pc.view().last().map(SessionView.LastSession::ended);
    }

    Visit visit() {
        for (Privilege privilege : Privilege.values()) {
            pc.engine.enforcement.put(privilege, Enforcement.DELEGATED);
        }
        pc.sessions.desktop(DesktopSession.AT_THE_SCREEN);
        return pc.request();
    }

    @Test
    void thereIsNoCodeAndNoPasswordOfOurs() {
        Visit visit = visit();

        assertEquals(Optional.empty(), visit.invitation().password());
        assertEquals(Optional.empty(), visit.invitation().code());
    }

    @Test
    void aSupporterWhoIsNotOverseenIsCut() throws Exception {
        Visit visit = visit();
        visit.joined();
        pc.pass(Duration.ofSeconds(5));
        assertEquals(SessionState.JOINED, pc.view().state());
        assertEquals(
                "DELEGATED",
                pc.entries(EventKind.SESSION_BEGUN).get(0).event().details().get(Detail.ENFORCEMENT));

        pc.passWithout(Duration.ofSeconds(2));

        assertTrue(pc.engine.cut);
        assertEquals(Optional.of(SessionEnd.DESKTOP), ended());
    }

    @Test
    void nothingIsRaisedWhileSomebodyIsConnected() throws Exception {
        Visit visit = visit();
        visit.joined();

        assertThrows(AnswerRefusedException.class, () -> pc.questions.open());
        assertThrows(VisitOverException.class, () -> pc.ask(visit, Privilege.VIEW_SCREEN));
        assertEquals(Optional.of(SessionEnd.PROTOCOL), ended());
    }

    @Test
    void nobodyIsLetInWithoutTheCompanion() {
        visit();
        pc.sessions.stop();
        String question = pc.question();
        pc.sessions.desktop(DesktopSession.LOCKED);

        refusedWith(
                Reason.NO_COMPANION, () -> pc.sessions.request(question, OneAccount.ID, OneAccount.PIN.toCharArray()));
    }
}
