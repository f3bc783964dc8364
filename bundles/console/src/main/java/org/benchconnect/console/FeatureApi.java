package org.benchconnect.console;

import java.time.Duration;
import java.time.Instant;
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
import org.benchconnect.core.feature.TrustedVendor;
import org.benchconnect.core.text.Language;
import org.jspecify.annotations.Nullable;

/** The operations of the local API on features: what runs, and what an installation would do. None installs anything. */
final class FeatureApi {
    /** How long a plan may take: a slow stick or line has this time, and nobody waits without end. */
    static final Duration LONGEST = Duration.ofMinutes(30);
    /** After it, to say so. */
    private static final Duration TO_SAY_SO = Duration.ofSeconds(30);

    private static final int MAX_CHOICES = 20;
    /** The feature that is the agent itself. */
    private static final String BASE = "org.benchconnect.base";

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
        TrustedVendor vendor = features.vendor();
        return Reply.json(
                200,
                new InstalledView(
                        installed.stream()
                                .map(one -> FeatureView.of(one, words))
                                .toList(),
                        VendorView.of(vendor, words),
                        summary(installed, words)));
    }

    /** What is not known to run is not counted: where the base is none of the features, they are another's. */
    private static String summary(List<Feature> installed, OwnWords words) {
        boolean known = installed.stream().anyMatch(one -> one.name().equals(BASE));
        if (!known) {
            return words.say("feature.installed.unknown");
        }
        return installed.size() == 1
                ? words.say("feature.installed.base")
                : words.count("feature.installed", installed.size() - 1L, Map.of());
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
            return refusal(
                    new FeatureRefusedException(
                            RefusedFor.TOO_SLOW, "Not done after " + longest.toMinutes() + " minutes"),
                    words);
        } catch (ExecutionException e) {
            if (e.getCause() instanceof FeatureRefusedException refused) {
                return refusal(refused, words);
            }
            throw new IllegalStateException("a feature could not be planned", e.getCause());
        }
    }

    private static Reply.Whole refusal(FeatureRefusedException refused, OwnWords words) {
        RefusedFor reason = refused.reason();
        List<String> choices = refused.choices().stream()
                .limit(MAX_CHOICES)
                .map(ForeignText::name)
                .toList();
        String form = "refused." + reason + (choices.isEmpty() ? "" : ".choices");
        Map<String, String> values = Map.of("choices", String.join(", ", choices), "now", words.moment(Instant.now()));
        return Reply.json(
                422,
                new FeatureRefusalView(
                        Reason.FEATURE_REFUSED,
                        "This feature is refused: see reason, text and detail",
                        reason,
                        words.say(form, values) + " " + words.say("feature.unchanged"),
                        ForeignText.detail(String.valueOf(refused.getMessage())),
                        choices));
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

    private record InstalledView(List<FeatureView> features, VendorView vendor, String text) {}

    private record VendorView(TrustedVendor.State state, @Nullable String organisation, String text) {
        static VendorView of(TrustedVendor vendor, OwnWords words) {
            String organisation = ForeignText.name(vendor.organisation());
            return new VendorView(
                    vendor.state(),
                    organisation.isEmpty() ? null : organisation,
                    words.say("vendor." + vendor.state(), Map.of("organisation", organisation)));
        }
    }

    private record RefusalView(Reason error, String message, String text) {}

    private record FeatureRefusalView(
            Reason error, String message, RefusedFor reason, String text, String detail, List<String> choices) {}
}
