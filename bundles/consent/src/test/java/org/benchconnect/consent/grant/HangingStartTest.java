package org.benchconnect.consent.grant;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.List;
import org.benchconnect.core.consent.NeedsConsent.State;
import org.benchconnect.core.ledger.Detail;
import org.benchconnect.core.ledger.EventKind;
import org.benchconnect.launcher.storage.testing.DiskState;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** A module that hangs in its start ends the process: it is not started for ever. */
class HangingStartTest {
    private Laboratory lab;

    @BeforeEach
    void remoteSupportIsAllowed() throws Exception {
        lab = new Laboratory();
        lab.supportAllowed();
    }

    /** The process ends in the middle of the next start, and the supervisor starts it again. */
    private void dies() throws Exception {
        Laboratory again = lab.restartedWithoutLooking();
        List<DiskState> left = new ArrayList<>();
        again.launcher.onStart(() -> left.add(again.storage.state()));
        again.look();
        assertEquals(1, left.size(), "the start was not tried");
        lab = again.startedWithoutLooking(left.get(0));
    }

    @Test
    void afterTwoDeathsItIsNotStartedByItselfAndSaysSo() throws Exception {
        dies();
        dies();

        Laboratory again = lab.restarted();
        again.look();

        assertFalse(again.launcher.runs(Laboratory.SUPPORT));
        assertEquals(State.FAILED, again.consents.features().get(0).state());
        assertEquals("DIED_STARTING", again.detail(EventKind.FEATURE_FAILED, Detail.REASON));
        assertEquals(ConsentReport.Subject.CONSENT_DOES_NOT_RUN, ConsentReport.subject(again.consents.summary()));
        assertEquals(1, again.count(EventKind.FEATURE_FAILED));
    }

    @Test
    void afterOneDeathItIsTriedAgainAndAStartThatReturnsBeginsAnew() throws Exception {
        dies();
        lab = lab.restarted();
        assertTrue(lab.launcher.runs(Laboratory.SUPPORT));

        dies();

        assertTrue(lab.restarted().launcher.runs(Laboratory.SUPPORT));
    }

    @Test
    void aPersonMayAllowItAgain() throws Exception {
        dies();
        dies();
        Laboratory again = lab.restarted();

        again.supportAllowed();

        assertTrue(again.launcher.runs(Laboratory.SUPPORT));
        assertTrue(again.restarted().launcher.runs(Laboratory.SUPPORT));
    }

    @Test
    void aStartThatIsRefusedIsNoDeath() throws Exception {
        for (int i = 0; i < 3; i++) {
            Laboratory again = lab.restartedWithoutLooking();
            again.launcher.refusesToStart(true);
            again.look();
        }

        assertTrue(lab.restarted().launcher.runs(Laboratory.SUPPORT));
    }
}
