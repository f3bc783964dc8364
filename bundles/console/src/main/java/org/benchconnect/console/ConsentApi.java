package org.benchconnect.console;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import org.benchconnect.console.People.PersonView;
import org.benchconnect.console.http.Access;
import org.benchconnect.console.http.Call;
import org.benchconnect.console.http.Refused;
import org.benchconnect.console.http.Reply;
import org.benchconnect.console.http.Route;
import org.benchconnect.core.account.AccountId;
import org.benchconnect.core.consent.ConsentRequest;
import org.benchconnect.core.consent.Consents;
import org.benchconnect.core.consent.Freeze;
import org.benchconnect.core.consent.Withdrawal;
import org.benchconnect.core.feature.Features;
import org.benchconnect.core.text.Language;
import org.jspecify.annotations.Nullable;

/**
 * The operations of the local API on consents that need no PIN: reading, asking, and whatever lowers. Saying yes is in {@link AnswerApi}.
 */
final class ConsentApi {
    private static final String REQUESTS = Api.ROOT + "/consents/requests";

    private final Neighbours neighbours;
    private final Map<Language, OwnWords> words;
    private final FeatureWork work;
    private final Unbroken unbroken;

    ConsentApi(Neighbours neighbours, Map<Language, OwnWords> words, FeatureWork work, Unbroken unbroken) {
        this.neighbours = neighbours;
        this.words = words;
        this.work = work;
        this.unbroken = unbroken;
    }

    List<Route> routes() {
        return List.of(
                new Route("GET", Api.ROOT + "/consents", Access.SIGNED_IN, this::all),
                new Route("POST", REQUESTS, Access.SIGNED_IN, this::ask),
                new Route("GET", REQUESTS + "/{id}", Access.SIGNED_IN, this::one),
                new Route("POST", REQUESTS + "/{id}/refuse", Access.SIGNED_IN, call -> put(call, Consents::refuse)),
                new Route("POST", REQUESTS + "/{id}/not-now", Access.SIGNED_IN, call -> put(call, Consents::postpone)),
                new Route("POST", Api.ROOT + "/consents/{feature}/withdraw", Access.SIGNED_IN, this::withdraw));
    }

    private Reply all(Call call) throws Refused {
        Language language = call.language();
        OwnWords own = own(call);
        Consents consents = neighbours.consents();
        if (consents == null) {
            return PersonsRefusal.notRunning(own);
        }
        People people = new People(neighbours.accounts(), own);
        return Reply.json(
                200,
                new AllView(
                        consents.requests(language).stream()
                                .map(one -> RequestView.listed(one, own))
                                .toList(),
                        consents.features().stream()
                                .map(one -> NeedsConsentView.of(one, people))
                                .toList(),
                        consents.consents().stream()
                                .map(one -> ConsentView.of(one, people))
                                .toList(),
                        consents.frozen().map(one -> FreezeView.of(one, people)).orElse(null)));
    }

    private Reply ask(Call call) throws Refused {
        Language language = call.language();
        OwnWords own = own(call);
        Consents consents = neighbours.consents();
        if (call.body().has("feature")) {
            String feature = Form.of(call, "feature").feature();
            return consents == null
                    ? PersonsRefusal.notRunning(own)
                    : work.begin(() -> consents.ask(feature, language), one -> created(one, own), own);
        }
        PlanRequest request = PlanRequest.of(call);
        return consents == null
                ? PersonsRefusal.notRunning(own)
                : work.begin(
                        () -> consents.ask(request.source(), request.name(), language), one -> created(one, own), own);
    }

    private static Reply.Whole created(ConsentRequest request, OwnWords own) {
        return Reply.json(201, RequestView.whole(request, own));
    }

    private Reply one(Call call) throws Refused {
        String id = Form.idOfPath(call);
        Language language = call.language();
        OwnWords own = own(call);
        Consents consents = neighbours.consents();
        if (consents == null) {
            return PersonsRefusal.notRunning(own);
        }
        return consents.requests(language).stream()
                .filter(one -> one.id().equals(id))
                .map(one -> Reply.json(200, RequestView.whole(one, own)))
                .findFirst()
                .orElseGet(() -> PersonsRefusal.notHere("request.unknown", own));
    }

    private Reply put(Call call, Put put) throws Refused {
        String id = Form.idOfPath(call);
        Optional<AccountId> by = Form.of(call, "account").maybeAccount();
        OwnWords own = own(call);
        Consents consents = neighbours.consents();
        if (consents == null) {
            return PersonsRefusal.notRunning(own);
        }
        return unbroken.lower(() -> {
            return put.put(consents, id, by) ? Reply.empty(204) : PersonsRefusal.notHere("request.unknown", own);
        });
    }

    private Reply withdraw(Call call) throws Refused {
        String feature = Form.featureOfPath(call);
        Optional<AccountId> by = Form.of(call, "account").maybeAccount();
        OwnWords own = own(call);
        Consents consents = neighbours.consents();
        if (consents == null) {
            return PersonsRefusal.notRunning(own);
        }
        return unbroken.lower(() -> {
            Withdrawal withdrawal = consents.withdraw(feature, by);
            return withdrawal.found()
                    ? withdrawn(withdrawal.durable() ? "withdrawn" : "withdrawn.notDurable", withdrawal, own)
                    : nothingWithdrawn(consents, feature, withdrawal, own);
        });
    }

    private static Reply.Whole withdrawn(String key, Withdrawal withdrawal, OwnWords own) {
        return Reply.json(200, new WithdrawnView(withdrawal.found(), withdrawal.durable(), own.say(key)));
    }

    /** Nobody may believe that something was stopped which goes on: a name that is none here is an error. */
    private Reply.Whole nothingWithdrawn(Consents consents, String feature, Withdrawal withdrawal, OwnWords own) {
        if (consents.features().stream().anyMatch(one -> one.feature().name().equals(feature))) {
            return withdrawn("withdrawn.nothing", withdrawal, own);
        }
        Features features = neighbours.features();
        boolean runsWithout = features != null
                && features.installed().stream().anyMatch(one -> one.name().equals(feature));
        return PersonsRefusal.notHere(runsWithout ? "withdrawn.notNeeded" : "withdrawn.unknown", own);
    }

    private OwnWords own(Call call) throws Refused {
        return Objects.requireNonNull(words.get(call.language()));
    }

    /** What a person said that is no yes. */
    @FunctionalInterface
    private interface Put {
        boolean put(Consents consents, String request, Optional<AccountId> by);
    }

    private record AllView(
            List<RequestView> requests,
            List<NeedsConsentView> features,
            List<ConsentView> consents,
            @Nullable FreezeView frozen) {}

    private record FreezeView(PersonView by, Instant since, String text) {
        static FreezeView of(Freeze freeze, People people) {
            PersonView by = people.person(freeze.by());
            OwnWords words = people.words();
            return new FreezeView(
                    by,
                    freeze.since(),
                    words.say("frozen", Map.of("name", by.text(), "moment", words.moment(freeze.since()))));
        }
    }

    /**
     * A consent was taken back.
     *
     * @param found whether there was one
     * @param durable whether that also survives a restart already
     */
    private record WithdrawnView(boolean found, boolean durable, String text) {}
}
