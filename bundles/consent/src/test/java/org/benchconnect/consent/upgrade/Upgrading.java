package org.benchconnect.consent.upgrade;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.io.IOException;
import java.time.Duration;
import java.time.InstantSource;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.AbstractExecutorService;
import java.util.concurrent.TimeUnit;
import org.benchconnect.consent.grant.FakeAccounts;
import org.benchconnect.consent.grant.FakeUpgrades;
import org.benchconnect.consent.grant.Laboratory;
import org.benchconnect.consent.grant.Plans;
import org.benchconnect.core.account.AccountId;
import org.benchconnect.core.consent.Answer;
import org.benchconnect.core.consent.AnswerRefusedException;
import org.benchconnect.core.consent.AnswerRefusedException.Reason;
import org.benchconnect.core.feature.FeaturePlan;
import org.benchconnect.core.feature.Privilege;
import org.benchconnect.core.ledger.Detail;
import org.benchconnect.core.ledger.EventKind;
import org.benchconnect.core.text.Language;
import org.benchconnect.core.upgrade.Approval;
import org.benchconnect.core.upgrade.Approval.When;
import org.benchconnect.core.upgrade.UpgradePlan;
import org.benchconnect.launcher.storage.testing.DiskState;
import org.junit.jupiter.api.function.Executable;

/** A laboratory in which an upgrade is offered, and the answers to it. */
final class Upgrading {
    static final String PLAN = "ab".repeat(32);

    final Laboratory lab;
    final FakeUpgrades upgrades;
    final UpgradeAnswers answers;

    Upgrading() throws IOException {
        this(new Laboratory());
    }

    private Upgrading(Laboratory lab) {
        this.lab = lab;
        this.upgrades = lab.upgrading;
        InstantSource wall = () -> lab.now;
        this.answers = new UpgradeAnswers(
                lab.consents, lab.storage, Laboratory.HOME, wall.withZone(ZoneOffset.UTC), new AtOnce());
    }

    /** The same PC after a restart. */
    Upgrading restarted() throws IOException {
        return new Upgrading(lab.restarted());
    }

    /** The same PC with what is on this disk. */
    Upgrading startedWith(DiskState left) throws IOException {
        return new Upgrading(lab.startedWith(left));
    }

    /** Of the base release, which asks for nothing. */
    static UpgradePlan plan(boolean fix) {
        return plan(fix, Set.of(), Plans.of(Laboratory.BASE, fix ? "0.1.1" : "0.2.0", Set.of(), Set.of()));
    }

    static UpgradePlan plan(boolean fix, Set<Privilege> asked, FeaturePlan... features) {
        return new UpgradePlan(
                PLAN,
                "stick",
                List.of(features),
                features[0].changes(),
                features[0].stops(),
                asked,
                4_000,
                Duration.ofMillis(300),
                fix);
    }

    Answer yes(AccountId who, String pin) throws AnswerRefusedException {
        return new Answer(
                lab.asking.answerable(),
                who,
                pin.toCharArray(),
                answers.request(Language.EN).orElseThrow().textDigest(),
                false);
    }

    Answer yes() throws AnswerRefusedException {
        return yes(FakeAccounts.USER, FakeAccounts.PIN);
    }

    Approval give() throws AnswerRefusedException {
        return answers.give(PLAN, yes(), When.IN_WINDOW);
    }

    void allowFixes() throws AnswerRefusedException {
        answers.allowFixes(lab.asking.answerable(), FakeAccounts.ADMINISTRATOR, FakeAccounts.PIN.toCharArray());
    }

    void stateIdle() throws AnswerRefusedException {
        answers.stateIdle(lab.asking.answerable(), FakeAccounts.USER, FakeAccounts.PIN.toCharArray());
    }

    /** Refused for this, which is in the ledger, and nothing was raised. */
    AnswerRefusedException assertRefused(Reason reason, Executable answer) {
        long noted = lab.count(EventKind.ANSWER_REFUSED);
        AnswerRefusedException refused = assertThrows(AnswerRefusedException.class, answer);
        assertEquals(reason, refused.reason(), String.valueOf(refused.getMessage()));
        assertEquals(List.of(), upgrades.approved);
        assertEquals(Optional.empty(), upgrades.idleUntil);
        if (lab.around.ledger != null && reason != Reason.LEDGER) {
            assertEquals(noted + 1, lab.count(EventKind.ANSWER_REFUSED));
            assertEquals(reason.name(), lab.detail(EventKind.ANSWER_REFUSED, Detail.REASON));
        }
        return refused;
    }

    /** Does at once what it is given. */
    private static final class AtOnce extends AbstractExecutorService {
        @Override
        public void execute(Runnable task) {
            task.run();
        }

        @Override
        public void shutdown() {
            // there is no thread
        }

        @Override
        public List<Runnable> shutdownNow() {
            return List.of();
        }

        @Override
        public boolean isShutdown() {
            return false;
        }

        @Override
        public boolean isTerminated() {
            return false;
        }

        @Override
        public boolean awaitTermination(long timeout, TimeUnit unit) {
            return true;
        }
    }
}
