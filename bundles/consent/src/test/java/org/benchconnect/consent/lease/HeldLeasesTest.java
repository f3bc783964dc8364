package org.benchconnect.consent.lease;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.benchconnect.consent.question.FakeEngine;
import org.benchconnect.consent.question.QuestionsOfTests;
import org.benchconnect.consent.question.Ticks;
import org.benchconnect.core.consent.AnswerRefusedException;
import org.benchconnect.core.consent.AnswerRefusedException.Reason;
import org.benchconnect.core.consent.Questions;
import org.benchconnect.core.feature.Privilege;
import org.benchconnect.core.ledger.Detail;
import org.benchconnect.core.ledger.Event;
import org.benchconnect.core.ledger.EventKind;
import org.benchconnect.core.session.FileToTransfer;
import org.benchconnect.core.session.Lease;
import org.benchconnect.core.session.LeaseEnd;
import org.benchconnect.core.session.LeaseEndedException;
import org.benchconnect.core.session.LeaseRequest;
import org.benchconnect.core.session.RemoteDesktop.Reach;
import org.benchconnect.launcher.storage.testing.Fault;
import org.benchconnect.launcher.storage.testing.FaultyStorage;
import org.benchconnect.ledger.testing.TestDevice;
import org.benchconnect.ledger.testing.TestLedger;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.function.Executable;

class HeldLeasesTest {
    private static final Instant NOW = Instant.parse("2026-03-01T08:00:00Z");
    private static final Path HOME = Path.of("/home");
    private static final String FEATURE = "org.benchconnect.remote-support";
    private static final LeaseRequest VIEW = request("visit-1", FEATURE);

    private final Ticks ticks = new Ticks();
    private final QuestionsOfTests asking = new QuestionsOfTests(ticks);
    private final Set<String> allowed = new HashSet<>(Set.of(FEATURE));
    private final FaultyStorage storage = new FaultyStorage(HOME);
    private TestLedger ledger;
    private HeldLeases leases;

    @BeforeEach
    void open() throws Exception {
        ledger = TestLedger.open(storage, HOME, new TestDevice(), NOW);
        leases = new HeldLeases(Clock.fixed(NOW, ZoneOffset.UTC), ticks, ledger, asking.questions);
        leases.rightsAre((feature, privilege) -> allowed.contains(feature) && privilege != Privilege.SHARE_CLIPBOARD);
    }

    private static LeaseRequest request(String session, String feature) {
        return new LeaseRequest(
                session, "A supporter", feature, Privilege.VIEW_SCREEN, Optional.empty(), Duration.ofMinutes(10));
    }

    private List<EventKind> kinds() {
        return ledger.all().stream()
                .map(entry -> entry.event().kind())
                .filter(kind -> kind.name().startsWith("LEASE"))
                .toList();
    }

    private Event newest() {
        return ledger.all().get((int) ledger.size() - 1).event();
    }

    @Test
    void aLeaseIsInTheLedgerWhenItIsInForce() throws Exception {
        Lease lease = leases.give(asking.answerable(), VIEW);

        lease.require(Privilege.VIEW_SCREEN);
        assertEquals(List.of(EventKind.LEASE_GIVEN), kinds());
        assertEquals(lease.id(), newest().details().get(Detail.LEASE));
    }

    @Test
    void withoutAQuestionThereIsNoLease() {
        assertRefused(Reason.QUESTION_CLOSED, () -> leases.give("no such question", VIEW));
    }

    @Test
    void oneQuestionIsGoodForOneLease() throws Exception {
        String question = asking.answerable();
        leases.give(question, VIEW);

        assertRefused(Reason.QUESTION_CLOSED, () -> leases.give(question, request("visit-2", FEATURE)));
    }

    @Test
    void withoutAConsentToTheFeatureThereIsNoLease() throws Exception {
        allowed.clear();
        String question = asking.answerable();

        assertRefused(Reason.NO_GRANT, () -> leases.give(question, VIEW));
        assertEquals(List.of(EventKind.LEASE_REFUSED), kinds());
    }

    @Test
    void aPrivilegeThatTheFeatureDoesNotHaveGivesNoLease() throws Exception {
        LeaseRequest clipboard = new LeaseRequest(
                "visit-1", "A supporter", FEATURE, Privilege.SHARE_CLIPBOARD, Optional.empty(), Duration.ofMinutes(1));
        String question = asking.answerable();

        assertRefused(Reason.NO_GRANT, () -> leases.give(question, clipboard));
    }

    @Test
    void whileTheLedgerTakesNothingThereIsNoLease() throws Exception {
        storage.failFrom(1, Fault.NO_SPACE);
        String question = asking.answerable();

        assertRefused(Reason.LEDGER, () -> leases.give(question, VIEW));
        assertTrue(leases.inForce().isEmpty());
    }

    @Test
    void remoteInputIsFrozenUntilTheLeaseIsGiven() throws Exception {
        FakeEngine engine = asking.engine(Reach.ENFORCED);
        String question = asking.answerable();
        List<Boolean> frozen = new ArrayList<>();
        leases.rightsAre((feature, privilege) -> frozen.add(engine.isFrozen()));

        leases.give(question, VIEW);

        assertFalse(frozen.isEmpty());
        assertFalse(frozen.contains(false));
        assertFalse(engine.isFrozen());
    }

    @Test
    void aLeaseEndsWithItsTimeByTheMonotonicClock() throws Exception {
        Lease lease = leases.give(asking.answerable(), VIEW);
        List<String> cut = new ArrayList<>();
        lease.onEnd(() -> cut.add("cut"));

        ticks.pass(Duration.ofMinutes(10));
        leases.look();

        assertEquals(List.of("cut"), cut);
        assertEnded(lease, LeaseEnd.TIME);
    }

