package org.benchconnect.teamviewerbridge.session;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import org.benchconnect.core.feature.Privilege;
import org.benchconnect.core.session.SessionEnd;
import org.benchconnect.core.session.SessionState;
import org.benchconnect.teamviewerbridge.engine.Visit;
import org.benchconnect.teamviewerbridge.engine.VisitOverException;
import org.junit.jupiter.api.Test;

/** What an engine tells at the wrong moment, or not in time. */
class ProtocolOfVisitsTest {
    private static final String WRONG = "AAAAAAAAAA";

    private final Laboratory pc = new Laboratory();

    private Optional<SessionEnd> ended() {
        return pc.view().last().map(one -> one.ended());
    }

    @Test
    void aSecondJoinIsRefused() throws Exception {
        Visit visit = pc.request();
        visit.joined();

        assertThrows(VisitOverException.class, visit::joined);

        assertTrue(pc.engine.cut);
        assertEquals(Optional.of(SessionEnd.PROTOCOL), ended());
    }

    @Test
    void whatComesOutOfOrderEndsTheSession() throws Exception {
        Visit visit = pc.request();
        assertThrows(VisitOverException.class, () -> visit.password(WRONG.toCharArray()));
        assertEquals(Optional.of(SessionEnd.PROTOCOL), ended());

        Visit second = pc.joined();
        assertThrows(VisitOverException.class, () -> pc.ask(second, Privilege.VIEW_SCREEN));
        assertTrue(pc.engine.cut);

        Visit third = pc.request();
        third.joined();
        assertThrows(VisitOverException.class, () -> third.admit(pc.anna.chain(), pc.list()));
        assertTrue(pc.engine.cut);
    }

    @Test
    void whoDoesNothingIsSentAwayAndWhoIsActiveIsNotBeforeFourHours() throws Exception {
        pc.compared();
        pc.pass(Duration.ofMinutes(10));
        assertEquals(Optional.of(SessionEnd.IDLE), ended());

        Visit visit = pc.compared();
        Instant began = pc.view().began().orElseThrow();
        while (pc.view().state() == SessionState.AUTHENTICATED) {
            visit.active();
            pc.pass(Duration.ofMinutes(9));
        }
        assertEquals(Optional.of(SessionEnd.TIME), ended());
        assertTrue(Duration.between(began, pc.time.instant())
                        .compareTo(Duration.ofHours(4).plusMinutes(9))
                <= 0);
    }

    @Test
    void anInvitationEndsByItself() throws Exception {
        Visit visit = pc.request();
        pc.pass(Duration.ofMinutes(10));

        assertThrows(VisitOverException.class, visit::joined);
        assertEquals(Optional.of(SessionEnd.NOBODY_CAME), ended());

        Visit second = pc.admitted();
        pc.pass(Duration.ofMinutes(10));
        assertThrows(
                VisitOverException.class,
                () -> second.password(
                        second.invitation().password().orElseThrow().toCharArray()));
    }

    @Test
    void whatAnEngineSaysAboutTheEndIsNotAPersonsWord() throws Exception {
        Visit visit = pc.compared();

        visit.ended(SessionEnd.STOPPED);

        assertEquals(Optional.of(SessionEnd.PROTOCOL), ended());
    }
}
