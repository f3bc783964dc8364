package org.benchconnect.console;

import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.benchconnect.console.http.Access;
import org.benchconnect.console.http.Call;
import org.benchconnect.console.http.Refused;
import org.benchconnect.console.http.Refused.Reason;
import org.benchconnect.console.http.Reply;
import org.benchconnect.console.http.Route;
import org.benchconnect.core.feature.Feature;
import org.benchconnect.core.feature.Features;
import org.benchconnect.core.feature.TrustedVendor;
import org.benchconnect.core.text.Language;
import org.jspecify.annotations.Nullable;

/** The operations of the local API on features: what runs, and what an installation would do. None installs anything. */
final class FeatureApi {
    /** The feature that is the agent itself. */
    private static final String BASE = "org.benchconnect.base";

    private final Neighbours neighbours;
    private final Map<Language, OwnWords> words;
    private final FeatureWork work;

    FeatureApi(Neighbours neighbours, Map<Language, OwnWords> words, FeatureWork work) {
        this.neighbours = neighbours;
        this.words = words;
        this.work = work;
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
        return work.begin(
                () -> features.plan(request.source(), request.name(), language),
                plan -> Reply.json(200, FeaturePlanView.of(plan, words)),
                words);
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
}