    @Test
    void aLeaseOverItsTimeIsNoneEvenIfNobodyLookedSince() throws Exception {
        Lease lease = leases.give(asking.answerable(), VIEW);

        ticks.pass(Duration.ofMinutes(10));

        assertEnded(lease, LeaseEnd.TIME);
    }

    @Test
    void aLeaseEndsWithItsSessionAndNoOtherDoes() throws Exception {
        Lease lease = leases.give(asking.answerable(), VIEW);
        Lease other = leases.give(asking.answerable(), request("visit-2", FEATURE));

        leases.endSession("visit-1", LeaseEnd.SESSION_ENDED);

        assertEnded(lease, LeaseEnd.SESSION_ENDED);
        assertTrue(other.inForce());
    }

    @Test
    void everyLeaseOfAFeatureEndsBeforeAnyConnectionIsCut() throws Exception {
        Lease one = leases.give(asking.answerable(), VIEW);
        Lease two = leases.give(asking.answerable(), request("visit-2", FEATURE));
        List<Boolean> inForceWhileCutting = new ArrayList<>();
        one.onEnd(() -> inForceWhileCutting.add(two.inForce()));
        two.onEnd(() -> inForceWhileCutting.add(one.inForce()));

        leases.endFeature(FEATURE, LeaseEnd.WITHDRAWN);

        assertEquals(List.of(false, false), inForceWhileCutting);
    }

    @Test
    void aConnectionThatFailsToBeCutKeepsNoOther() throws Exception {
        Lease lease = leases.give(asking.answerable(), VIEW);
        List<String> cut = new ArrayList<>();
        lease.onEnd(() -> {
            throw new IllegalStateException("it hangs");
        });
        lease.onEnd(() -> cut.add("cut"));

        lease.end(LeaseEnd.STOPPED);

        assertEquals(List.of("cut"), cut);
    }

    @Test
    void whoAsksToHearOfTheEndOfAnEndedLeaseHearsAtOnce() throws Exception {
        Lease lease = leases.give(asking.answerable(), VIEW);
        lease.end(LeaseEnd.DONE);
        List<String> cut = new ArrayList<>();

        lease.onEnd(() -> cut.add("cut"));

        assertEquals(List.of("cut"), cut);
    }

    @Test
    void aLeaseEndsOnceAndIsInTheLedgerOnce() throws Exception {
        Lease lease = leases.give(asking.answerable(), VIEW);

        lease.end(LeaseEnd.STOPPED);
        lease.end(LeaseEnd.ERROR);

        assertEquals(List.of(EventKind.LEASE_GIVEN, EventKind.LEASE_ENDED), kinds());
        assertEnded(lease, LeaseEnd.STOPPED);
    }

    @Test
    void aRightThatIsTakenBackWhileTheLeaseIsWrittenDownGivesNone() throws Exception {
        String question = asking.answerable();
        List<String> asked = new ArrayList<>();
        leases.rightsAre((feature, privilege) -> {
            asked.add(feature);
            return asked.size() == 1; // before the ledger, not after
        });

        assertRefused(Reason.NO_GRANT, () -> leases.give(question, VIEW));

        assertTrue(leases.inForce().isEmpty());
        assertEquals(List.of(EventKind.LEASE_GIVEN, EventKind.LEASE_ENDED), kinds());
    }

    @Test
    void aLeaseForOneThingIsNoneForAnother() throws Exception {
        Lease lease = leases.give(asking.answerable(), VIEW);

        assertThrows(LeaseEndedException.class, () -> lease.require(Privilege.CONTROL_INPUT));
    }

    @Test
    void aNoIsKeptAndNamesNeitherSupporterNorFile() {
        LeaseRequest file = new LeaseRequest(
                "visit-1",
                "A supporter",
                FEATURE,
                Privilege.TRANSFER_FILES,
                Optional.of(new FileToTransfer(FileToTransfer.Direction.OUT, "ROSSI_MARIA.lmd", 42)),
                Duration.ofMinutes(1));

        leases.refuse(file);

        assertEquals(EventKind.LEASE_REFUSED, newest().kind());
        assertEquals("42", newest().details().get(Detail.SIZE));
        assertFalse(newest().toString().contains("ROSSI") || newest().toString().contains("supporter"));
    }

    @Test
    void noLeaseOutlivesItsKeeper() throws Exception {
        Lease lease = leases.give(asking.answerable(), VIEW);

        leases.close();

        assertFalse(lease.inForce());
    }

    @Test
    void withoutAnybodyToAskNothingIsGiven() {
        HeldLeases alone = new HeldLeases(Clock.fixed(NOW, ZoneOffset.UTC), ticks);

        assertRefused(Reason.QUESTION_CLOSED, () -> alone.give("a", VIEW));
        assertEquals(Duration.ofSeconds(1), Questions.INERT);
    }

    private void assertEnded(Lease lease, LeaseEnd why) {
        assertFalse(lease.inForce());
        assertThrows(LeaseEndedException.class, () -> lease.require(Privilege.VIEW_SCREEN));
        assertTrue(ledger.all().stream()
                .anyMatch(entry -> entry.event().kind() == EventKind.LEASE_ENDED
                        && lease.id().equals(entry.event().details().get(Detail.LEASE))
                        && why.name().equals(entry.event().details().get(Detail.REASON))));
        assertFalse(leases.inForce().contains(lease));
    }

    private static void assertRefused(Reason reason, Executable raising) {
        assertEquals(reason, assertThrows(AnswerRefusedException.class, raising).reason());
    }
}
