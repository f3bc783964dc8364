package org.benchconnect.consent.grant;

import java.security.SecureRandom;
import java.time.Instant;
import java.time.InstantSource;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.benchconnect.consent.notes.LateNotes;
import org.benchconnect.core.account.AccountId;
import org.benchconnect.core.consent.ConsentRequest;
import org.benchconnect.core.feature.FeaturePlan;
import org.benchconnect.core.feature.FeatureRefusedException;
import org.benchconnect.core.feature.Features;
import org.benchconnect.core.feature.RefusedFor;
import org.benchconnect.core.instrument.InstrumentState;
import org.benchconnect.core.ledger.Detail;
import org.benchconnect.core.ledger.Event;
import org.benchconnect.core.ledger.EventKind;
import org.benchconnect.core.text.Language;
import org.benchconnect.launcher.module.Modules;

/**
 * Puts questions to people, shows those that wait, and takes what needs nobody's PIN: a no, a "not now". Asks again who wanted to be asked again. Nothing here
 * raises a right.
 */
final class Asking {
    private final Neighbours around;
    private final Requests requests;
    private final PresentFeatures present;
    private final LateNotes notes;
    private final Repetitions repetitions;
    private final InstantSource clock;
    private final SecureRandom random = new SecureRandom();

    /** By this clock, to the millisecond. */
    Asking(
            Neighbours around,
            Requests requests,
            PresentFeatures present,
            LateNotes notes,
            Repetitions repetitions,
            InstantSource clock) {
        this.around = around;
        this.requests = requests;
        this.present = present;
        this.notes = notes;
        this.repetitions = repetitions;
        this.clock = clock;
    }

    /** About what a source offers, verified now. Slow. */
    ConsentRequest ask(String source, Optional<String> name, Language language) throws FeatureRefusedException {
        Features features = around.features();
        if (features == null) {
            throw new FeatureRefusedException(RefusedFor.SOURCE, "the part that verifies features is not there now");
        }
        FeaturePlan plan;
        try {
            plan = features.plan(source, name, language);
        } catch (FeatureRefusedException e) {
            Event refused = Event.of(EventKind.INSTALLATION_REFUSED)
                    .with(Detail.REASON, e.reason().name());
            repetitions.happened(name.filter(Detail.FEATURE::takes)
                    .map(feature -> refused.with(Detail.FEATURE, feature))
                    .orElse(refused));
            throw e;
        }
        return ask(Wanted.of(plan), Optional.of(new Asked.Origin(source, name, language)), Optional.of(plan), language);
    }

    /** About a feature whose modules are here. */
    ConsentRequest ask(String feature, Language language) throws FeatureRefusedException {
        Modules.FeatureModules here = present.find(feature)
                .orElseThrow(() -> new FeatureRefusedException(
                        RefusedFor.NOT_OFFERED, "no feature of this name on this PC needs a consent"));
        Wanted wanted = present.wanted(here)
                .orElseThrow(() ->
                        new FeatureRefusedException(RefusedFor.DOCUMENT, "the description of the feature is missing"));
        if (!around.instrumentRule().releases(wanted.privileges(), wanted.models())) {
            throw new FeatureRefusedException(
                    RefusedFor.MODEL, feature + " is not released for the instrument of this PC");
        }
        return ask(wanted, Optional.empty(), Optional.empty(), language);
    }

    private ConsentRequest ask(
            Wanted wanted, Optional<Asked.Origin> origin, Optional<FeaturePlan> plan, Language language) {
        Instant now = clock.instant();
        String id = newId();
        Asked asked = requests.ask(new Asked(
                id,
                wanted.feature(),
                wanted.version(),
                wanted.document(),
                origin,
                plan,
                now,
                ConsentRequest.State.OPEN,
                now,
                Optional.empty(),
                false));
        if (asked.id().equals(id)) { // the same question looked at again is no new one
            note(EventKind.CONSENT_ASKED, asked, Optional.empty());
        }
        return shown(asked, wanted, language);
    }

    private String newId() {
        byte[] id = new byte[8];
        random.nextBytes(id);
        return HexFormat.of().formatHex(id);
    }

    private void note(EventKind kind, Asked asked, Optional<AccountId> by) {
        notes.note(new Event(kind, by, Map.of())
                .with(Detail.REQUEST, asked.id())
                .with(Detail.FEATURE, asked.feature())
                .with(Detail.VERSION, asked.version())
                .with(Detail.DOCUMENT, asked.document()));
    }

    private ConsentRequest shown(Asked asked, Wanted wanted, Language language) {
        return new ConsentRequest(
                asked.id(),
                wanted.feature(),
                wanted.version(),
                wanted.document(),
                wanted.privileges(),
                wanted.plan(),
                wanted.role(),
                language,
                Wording.in(language).text(wanted, around.instrumentRule()),
                asked.asked(),
                asked.state());
    }

    /** Those that wait and are about something that is still here, oldest first. */
    List<ConsentRequest> waiting(Language language) {
        return requests.waiting().stream()
                .flatMap(asked -> present.seen(asked).map(wanted -> shown(asked, wanted, language)).stream())
                .toList();
    }

    /** No. */
    boolean refuse(String request, Optional<AccountId> by) {
        Optional<Asked> found = requests.refuse(request, by, clock.instant());
        found.ifPresent(asked -> note(EventKind.CONSENT_REFUSED, asked, by));
        return found.isPresent();
    }

    /** "Not now." */
    boolean postpone(String request, Optional<AccountId> by) {
        Optional<Asked> found = requests.postpone(request, clock.instant());
        found.ifPresent(asked -> note(EventKind.CONSENT_POSTPONED, asked, by));
        return found.isPresent();
    }

    /** Asks again whose time has come. */
    void remind() {
        requests.remind(around.watched().stream().map(InstrumentState::activity).toList(), clock.instant())
                .forEach(asked -> note(EventKind.CONSENT_ASKED, asked, Optional.empty()));
    }
}
