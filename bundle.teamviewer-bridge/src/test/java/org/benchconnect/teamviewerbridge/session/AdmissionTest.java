package org.benchconnect.teamviewerbridge.session;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.Duration;
import java.util.Optional;
import org.benchconnect.core.ledger.Detail;
import org.benchconnect.core.ledger.EventKind;
import org.benchconnect.core.session.SessionEnd;
import org.benchconnect.core.session.SessionState;
import org.benchconnect.crypto.testing.TestSupporters;
import org.benchconnect.crypto.testing.TestSupporters.Person;
import org.benchconnect.teamviewerbridge.engine.NotAdmittedException;
import org.benchconnect.teamviewerbridge.engine.Visit;
import org.benchconnect.teamviewerbridge.engine.VisitOverException;
import org.junit.jupiter.api.Test;

/** Who may try a password, and who may not. */
class AdmissionTest {
    private final Laboratory pc = new Laboratory();

    private Optional<SessionEnd> ended() {
        return pc.view().last().map(one -> one.ended());
    }

    private void notAdmitted(NotAdmittedException.Reason reason, Person who, byte[] list) throws VisitOverException {
        Visit visit = pc.joined();

        assertEquals(
                reason,
                assertThrows(NotAdmittedException.class, () -> visit.admit(who.chain(), list))
                        .reason());
        assertTrue(pc.engine.cut);
        assertEquals(Optional.of(SessionEnd.NOT_ADMITTED), ended());
        var refusals = pc.entries(EventKind.SUPPORTER_REFUSED);
        assertEquals(
                reason.name(),
                refusals.get(refusals.size() - 1).event().details().get(Detail.REASON));
        assertEquals(
                who.digest(),
                refusals.get(refusals.size() - 1).event().details().get(Detail.SUPPORTER));
        pc.request();
        assertEquals(SessionState.INVITED, pc.view().state());
        pc.sessions.stop();
    }

    @Test
    void aCertificateNotOnTheListIsRefused() throws Exception {
        notAdmitted(NotAdmittedException.Reason.NOT_LISTED, pc.service.person("Other"), pc.list());
    }

    @Test
    void aCertificateOfAnotherAuthorityIsRefused() throws Exception {
        Person stranger = new TestSupporters(Laboratory.START).person("Anna Example");

        notAdmitted(
                NotAdmittedException.Reason.AUTHORITY,
                stranger,
                pc.service.list(pc.now(), TestSupporters.entry(stranger, "2099-01-01", "eu")));
    }

    @Test
    void anExpiredTrainingIsRefused() throws Exception {
        notAdmitted(
                NotAdmittedException.Reason.TRAINING,
                pc.anna,
                pc.service.list(pc.now(), TestSupporters.entry(pc.anna, "2026-11-21", "eu")));
    }

    @Test
    void anotherRegionIsRefused() throws Exception {
        notAdmitted(
                NotAdmittedException.Reason.REGION,
                pc.anna,
                pc.service.list(pc.now(), TestSupporters.entry(pc.anna, "2099-01-01", "us")));
    }

    @Test
    void aListOlderThanADayAdmitsNobody() throws Exception {
        notAdmitted(
                NotAdmittedException.Reason.LIST_AGE,
                pc.anna,
                pc.service.list(
                        pc.now().minus(Duration.ofHours(25)), TestSupporters.entry(pc.anna, "2099-01-01", "eu")));
    }

    @Test
    void aClockThatIsSetBackMakesNoOldListNew() throws Exception {
        byte[] old = pc.service.list(pc.now(), TestSupporters.entry(pc.anna, "2099-01-01", "eu"));
        pc.jump(Duration.ofHours(26));
        pc.request();
        pc.sessions.stop();

        pc.time.set(Laboratory.START.plusSeconds(60));

        notAdmitted(NotAdmittedException.Reason.LIST_AGE, pc.anna, old);
    }

    @Test
    void aListFromAnotherKeyAdmitsNobody() throws Exception {
        notAdmitted(
                NotAdmittedException.Reason.LIST_SIGNATURE,
                pc.anna,
                new TestSupporters(Laboratory.START).list(pc.now(), TestSupporters.entry(pc.anna, "2099-01-01", "eu")));
    }
}
