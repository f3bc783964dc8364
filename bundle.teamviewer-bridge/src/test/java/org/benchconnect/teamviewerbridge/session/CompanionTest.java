package org.benchconnect.teamviewerbridge.session;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.Duration;
import java.util.List;
import org.benchconnect.core.feature.Privilege;
import org.benchconnect.core.session.DesktopSession;
import org.benchconnect.core.session.SessionRefusedException;
import org.benchconnect.core.session.SessionRefusedException.Reason;
import org.benchconnect.core.session.SessionState;
import org.benchconnect.teamviewerbridge.engine.Visit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.function.Executable;

/** Nothing is allowed that nobody at the screen sees. */
class CompanionTest {
    private final Laboratory pc = new Laboratory();

    private void refusedWith(Reason reason, Executable what) {
        assertEquals(reason, assertThrows(SessionRefusedException.class, what).reason());
    }

    @Test
    void missingForTwoSecondsEndsEveryLease() throws Exception {
        Visit visit = pc.compared();
        pc.allow(visit, Privilege.VIEW_SCREEN);
        pc.allow(visit, Privilege.SHARE_CLIPBOARD);
        pc.passWithout(Duration.ofMillis(1900));
        assertTrue(pc.engine.passes(Privilege.VIEW_SCREEN));

        pc.passWithout(Duration.ofMillis(100));

        assertEquals(List.of(), pc.leases.inForce());
        assertEquals(SessionState.AUTHENTICATED, pc.view().state());
    }

    @Test
    void aDesktopSessionThatIsNotAtTheScreenEndsEveryLeaseAtOnce() throws Exception {
        for (DesktopSession other :
                List.of(DesktopSession.LOCKED, DesktopSession.AWAY, DesktopSession.REMOTE, DesktopSession.UNKNOWN)) {
            Visit visit = pc.compared();
            pc.allow(visit, Privilege.VIEW_SCREEN);

            pc.sessions.desktop(other);

            assertEquals(List.of(), pc.leases.inForce(), other.name());
            pc.sessions.stop();
        }
    }

    @Test
    void missingNothingIsGiven() throws Exception {
        Visit visit = pc.compared();
        pc.ask(visit, Privilege.VIEW_SCREEN);
        String question = pc.question();
        pc.sessions.desktop(DesktopSession.REMOTE);

        refusedWith(
                Reason.NO_COMPANION,
                () -> pc.sessions.give(
                        question, pc.view().request().orElseThrow().id()));
    }
}
