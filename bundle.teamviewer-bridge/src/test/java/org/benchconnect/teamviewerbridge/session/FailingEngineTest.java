package org.benchconnect.teamviewerbridge.session;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.Optional;
import org.benchconnect.core.feature.Privilege;
import org.benchconnect.core.session.SessionEnd;
import org.benchconnect.core.session.SessionRefusedException;
import org.benchconnect.core.session.SessionState;
import org.benchconnect.core.session.SessionView.Hindrance;
import org.benchconnect.teamviewerbridge.engine.Visit;
import org.benchconnect.teamviewerbridge.engine.VisitOverException;
import org.junit.jupiter.api.Test;

/** An engine may fail at any call, also with classes that are gone because its bundle is: nothing stays allowed by that, and the session ends. */
class FailingEngineTest {
    private final Laboratory pc = new Laboratory();

    private static void fail() {
        throw new IllegalStateException("as the test wants");
    }

    private static void itsClassesAreGone() {
        throw new NoClassDefFoundError("as the test wants");
    }

    private void nothingIsLeft() {
        assertEquals(List.of(), pc.leases.inForce());
        assertEquals(Optional.empty(), pc.view().session());
        assertEquals(SessionState.CLOSED, pc.view().state());
    }

    private Visit viewed() throws Exception {
        Visit visit = pc.compared();
        pc.allow(visit, Privilege.VIEW_SCREEN);
        return visit;
    }

    @Test
    void oneWhoseClassesAreGoneWhenItIsToCutKeepsNoLeaseAlive() throws Exception {
        viewed();
        pc.engine.whenCut = FailingEngineTest::itsClassesAreGone;

        pc.sessions.stop();

        nothingIsLeft();
    }

    @Test
    void oneThatGoesAwayAndCannotCutIsOverAllTheSame() throws Exception {
        viewed();
        pc.engine.whenCut = FailingEngineTest::fail;

        pc.sessions.gone(pc.engine);

        nothingIsLeft();
    }

    @Test
    void oneThatCannotTakeALeaseIsCut() throws Exception {
        Visit visit = pc.compared();
        pc.ask(visit, Privilege.VIEW_SCREEN);
        String request = pc.view().request().orElseThrow().id();
        pc.engine.whenGiven = FailingEngineTest::fail;

        assertThrows(SessionRefusedException.class, () -> pc.sessions.give(pc.question(), request));

        assertTrue(pc.engine.cut);
        nothingIsLeft();
    }

    @Test
    void oneThatCannotTellANoIsCut() throws Exception {
        Visit visit = viewed();
        pc.ask(visit, Privilege.CONTROL_INPUT);
        pc.engine.whenRefused = FailingEngineTest::fail;

        pc.sessions.refuse(pc.view().request().orElseThrow().id());

        assertTrue(pc.engine.cut);
        nothingIsLeft();
    }

    @Test
    void oneThatCannotEndItsFreezeIsCut() throws Exception {
        Visit visit = viewed();
        pc.files = false;
        pc.engine.whenFrozen = now -> {
            if (!now) {
                fail();
            }
        };

        assertThrows(VisitOverException.class, () -> pc.ask(visit, Privilege.TRANSFER_FILES));

        assertTrue(pc.engine.cut);
        nothingIsLeft();
    }

    @Test
    void oneWhoseClassesAreGoneWhenItIsToBeginLeavesNothingOpen() {
        pc.engine.whileItBegins = FailingEngineTest::itsClassesAreGone;

        pc.request();

        nothingIsLeft();
        assertEquals(Optional.of(SessionEnd.FAILED), pc.view().last().map(one -> one.ended()));
    }

    @Test
    void aLedgerThatFailsInItsOwnWayEndsTheSession() throws Exception {
        Visit visit = viewed();
        pc.whenTheLedgerIsAsked = () -> {
            pc.whenTheLedgerIsAsked = () -> {};
            fail();
        };

        assertThrows(VisitOverException.class, () -> pc.ask(visit, Privilege.CONTROL_INPUT));

        assertTrue(pc.engine.cut);
        nothingIsLeft();
        assertFalse(pc.engine.passes(Privilege.VIEW_SCREEN));
    }

    @Test
    void oneThatCannotSayWhatHindersItHidesNoSession() throws Exception {
        viewed();
        pc.engine.whenLookedAt = FailingEngineTest::fail;

        assertEquals(1, pc.view().permissions().size());
        pc.sessions.stop();

        assertEquals(List.of(Hindrance.NO_PROGRAM), pc.view().hindrances());
    }

    @Test
    void oneThatFailsBeyondRepairWhenTheModuleEndsIsOverAllTheSame() throws Exception {
        viewed();
        pc.engine.whenCut = () -> {
            throw new StackOverflowError("as the test wants");
        };

        assertThrows(StackOverflowError.class, () -> pc.sessions.close());

        assertEquals(List.of(), pc.leases.inForce());
        assertEquals(Optional.empty(), pc.view().session());
    }
}
