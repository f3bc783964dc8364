package org.benchconnect.teamviewerbridge.session;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Path;
import java.time.Duration;
import org.benchconnect.core.ledger.EventKind;
import org.benchconnect.core.session.SessionState;
import org.benchconnect.crypto.testing.TestSupporters;
import org.benchconnect.crypto.testing.TestSupporters.Person;
import org.benchconnect.teamviewerbridge.engine.NotAdmittedException;
import org.benchconnect.teamviewerbridge.engine.Visit;
import org.benchconnect.teamviewerbridge.engine.VisitOverException;
import org.benchconnect.teamviewerbridge.rules.LockOut;
import org.junit.jupiter.api.Test;

/** Who tries passwords waits longer and longer; the laboratory never does. */
class LockedOutTest {
    private static final String WRONG = "AAAAAAAAAA";

    private final Laboratory pc = new Laboratory();

    /** Each attempt at the earliest moment, whatever is restarted and whoever sets the clock. */
    @Test
    void wrongPasswordsLockOutAcrossRestartsAndClockChanges() throws Exception {
        Duration simulated = Duration.ZERO;
        for (int tries = 0; tries < 24; tries++) {
            if (tries % 3 == 2) {
                pc.restart(1_000_000_000L * tries);
            }
            if (tries % 4 == 3) {
                pc.time.set(Laboratory.START.plus(Duration.ofDays(tries % 8 == 3 ? 20 : 1)));
            }
            Duration wait = LockOut.after(tries);
            if (!wait.isZero()) {
                Duration before = Duration.ofNanos(pc.time.nanos());
                if (tries % 3 == 2) {
                    mustWait();
                }
                pc.jump(wait.minus(Duration.ofNanos(pc.time.nanos()).minus(before))
                        .minusSeconds(2));
                mustWait();
                pc.jump(Duration.ofSeconds(2));
                simulated = simulated.plus(Duration.ofNanos(pc.time.nanos()).minus(before));
            }
            assertFalse(pc.admitted().password(WRONG.toCharArray()));
            pc.sessions.stop();
        }

        assertTrue(simulated.compareTo(Duration.ofHours(17)) >= 0, simulated.toString());
        assertEquals(24, pc.entries(EventKind.SESSION_PASSWORD_WRONG).size());
    }

    private void mustWait() throws VisitOverException {
        Visit visit = pc.joined();
        assertEquals(
                NotAdmittedException.Reason.MUST_WAIT,
                assertThrows(NotAdmittedException.class, () -> visit.admit(pc.anna.chain(), pc.list()))
                        .reason());
        assertEquals(SessionState.LOCKED_OUT, pc.view().state());
    }

    @Test
    void nobodyCanLockTheLaboratoryOutOfAskingForHelp() throws Exception {
        for (int i = 0; i < 8; i++) {
            Visit visit = pc.joined();
            try {
                visit.admit(pc.anna.chain(), pc.list());
                visit.password(WRONG.toCharArray());
            } catch (NotAdmittedException | VisitOverException e) {
                assertEquals(SessionState.LOCKED_OUT, pc.view().state());
            }
            pc.sessions.stop();
        }
        Person other = pc.service.person("Other");

        Visit visit = pc.joined();
        visit.admit(other.chain(), pc.service.list(pc.now(), TestSupporters.entry(other, "2099-01-01", "eu")));

        assertTrue(visit.password(visit.invitation().password().orElseThrow().toCharArray()));
    }

    @Test
    void aBrokenFileOfTriesLetsEverybodyWaitOnceAndNobodyForEver() throws Exception {
        assertFalse(pc.admitted().password(WRONG.toCharArray()));
        pc.storage.create(Path.of("/home/sessions/tries"), new byte[] {1, 2, 3});

        pc.restart(7);

        mustWait();
        pc.jump(LockOut.LONGEST);
        Visit visit = pc.admitted();
        assertTrue(visit.password(visit.invitation().password().orElseThrow().toCharArray()));
        pc.sessions.stop();
        pc.restart(8);
        pc.admitted();
    }

    @Test
    void aFileOfTriesThatIsDeletedLetsEverybodyWait() throws Exception {
        assertFalse(pc.admitted().password(WRONG.toCharArray()));
        pc.sessions.stop();
        pc.storage.delete(Path.of("/home/sessions/tries"));

        pc.restart(7);

        mustWait();
    }

    @Test
    void whoNeverTriedAPasswordWaitsForNothingAfterARestart() throws Exception {
        pc.request();
        pc.sessions.stop();

        pc.restart(7);

        pc.admitted();
    }
}
