package org.benchconnect.consent.lease;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.Clock;
import java.time.Duration;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.benchconnect.consent.question.FakeEngine;
import org.benchconnect.core.consent.AnswerRefusedException.Reason;
import org.benchconnect.core.consent.Questions;
import org.benchconnect.core.feature.Privilege;
import org.benchconnect.core.ledger.Detail;
import org.benchconnect.core.ledger.EventKind;
import org.benchconnect.core.session.FileToTransfer;
import org.benchconnect.core.session.Lease;
import org.benchconnect.core.session.LeaseEndedException;
import org.benchconnect.core.session.LeaseRequest;
import org.benchconnect.core.session.RemoteDesktop.Reach;
import org.benchconnect.launcher.storage.testing.Fault;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** What it takes until a lease is in force, and what it is good for. */
class HeldLeasesTest {
    private Keeper keeper;

    @BeforeEach
    void open() throws Exception {
        keeper = new Keeper();
    }

    @Test
    void aLeaseIsInTheLedgerWhenItIsInForce() throws Exception {
        Lease lease = keeper.leases.give(keeper.asking.answerable(), Keeper.VIEW);

        lease.require(Privilege.VIEW_SCREEN);
        assertEquals(List.of(EventKind.LEASE_GIVEN), keeper.kinds());
        assertEquals(lease.id(), keeper.newest().details().get(Detail.LEASE));
    }

    @Test
    void withoutAQuestionThereIsNoLease() {
        Keeper.assertRefused(Reason.QUESTION_CLOSED, () -> keeper.leases.give("no such question", Keeper.VIEW));
    }

    @Test
    void oneQuestionIsGoodForOneLease() throws Exception {
        String question = keeper.asking.answerable();
        keeper.leases.give(question, Keeper.VIEW);

        Keeper.assertRefused(
                Reason.QUESTION_CLOSED, () -> keeper.leases.give(question, Keeper.request("visit-2", Keeper.FEATURE)));
    }

    @Test
    void withoutAConsentToTheFeatureThereIsNoLease() throws Exception {
        keeper.allowed.clear();
        String question = keeper.asking.answerable();

        Keeper.assertRefused(Reason.NO_GRANT, () -> keeper.leases.give(question, Keeper.VIEW));
        assertEquals(List.of(EventKind.LEASE_REFUSED), keeper.kinds());
    }

    @Test
    void aPrivilegeThatTheFeatureDoesNotHaveGivesNoLease() throws Exception {
        LeaseRequest clipboard = new LeaseRequest(
                "visit-1",
                "A supporter",
                Keeper.FEATURE,
                Privilege.SHARE_CLIPBOARD,
                Optional.of(FileToTransfer.Direction.IN),
                Optional.empty(),
                Duration.ofMinutes(1));
        String question = keeper.asking.answerable();

        Keeper.assertRefused(Reason.NO_GRANT, () -> keeper.leases.give(question, clipboard));
    }

    @Test
    void whileTheLedgerTakesNothingThereIsNoLease() throws Exception {
        keeper.storage.failFrom(1, Fault.NO_SPACE);
        String question = keeper.asking.answerable();

        Keeper.assertRefused(Reason.LEDGER, () -> keeper.leases.give(question, Keeper.VIEW));
        assertTrue(keeper.leases.inForce().isEmpty());
    }

    @Test
    void remoteInputIsFrozenUntilTheLeaseIsGiven() throws Exception {
        FakeEngine engine = keeper.asking.engine(Reach.ENFORCED);
        String question = keeper.asking.answerable();
        List<Boolean> frozen = new ArrayList<>();
        keeper.leases.rightsAre((feature, privilege) -> frozen.add(engine.isFrozen()));

        keeper.leases.give(question, Keeper.VIEW);

        assertFalse(frozen.isEmpty());
        assertFalse(frozen.contains(false));
        assertFalse(engine.isFrozen());
    }

    @Test
    void aRightThatIsTakenBackWhileTheLeaseIsWrittenDownGivesNone() throws Exception {
        String question = keeper.asking.answerable();
        List<String> asked = new ArrayList<>();
        keeper.leases.rightsAre((feature, privilege) -> {
            asked.add(feature);
            return asked.size() == 1; // before the ledger, not after
        });

        Keeper.assertRefused(Reason.NO_GRANT, () -> keeper.leases.give(question, Keeper.VIEW));

        assertTrue(keeper.leases.inForce().isEmpty());
        assertEquals(List.of(EventKind.LEASE_GIVEN, EventKind.LEASE_ENDED), keeper.kinds());
    }

    @Test
    void aLeaseForOneThingIsNoneForAnother() throws Exception {
        Lease lease = keeper.leases.give(keeper.asking.answerable(), Keeper.VIEW);

        assertThrows(LeaseEndedException.class, () -> lease.require(Privilege.CONTROL_INPUT));
    }

    @Test
    void aNoIsKeptAndNamesNeitherSupporterNorFile() {
        LeaseRequest file = new LeaseRequest(
                "visit-1",
                "A supporter",
                Keeper.FEATURE,
                Privilege.TRANSFER_FILES,
                Optional.empty(),
                Optional.of(new FileToTransfer(FileToTransfer.Direction.OUT, "ROSSI_MARIA.lmd", 42)),
                Duration.ofMinutes(1));

        keeper.leases.refuse(file);

        assertEquals(EventKind.LEASE_REFUSED, keeper.newest().kind());
        assertEquals("42", keeper.newest().details().get(Detail.SIZE));
        assertFalse(keeper.newest().toString().contains("ROSSI")
                || keeper.newest().toString().contains("supporter"));
    }

    @Test
    void withoutAnybodyToAskNothingIsGiven() {
        HeldLeases alone = new HeldLeases(Clock.fixed(Keeper.NOW, ZoneOffset.UTC), keeper.ticks);

        Keeper.assertRefused(Reason.QUESTION_CLOSED, () -> alone.give("a", Keeper.VIEW));
        assertEquals(Duration.ofSeconds(1), Questions.INERT);
    }
}
