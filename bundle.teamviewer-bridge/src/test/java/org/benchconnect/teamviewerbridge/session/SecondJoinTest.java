package org.benchconnect.teamviewerbridge.session;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.util.Map;
import org.benchconnect.core.ledger.Detail;
import org.benchconnect.core.ledger.EventKind;
import org.benchconnect.core.session.SessionState;
import org.benchconnect.teamviewerbridge.engine.Visit;
import org.benchconnect.teamviewerbridge.engine.VisitOverException;
import org.junit.jupiter.api.Test;

/** Somebody else came with a code that was used already: written down, and nothing else follows from it. */
class SecondJoinTest {
    private final Laboratory pc = new Laboratory();

    @Test
    void itIsInTheLedgerAndTheSessionGoesOn() throws Exception {
        Visit visit = pc.authenticated();

        visit.secondJoin();

        assertEquals(
                Map.of(Detail.SESSION, visit.session(), Detail.REASON, "SECOND_JOIN"),
                pc.entries(EventKind.SUPPORTER_REFUSED).get(0).event().details());
        assertEquals(SessionState.AUTHENTICATED, pc.view().state());
    }

    @Test
    void whoeverSaysItOftenFillsNoLedger() throws Exception {
        Visit visit = pc.joined();

        for (int times = 0; times < 100; times++) {
            visit.secondJoin();
        }

        assertEquals(5, pc.entries(EventKind.SUPPORTER_REFUSED).size());
    }

    @Test
    void afterTheSessionItCountsForNothing() throws Exception {
        Visit visit = pc.joined();
        pc.sessions.stop();

        assertThrows(VisitOverException.class, visit::secondJoin);

        assertEquals(0, pc.entries(EventKind.SUPPORTER_REFUSED).size());
    }
}
