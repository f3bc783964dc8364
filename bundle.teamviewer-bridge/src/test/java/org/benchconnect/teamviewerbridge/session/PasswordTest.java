package org.benchconnect.teamviewerbridge.session;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.Duration;
import java.util.List;
import java.util.Optional;
import org.benchconnect.core.ledger.EventKind;
import org.benchconnect.core.session.SessionEnd;
import org.benchconnect.core.session.SessionState;
import org.benchconnect.launcher.storage.testing.Fault;
import org.benchconnect.teamviewerbridge.engine.Visit;
import org.benchconnect.teamviewerbridge.engine.VisitOverException;
import org.benchconnect.teamviewerbridge.rules.Limits;
import org.junit.jupiter.api.Test;

/** A password opens once, to who was invited, and no other does. */
class PasswordTest {
    private static final String WRONG = "AAAAAAAAAA";

    private final Laboratory pc = new Laboratory();

    private Optional<SessionEnd> ended() {
        return pc.view().last().map(one -> one.ended());
    }

    @Test
    void anOldPasswordIsRefused() throws Exception {
        Visit first = pc.admitted();
        char[] old = first.invitation().password().orElseThrow().toCharArray();
        pc.sessions.stop();
        Visit second = pc.admitted();

        assertFalse(second.password(old.clone()));
        assertThrows(VisitOverException.class, () -> first.password(old.clone()));
        assertEquals(SessionState.AUTHENTICATING, pc.view().state());
        assertEquals(1, pc.entries(EventKind.SESSION_PASSWORD_WRONG).size());
    }

    @Test
    void aPasswordIsGoodOnce() throws Exception {
        Visit visit = pc.authenticated();

        assertThrows(
                VisitOverException.class,
                () -> visit.password(visit.invitation().password().orElseThrow().toCharArray()));

        assertEquals(Optional.of(SessionEnd.PROTOCOL), ended());
    }

    @Test
    void fiveWrongPasswordsBurnIt() throws Exception {
        Visit visit = pc.admitted();
        for (int i = 1; i < Limits.PASSWORDS; i++) {
            assertFalse(visit.password(WRONG.toCharArray()));
            pc.pass(Duration.ofSeconds(10));
        }

        assertThrows(VisitOverException.class, () -> visit.password(WRONG.toCharArray()));

        assertEquals(Optional.of(SessionEnd.PASSWORD), ended());
    }

    @Test
    void aPasswordThatCannotBeCountedIsNotCompared() throws Exception {
        Visit visit = pc.admitted();
        char[] right = visit.invitation().password().orElseThrow().toCharArray();
        pc.storage.failFrom(1, Fault.values()[0]);

        assertThrows(VisitOverException.class, () -> visit.password(right));

        assertTrue(pc.engine.cut);
        assertEquals(List.of(), pc.entries(EventKind.SUPPORTER_AUTHENTICATED));
    }
}
