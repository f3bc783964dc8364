package org.benchconnect.teamviewerbridge.session;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.Optional;
import org.benchconnect.core.feature.Privilege;
import org.benchconnect.core.ledger.EventKind;
import org.benchconnect.core.session.SessionState;
import org.benchconnect.core.session.SessionView.Hindrance;
import org.junit.jupiter.api.Test;

/** A practice shows what a session is like and allows nothing. */
class PracticeTest {
    private final Laboratory pc = new Laboratory();

    @Test
    void asksWhatASupporterWouldAskAndAllowsNothing() throws Exception {
        pc.sessions.practice();
        assertTrue(pc.view().practice());
        pc.sessions.compared(pc.question());
        assertEquals(Privilege.VIEW_SCREEN, pc.view().request().orElseThrow().privilege());
        pc.sessions.give(pc.question(), pc.view().request().orElseThrow().id());
        assertEquals(Privilege.CONTROL_INPUT, pc.view().request().orElseThrow().privilege());
        assertEquals(List.of(), pc.view().permissions());

        pc.sessions.refuse(pc.view().request().orElseThrow().id());

        assertEquals(SessionState.CLOSED, pc.view().state());
        assertEquals(List.of(), pc.leases.inForce());
        assertEquals(Optional.empty(), pc.view().last());
        assertEquals(
                List.of(), pc.entries(EventKind.HELP_REQUESTED, EventKind.LEASE_GIVEN, EventKind.STRINGS_COMPARED));
    }

    @Test
    void needsNoServiceSide() throws Exception {
        pc.engine.hindrances.add(Hindrance.NO_PROGRAM);

        pc.sessions.practice();

        assertEquals(SessionState.AUTHENTICATED, pc.view().state());
    }
}
