package org.benchconnect.console;

import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import org.benchconnect.console.FeatureView.PrivilegeView;
import org.benchconnect.core.feature.FeaturePlan;
import org.benchconnect.core.feature.FeatureSigner;
import org.benchconnect.core.feature.ModuleChange;
import org.benchconnect.core.feature.Tolerated;
import org.jspecify.annotations.Nullable;

/**
 * A plan as the API writes it: its data, and the whole of it in the words of one language.
 *
 * @param document the SHA-256 of the feature document
 * @param needs names of features that must be allowed first
 * @param pluginVendor the name under which another maker brings it; null if the vendor of this installation does
 * @param tolerated what is past its date
 * @param statement the author's own words: nothing that this agent says or has checked
 * @param explanation all of it for people, in the order to read it
 * @param text what comes next, in one or two sentences
 */
record FeaturePlanView(
        String document,
        FeatureView feature,
        List<ChangeView> changes,
        List<String> stops,
        List<String> needs,
        List<PrivilegeView> asked,
        SignerView signer,
        @Nullable String pluginVendor,
        List<ToleratedView> tolerated,
        String statement,
        long bytes,
        FeaturePlan.Outcome outcome,
        List<Section> explanation,
        String text) {

    record ChangeView(ModuleChange.Kind kind, String module, @Nullable String from, @Nullable String to) {
        static ChangeView of(ModuleChange change) {
            return new ChangeView(
                    change.kind(), ForeignText.name(change.symbolicName()), plain(change.from()), plain(change.to()));
        }

        private static @Nullable String plain(Optional<String> version) {
            return version.map(ForeignText::name).orElse(null);
        }
    }

    record SignerView(String organisation, String name, Instant signedAt) {
        static SignerView of(FeatureSigner signer) {
            return new SignerView(
                    ForeignText.name(signer.organisation()), ForeignText.name(signer.name()), signer.signedAt());
        }
    }

    record ToleratedView(String role, Instant expired) {
        static ToleratedView of(Tolerated tolerated) {
            return new ToleratedView(ForeignText.name(tolerated.role()), tolerated.expired());
        }
    }

    /** A heading with what stands under it, each a sentence or a name. */
    record Section(Topic topic, String title, List<String> lines) {}

    /** What a section of the explanation speaks of. */
    enum Topic {
        /** Version, size, instrument models. */
        FEATURE,
        /** Who vouches for it. */
        SIGNER,
        /** What is past its date and came in all the same; left out if nothing is. */
        PAST_DATE,
        /** The author's own words; left out if there are none. */
        STATEMENT,
        /** All that it asks for. */
        PRIVILEGES,
        /** What it asks for and does not have yet. */
        ASKED,
        /** What happens to modules. */
        CHANGES,
        /** What else stops for a while. */
        STOPS,
        /** What must be allowed first; left out if nothing must. */
        NEEDS,
        /** How much is copied. */
        BYTES
    }

    static FeaturePlanView of(FeaturePlan plan, OwnWords words) {
        FeatureView feature = FeatureView.of(plan.feature(), words);
        List<ChangeView> changes = plan.changes().stream()
                .map(ChangeView::of)
                .sorted(Comparator.comparing(ChangeView::kind).thenComparing(ChangeView::module))
                .toList();
        List<String> stops =
                plan.stops().stream().map(ForeignText::name).sorted().toList();
        List<String> needs =
                plan.needs().stream().map(ForeignText::name).sorted().toList();
        List<PrivilegeView> asked = FeatureView.privileges(plan.asked().stream(), words);
        SignerView signer = SignerView.of(plan.signer());
        String pluginVendor = plan.pluginVendor().map(ForeignText::quotable).orElse(null);
        List<ToleratedView> tolerated =
                plan.tolerated().stream().map(ToleratedView::of).toList();
        String statement = ForeignText.statement(plan.statement());
        return new FeaturePlanView(
                ForeignText.name(plan.document()),
                feature,
                changes,
                stops,
                needs,
                asked,
                signer,
                pluginVendor,
                tolerated,
                statement,
                plan.bytes(),
                plan.outcome(),
                new PlanWords(words)
                        .explain(
                                feature,
                                changes,
                                new PlanWords.Around(stops, needs),
                                asked,
                                new PlanWords.Source(signer, pluginVendor, tolerated),
                                statement,
                                plan.bytes()),
                words.say("feature.outcome." + plan.outcome()));
    }
}
