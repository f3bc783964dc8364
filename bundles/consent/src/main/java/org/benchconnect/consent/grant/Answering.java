package org.benchconnect.consent.grant;

import java.util.Arrays;
import java.util.List;
import org.benchconnect.consent.grant.Asked.Origin;
import org.benchconnect.consent.wording.Paragraphs;
import org.benchconnect.core.account.Account;
import org.benchconnect.core.consent.Answer;
import org.benchconnect.core.consent.AnswerRefusedException;
import org.benchconnect.core.consent.AnswerRefusedException.Reason;
import org.benchconnect.core.consent.Consent;
import org.benchconnect.core.consent.Questions;
import org.benchconnect.core.feature.FeaturePlan;
import org.benchconnect.core.feature.FeatureRefusedException;
import org.benchconnect.core.feature.Features;
import org.benchconnect.core.feature.ModuleChange;
import org.benchconnect.core.ledger.Detail;
import org.benchconnect.core.ledger.Event;
import org.benchconnect.core.ledger.EventKind;
import org.benchconnect.core.text.Language;
import org.benchconnect.core.upgrade.Upgrades;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Judges a yes: the question is used up, everything that raising needs is there, the person and the PIN, that changes are not frozen, the bytes, the instrument,
 * the text; only then it is carried out. No time-out and no silence gets here, and nothing that the network can say.
 */
final class Answering {
    private static final Logger LOG = LoggerFactory.getLogger(Answering.class);

    private final Neighbours around;
    private final Persons persons;
    private final LedgerView view;
    private final Requests requests;
    private final PresentFeatures present;
    private final Freezing freezing;
    private final Raising raising;
    private final Repetitions repetitions;

    Answering(
            Neighbours around,
            Persons persons,
            LedgerView view,
            Requests requests,
            PresentFeatures present,
            Freezing freezing,
            Raising raising,
            Repetitions repetitions) {
        this.around = around;
        this.persons = persons;
        this.view = view;
        this.requests = requests;
        this.present = present;
        this.freezing = freezing;
        this.raising = raising;
        this.repetitions = repetitions;
    }

    /** Carries a yes out, or notes why not. The remote desktop stays frozen until it is done or refused. */
    Consent give(String request, Answer answer) throws AnswerRefusedException {
        try (Questions.Use use = persons.use(answer.question())) {
            return given(request, answer, use);
        } catch (AnswerRefusedException e) {
            refused(request, answer, e.reason());
            throw e;
        } finally {
            Arrays.fill(answer.pin(), '\0');
        }
    }

    private void refused(String request, Answer answer, Reason reason) {
        Event refused = Event.of(EventKind.ANSWER_REFUSED)
                .with(Detail.REASON, reason.name())
                .with(Detail.ACCOUNT, answer.account().value());
        repetitions.happened(requests.find(request)
                .map(asked -> refused.with(Detail.REQUEST, asked.id()).with(Detail.FEATURE, asked.feature()))
                .orElse(refused));
    }

    private Consent given(String request, Answer answer, Questions.Use use) throws AnswerRefusedException {
        Asked asked = requests.find(request).orElseThrow(Answering::unknown);
        Wanted seen = present.seen(asked).orElseThrow(Answering::unknown);
        int lowered = view.loweredOften(asked.feature());
        Raising.Ready ready = raising.ready(seen.plan().isPresent());
        Account account = persons.check(answer.account(), answer.pin());
        Wanted wanted = requests.isFresh(asked) ? seen : verifiedAnew(asked); // the file that kept it is nobody's word
        Persons.require(account, wanted.role());
        if (wanted.plan().isPresent() && freezing.now().isPresent()) {
            throw new AnswerRefusedException(Reason.FROZEN, "an administrator froze changes");
        }
        requireNeeds(wanted);
        requireIdle(wanted);
        InstrumentRule instruments = around.instrumentRule();
        if (!instruments.releases(wanted.privileges(), wanted.models())) {
            throw new AnswerRefusedException(
                    Reason.MODEL, asked.feature() + " is not released for the instrument of this PC");
        }
        Language language = Wording.languageOf(wanted, instruments, answer.text())
                .orElseThrow(() -> new AnswerRefusedException(
                        Reason.OTHER_TEXT, "the text that was answered is not the one that is asked: read it again"));
        Event event = Raising.event(
                        wanted, instruments, answer.text(), Paragraphs.tag(language), answer.newerVersions())
                .by(answer.account())
                .with(Detail.REQUEST, asked.id());
        Consent consent = raising.carryOut(ready, wanted, event, lowered);
        requests.remove(asked.id());
        return consent;
    }

    /** Without what it needs it would be installed and could not run. */
    private void requireNeeds(Wanted wanted) throws AnswerRefusedException {
        List<String> missing = wanted.plan().map(FeaturePlan::needs).orElse(List.of()).stream()
                .filter(name -> !around.runs(name))
                .toList();
        if (!missing.isEmpty()) {
            throw new AnswerRefusedException(Reason.NEEDS, String.join(", ", missing));
        }
    }

    /** What only adds disturbs nobody; everything else waits for idle instruments, and while nobody can say it counts as busy. */
    private void requireIdle(Wanted wanted) throws AnswerRefusedException {
        if (wanted.plan().filter(Answering::disturbs).isPresent() && !isIdle()) {
            throw new AnswerRefusedException(
                    Reason.BUSY,
                    "an instrument is not idle, or nobody knows, and what runs would be stopped or changed");
        }
    }

    private static boolean disturbs(FeaturePlan plan) {
        return !plan.stops().isEmpty()
                || plan.changes().stream().anyMatch(change -> change.kind() != ModuleChange.Kind.ADDED);
    }

    private boolean isIdle() {
        Upgrades upgrades = around.upgrades();
        try {
            return upgrades != null && upgrades.hindrances().isEmpty();
        } catch (RuntimeException e) {
            LOG.warn("whether instruments are idle is not known: they count as busy", e);
            return false;
        }
    }

    /** The request was made before a restart, so its plan is only what was written down: the source must give the same bytes again. */
    private Wanted verifiedAnew(Asked asked) throws AnswerRefusedException {
        Origin origin = asked.origin().orElseThrow(Answering::unknown);
        Features features = around.features();
        if (features == null) {
            throw new AnswerRefusedException(Reason.FAILED, "the part that verifies is not there");
        }
        try {
            FeaturePlan plan = features.plan(origin.source(), origin.name(), origin.language());
            if (!plan.document().equals(asked.document())
                    || !plan.feature().name().equals(asked.feature())
                    || !plan.feature().version().equals(asked.version())) {
                throw new AnswerRefusedException(
                        Reason.OTHER_BYTES, "the source offers something else by now: ask again");
            }
            return Wanted.of(requests.planned(asked, plan).plan().orElse(plan));
        } catch (FeatureRefusedException e) {
            throw Refusals.of(e);
        }
    }

    private static AnswerRefusedException unknown() {
        return new AnswerRefusedException(Reason.UNKNOWN_REQUEST, "the request is not waiting any more: ask again");
    }
}
