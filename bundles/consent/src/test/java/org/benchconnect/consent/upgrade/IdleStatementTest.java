package org.benchconnect.consent.upgrade;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import org.benchconnect.consent.grant.FakeAccounts;
import org.benchconnect.consent.grant.Laboratory;
import org.benchconnect.core.consent.AnswerRefusedException.Reason;
import org.benchconnect.core.ledger.Detail;
import org.benchconnect.core.ledger.EventKind;
import org.benchconnect.launcher.storage.testing.Fault;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class IdleStatementTest {
    private static final Instant UNTIL = Laboratory.MORNING.plus(Duration.ofMinutes(15));

    private Upgrading pc;

    @BeforeEach
    void aNewPc() throws Exception {
        pc = new Upgrading();
    }

    @Test
    void itCountsFifteenMinutesAndIsInTheLedgerFirst() throws Exception {
        pc.stateIdle();

        assertEquals(Optional.of(UNTIL), pc.upgrades.idleUntil);
        assertEquals(UNTIL.toString(), pc.lab.detail(EventKind.IDLE_STATED, Detail.UNTIL));
        assertEquals(
                Optional.of(FakeAccounts.USER),
                pc.lab.newest(EventKind.IDLE_STATED).event().by());
    }

    @Test
    void aNewerOneTakesItsPlace() throws Exception {
        pc.stateIdle();
        pc.lab.pass(Duration.ofMinutes(10));

        pc.stateIdle();
        pc.lab.pass(Duration.ofMinutes(10));

        assertEquals(Optional.of(UNTIL.plus(Duration.ofMinutes(10))), pc.upgrades.idleUntil);
        assertEquals(2, pc.lab.count(EventKind.IDLE_STATED));
    }

    @Test
    void whatIsNoPersonsWordHereDoesNotCount() throws Exception {
        pc.assertRefused(
                Reason.QUESTION_CLOSED,
                () -> pc.answers.stateIdle("none", FakeAccounts.USER, FakeAccounts.PIN.toCharArray()));
        pc.assertRefused(
                Reason.WRONG_PIN,
                () -> pc.answers.stateIdle(pc.lab.asking.answerable(), FakeAccounts.USER, "111222".toCharArray()));
        pc.lab.around.upgrades = null;
        pc.assertRefused(Reason.FAILED, pc::stateIdle);
        pc.lab.around.upgrades = pc.upgrades;
        pc.lab.storage.failFrom(1, Fault.NO_SPACE);
        pc.assertRefused(Reason.LEDGER, pc::stateIdle);
    }
}
