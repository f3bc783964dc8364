package org.benchconnect.consent.upgrade;

import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.locks.ReentrantLock;
import org.benchconnect.consent.grant.Hearing;
import org.benchconnect.consent.wording.Paragraphs;
import org.benchconnect.core.account.AccountId;
import org.benchconnect.core.consent.Answer;
import org.benchconnect.core.consent.AnswerRefusedException;
import org.benchconnect.core.consent.AnswerRefusedException.Reason;
import org.benchconnect.core.consent.Questions;
import org.benchconnect.core.feature.FeaturePlan;
import org.benchconnect.core.feature.FeatureRefusedException;
import org.benchconnect.core.ledger.Detail;
import org.benchconnect.core.ledger.Entry;
import org.benchconnect.core.ledger.Event;
import org.benchconnect.core.ledger.EventKind;
import org.benchconnect.core.ledger.Ledger;
import org.benchconnect.core.text.Language;
import org.benchconnect.core.upgrade.Approval;
import org.benchconnect.core.upgrade.UpgradePlan;
import org.benchconnect.core.upgrade.UpgradeRequest;
import org.benchconnect.core.upgrade.UpgradeState;
import org.benchconnect.core.upgrade.Upgrades;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * A yes or a no to the plan that is offered. A yes is judged in the order of a consent to a feature: question, plan, all that raising needs, person and PIN, role, freeze,
 * text; then the ledger, then {@link Upgrades#approve}. A no takes effect first, waits for no yes that is carried out meanwhile, and wins over it.
 */
final class PlanAnswers {
    private static final Logger LOG = LoggerFactory.getLogger(PlanAnswers.class);

    private final Hearing hearing;
    private final StandingConsent standing;
    private final ReentrantLock one = new ReentrantLock(); // held by whoever carries out
    private final AtomicInteger refusals = new AtomicInteger();

    PlanAnswers(Hearing hearing, StandingConsent standing) {
        this.hearing = hearing;
        this.standing = standing;
    }

    /** The upgrade utility that is there now. */
    Optional<Upgrades> upgrades() {
        return Optional.ofNullable(hearing.upgrades());
    }

    /** What waits for an answer. */
    private Optional<UpgradePlan> offered() {
        return upgrades().map(Upgrades::state).filter(PlanAnswers::waits).flatMap(UpgradeState::plan);
    }

    private static boolean waits(UpgradeState state) {
        return state.approval().isEmpty()
                && (state.phase() == UpgradeState.Phase.OFFERED || state.phase() == UpgradeState.Phase.LOOKS);
    }

    /** The question about it. */
    Optional<UpgradeRequest> request(Language language) {
        return offered()
                .map(this::wording)
                .map(words -> new UpgradeRequest(
                        words.plan(), words.role(), language, words.in(language), words.asksAgain()));
    }

    private UpgradeWording wording(UpgradePlan plan) {
        List<String> asksAgain = plan.features().stream()
                .filter(one -> !one.feature().privileges().isEmpty() && hearing.loses(one))
                .map(one -> one.feature().name())
                .toList();
        return new UpgradeWording(plan, hearing::version, asksAgain);
    }

    /** A yes. The remote desktop stays frozen until it is carried out or refused. */
    Approval give(String plan, Answer answer, Approval.When when) throws AnswerRefusedException {
        try (Questions.Use use = hearing.use(answer.question())) {
            return given(plan, answer, when, use);
        } catch (AnswerRefusedException e) {
            refused(plan, answer, e.reason());
            throw e;
        } finally {
            Arrays.fill(answer.pin(), '\0');
        }
    }

    private void refused(String plan, Answer answer, Reason reason) {
        Event refused = Event.of(EventKind.ANSWER_REFUSED)
                .with(Detail.REASON, reason.name())
                .with(Detail.ACCOUNT, answer.account().value());
        hearing.refused(Detail.PLAN.takes(plan) ? refused.with(Detail.PLAN, plan) : refused);
    }

    private Approval given(String id, Answer answer, Approval.When when, Questions.Use use)
            throws AnswerRefusedException {
        int before = refusals.get();
        UpgradePlan plan = offered()
                .filter(one -> one.id().equals(id))
                .orElseThrow(() -> new AnswerRefusedException(
                        Reason.UNKNOWN_REQUEST, "no such upgrade waits for an answer: look again"));
        Ledger ledger = hearing.ready();
        UpgradeWording wording = wording(plan);
        Hearing.require(hearing.person(answer.account(), answer.pin()), wording.role());
        hearing.requireThawed();
        Language language = wording.languageOf(answer.text())
                .orElseThrow(() -> new AnswerRefusedException(
                        Reason.OTHER_TEXT, "the text that was answered is not the one that is asked: read it again"));
        Event event = Event.of(EventKind.UPGRADE_ALLOWED)
                .by(answer.account())
                .with(Detail.PLAN, plan.id())
                .with(Detail.TEXT, answer.text())
                .with(Detail.LANGUAGE, Paragraphs.tag(language));
        one.lock();
        try {
            return carryOut(ledger, plan, event, when, before);
        } finally {
            one.unlock();
        }
    }

    /** Into the ledger, then to whoever carries it out. What cannot be is refused in the ledger too. */
    private Approval carryOut(Ledger ledger, UpgradePlan plan, Event event, Approval.When when, int before)
            throws AnswerRefusedException {
        Upgrades upgrades = upgrades()
                .orElseThrow(() -> new AnswerRefusedException(Reason.FAILED, "the upgrade utility is not there"));
        AccountId by = event.by().orElseThrow();
        Optional<Long> standingEntry =
                Optional.ofNullable(event.details().get(Detail.ENTRY)).map(Long::valueOf);
        for (FeaturePlan plain : plan.features()) {
            if (plain.feature().privileges().isEmpty() && hearing.loses(plain)) {
                Hearing.append(
                        ledger,
                        ofPlain(plan, plain, by)); // the entry of the plan comes last: without it none of them counts
            }
        }
        Entry entry = Hearing.append(ledger, event);
        try {
            requireNotRefused(before);
            Approval approval = new Approval(entry.number(), by, entry.time(), when, standingEntry);
            upgrades.approve(plan.id(), approval);
            requireNotRefused(before);
            return approval;
        } catch (FeatureRefusedException e) {
            failed(plan, entry.number(), e.reason().name());
            throw Hearing.refusal(e);
        } catch (AnswerRefusedException e) {
            upgrades.refuse(plan.id()); // whoever refused may have come before there was anything to refuse
            failed(plan, entry.number(), e.reason().name());
            throw e;
        }
    }

    /** A feature without privileges runs by its consent in the ledger alone, so the answer is one to its new version too. */
    private static Event ofPlain(UpgradePlan plan, FeaturePlan plain, AccountId by) {
        return Event.of(EventKind.UPGRADE_ALLOWED)
                .by(by)
                .with(Detail.PLAN, plan.id())
                .with(Detail.FEATURE, plain.feature().name())
                .with(Detail.VERSION, plain.feature().version())
                .with(Detail.DOCUMENT, plain.document());
    }

    private void requireNotRefused(int before) throws AnswerRefusedException {
        if (refusals.get() != before) {
            throw new AnswerRefusedException(Reason.FAILED, "it was taken back while it was given");
        }
    }

    private void failed(UpgradePlan plan, long entry, String reason) {
        hearing.note(Event.of(EventKind.UPGRADE_REFUSED)
                .with(Detail.PLAN, plan.id())
                .with(Detail.ENTRY, entry)
                .with(Detail.REASON, reason));
    }

    /** A no, or a yes taken back. */
    boolean refuse(String plan, Optional<AccountId> by) {
        Optional<Upgrades> upgrades = upgrades();
        boolean present = upgrades.map(Upgrades::state)
                .flatMap(UpgradeState::plan)
                .filter(one -> one.id().equals(plan))
                .isPresent();
        if (present) {
            refusals.incrementAndGet();
        }
        boolean found = upgrades.map(one -> one.refuse(plan)).orElse(false);
        if (found && Detail.PLAN.takes(plan)) {
            hearing.note(new Event(EventKind.UPGRADE_REFUSED, by, Map.of(Detail.PLAN, plan)));
        }
        return found;
    }

    /** Carries a fix out that is offered, by the standing consent; each plan at most once. */
    void carryOutStanding() {
        Optional<UpgradePlan> fix =
                offered().filter(plan -> plan.fix() && plan.asked().isEmpty());
        if (fix.isEmpty() || hearing.isFrozen() || !one.tryLock()) {
            return;
        }
        try {
            int before = refusals.get();
            Optional<Approval> allowed = standing.now(hearing.ledger());
            if (allowed.isPresent() && !standing.isAnswered(fix.get().id())) {
                carryOutStanding(fix.get(), allowed.get(), before);
            }
        } finally {
            one.unlock();
        }
    }

    private void carryOutStanding(UpgradePlan fix, Approval allowed, int before) {
        Event event = Event.of(EventKind.UPGRADE_ALLOWED)
                .by(allowed.by())
                .with(Detail.PLAN, fix.id())
                .with(Detail.ENTRY, allowed.entry());
        try {
            carryOut(hearing.ready(), fix, event, Approval.When.IN_WINDOW, before);
        } catch (AnswerRefusedException e) {
            LOG.warn("a fix that is allowed was not carried out ({}): {}", e.reason(), e.getMessage());
        }
    }

    /** What the standing consent allowed and is not switched yet is not carried out. */
    void dropStanding() {
        refusals.incrementAndGet();
        upgrades().ifPresent(upgrades -> {
            UpgradeState state = upgrades.state();
            boolean byStanding = state.approval().flatMap(Approval::standing).isPresent();
            if (byStanding) {
                state.plan().map(UpgradePlan::id).ifPresent(upgrades::refuse);
            }
        });
    }
}
