package org.benchconnect.console;

import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.benchconnect.console.http.Access;
import org.benchconnect.console.http.Call;
import org.benchconnect.console.http.Refused;
import org.benchconnect.console.http.Refused.Reason;
import org.benchconnect.console.http.Reply;
import org.benchconnect.console.http.Route;
import org.benchconnect.core.feature.Feature;
import org.benchconnect.core.feature.FeaturePlan;
import org.benchconnect.core.feature.FeatureRefusedException;
import org.benchconnect.core.feature.Features;
import org.benchconnect.core.feature.RefusedFor;
import org.benchconnect.core.text.Language;

/** The operations of the local API on features: what runs, and what an installation would do. None installs anything. */
final class FeatureApi {
    /** How long a plan may take: a slow stick or line has this time, and nobody waits without end. */
    static final Duration LONGEST = Duration.ofMinutes(30);
    /** After it, to say so. */
    private static final Duration TO_SAY_SO = Duration.ofSeconds(30);

    private final Neighbours neighbours;
    private final Map<Language, OwnWords> words;
    private final OneAtATime checks;
    private final Duration longest;

    FeatureApi(Neighbours neighbours, Map<Language, OwnWords> words, OneAtATime checks) {
        this(neighbours, words, checks, LONGEST);
    }

    FeatureApi(Neighbours neighbours, Map<Language, OwnWords> words, OneAtATime checks, Duration longest) {
        this.neighbours = neighbours;
        this.words = words;
        this.checks = checks;
        this.longest = longest;
    }

    List<Route> routes() {
        return List.of(
                new Route("GET", Api.ROOT + "/features", Access.SIGNED_IN, this::installed),
                new Route("POST", Api.ROOT + "/features/plan", Access.SIGNED_IN, this::plan));
    }

    private Reply installed(Call call) throws Refused {
        OwnWords words = words(call.language());
        Features features = neighbours.features();
        if (features == null) {
            return notRunning(words);
        }
        List<Feature> installed = features.installed();
        return Reply.json(
                200,
                new InstalledView(
                        installed.stream()
                                .map(one -> FeatureView.of(one, words))
                                .toList(),
                        words.count("feature.installed", installed.size(), Map.of())));
    }

    private Reply plan(Call call) throws Refused {
        PlanRequest request = PlanRequest.of(call);
        Language language = call.language();
        OwnWords words = words(language);
        Features features = neighbours.features();
        if (features == null) {
            return notRunning(words);
        }
        Optional<Future<FeaturePlan>> begun =
                checks.begin(() -> features.plan(request.source(), request.name(), language));
        return begun.<Reply>map(plan -> new Reply.Slow(longest.plus(TO_SAY_SO), () -> await(plan, words)))
                .orElseGet(() -> busy(words));
    }

    private Reply.Whole await(Future<FeaturePlan> plan, OwnWords words) throws InterruptedException {
        try {
            return Reply.json(200, FeaturePlanView.of(plan.get(longest.toMillis(), TimeUnit.MILLISECONDS), words));
        } catch (TimeoutException e) {
            plan.cancel(true);
            return refusal(RefusedFor.TOO_SLOW, "Not done after " + longest.toMinutes() + " minutes", words);
        } catch (ExecutionException e) {
            if (e.getCause() instanceof FeatureRefusedException refused) {
                return refusal(refused.reason(), String.valueOf(refused.getMessage()), words);
            }
            throw new IllegalStateException("a feature could not be planned", e.getCause());
        }
    }

    private static Reply.Whole refusal(RefusedFor reason, String detail, OwnWords words) {
        return Reply.json(
                422,
                new FeatureRefusalView(
                        Reason.FEATURE_REFUSED,
                        "This feature is refused: see reason, text and detail",
                        reason,
                        words.say("refused." + reason) + " " + words.say("feature.unchanged"),
                        ForeignText.detail(detail)));
    }

    private static Reply.Whole busy(OwnWords words) {
        return Reply.json(
                429,
                new RefusalView(
                        Reason.TOO_MANY,
                        "Another feature is being verified; one at a time",
                        words.say("feature.busy")));
    }

    private static Reply.Whole notRunning(OwnWords words) {
        return Reply.json(
                503,
                new RefusalView(
                        Reason.NOT_AVAILABLE, "The upgrade utility is not running", words.say("feature.notRunning")));
    }

    private OwnWords words(Language language) {
        return Objects.requireNonNull(words.get(language));
    }

    private record InstalledView(List<FeatureView> features, String text) {}

    private record RefusalView(Reason error, String message, String text) {}

    private record FeatureRefusalView(Reason error, String message, RefusedFor reason, String text, String detail) {}
}
