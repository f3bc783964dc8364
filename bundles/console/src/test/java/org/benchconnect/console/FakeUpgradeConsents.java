package org.benchconnect.console;

import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.benchconnect.core.account.AccountId;
import org.benchconnect.core.account.AccountRefusedException;
import org.benchconnect.core.account.Role;
import org.benchconnect.core.consent.Answer;
import org.benchconnect.core.consent.AnswerRefusedException;
import org.benchconnect.core.consent.AnswerRefusedException.Reason;
import org.benchconnect.core.consent.Paragraph;
import org.benchconnect.core.consent.Paragraph.Part;
import org.benchconnect.core.feature.FeaturePlan;
import org.benchconnect.core.ledger.Detail;
import org.benchconnect.core.ledger.Event;
import org.benchconnect.core.ledger.EventKind;
import org.benchconnect.core.text.Language;
import org.benchconnect.core.upgrade.Approval;
import org.benchconnect.core.upgrade.UpgradeConsents;
import org.benchconnect.core.upgrade.UpgradePlan;
import org.benchconnect.core.upgrade.UpgradeRequest;
import org.jspecify.annotations.Nullable;

/** People's answers about upgrades in memory, checked as the real ones check them. */
final class FakeUpgradeConsents implements UpgradeConsents {
    private final Clock clock;
    private final FakeUpgrades upgrades;
    private final FakeQuestions questions;
    private final FakeAccounts accounts;
    private final FakeLedger ledger;

    volatile @Nullable AnswerRefusedException refuses;
    volatile @Nullable Approval fixes;

    FakeUpgradeConsents(
            Clock clock, FakeUpgrades upgrades, FakeQuestions questions, FakeAccounts accounts, FakeLedger ledger) {
        this.clock = clock;
        this.upgrades = upgrades;
        this.questions = questions;
        this.accounts = accounts;
        this.ledger = ledger;
    }

    @Override
    public Optional<UpgradeRequest> request(Language language) {
        return Optional.ofNullable(upgrades.plan)
                .map(plan -> new UpgradeRequest(
                        plan,
                        plan.asked().isEmpty() ? Role.LABORATORY_USER : Role.LABORATORY_ADMINISTRATOR,
                        language,
                        text(plan),
                        List.of("org.benchconnect.remote-support")));
    }

    private static List<Paragraph> text(UpgradePlan plan) {
        String author =
                plan.features().stream().map(FeaturePlan::statement).findFirst().orElse("–");
        return List.of(
                new Paragraph(Part.QUESTION, "Should the newer release be carried out on this PC?"),
                new Paragraph(Part.CHANGE, "BenchConnect itself: from version 0.1.0 to 0.2.0."),
                new Paragraph(Part.FACT, "Signed by Example Instruments Ltd on 2 March 2026."),
                new Paragraph(Part.AUTHOR_MARK, "What follows is said by the author. Nobody has checked it."),
                new Paragraph(Part.AUTHOR, author));
    }

    @Override
    public Approval give(String plan, Answer answer, Approval.When when) throws AnswerRefusedException {
        if (refuses != null) {
            throw refuses;
        }
        UpgradeRequest asked = request(Language.EN)
                .filter(one -> one.plan().id().equals(plan))
                .orElseThrow(() -> new AnswerRefusedException(Reason.UNKNOWN_REQUEST, "no such plan"));
        check(answer.question(), answer.account(), answer.pin(), asked.role());
        if (!answer.text().equals(asked.textDigest())) {
            throw new AnswerRefusedException(Reason.OTHER_TEXT, "another text");
        }
        Approval given = given(EventKind.UPGRADE_ALLOWED, answer.account(), when);
        upgrades.approve(plan, given);
        return given;
    }

    private Approval given(EventKind kind, AccountId by, Approval.When when) {
        long entry = ledger.append(new Event(kind, Optional.of(by), Map.of(Detail.PLAN, FakeUpgrades.PLAN_ID)))
                .number();
        return new Approval(entry, by, clock.instant(), when, Optional.empty());
    }

    private void check(String question, AccountId by, char[] pin, Role role) throws AnswerRefusedException {
        try (var used = questions.use(question)) {
            assert used != null;
            if (accounts.check(by, pin).role() != role && role == Role.LABORATORY_ADMINISTRATOR) {
                throw new AnswerRefusedException(Reason.NOT_ADMINISTRATOR, "no administrator");
            }
        } catch (AccountRefusedException e) {
            throw new AnswerRefusedException(Reason.WRONG_PIN, "PIN", e.remaining());
        }
    }

    @Override
    public boolean refuse(String plan, Optional<AccountId> by) {
        return upgrades.refuse(plan);
    }

    @Override
    public void stateIdle(String question, AccountId by, char[] pin) throws AnswerRefusedException {
        check(question, by, pin, Role.LABORATORY_USER);
        ledger.append(new Event(EventKind.IDLE_STATED, Optional.of(by), Map.of()));
        upgrades.statedIdle(by, clock.instant().plus(Duration.ofMinutes(15)));
    }

    @Override
    public void allowFixes(String question, AccountId by, char[] pin) throws AnswerRefusedException {
        check(question, by, pin, Role.LABORATORY_ADMINISTRATOR);
        fixes = given(EventKind.FIXES_ALLOWED, by, Approval.When.IN_WINDOW);
    }

    @Override
    public void askForFixes(Optional<AccountId> by) {
        fixes = null;
    }

    @Override
    public Optional<Approval> fixesAllowed() {
        return Optional.ofNullable(fixes);
    }
}
