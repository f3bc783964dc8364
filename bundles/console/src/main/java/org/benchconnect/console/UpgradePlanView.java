package org.benchconnect.console;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.benchconnect.console.FeaturePlanView.ChangeView;
import org.benchconnect.console.FeaturePlanView.SignerView;
import org.benchconnect.console.FeaturePlanView.ToleratedView;
import org.benchconnect.console.FeatureView.AuthorView;
import org.benchconnect.console.FeatureView.PrivilegeView;
import org.benchconnect.core.feature.FeaturePlan;
import org.benchconnect.core.upgrade.UpgradePlan;
import org.jspecify.annotations.Nullable;

/**
 * What an upgrade would do, as the API writes it: its data, and the whole of it in the words of one language.
 *
 * @param id the identity of all that is said here
 * @param source where it came from
 * @param takesSeconds how long parts of the agent stand still, about
 * @param fix whether a standing consent to fixes covers it
 * @param explanation all of it for people, in the order to read it
 */
record UpgradePlanView(
        String id,
        String source,
        List<NewerView> features,
        List<ChangeView> changes,
        List<String> stops,
        List<PrivilegeView> asked,
        long bytes,
        long takesSeconds,
        boolean fix,
        List<Section> explanation) {

    /**
     * A feature that would be newer.
     *
     * @param from its version now; null if that is not known
     * @param document the SHA-256 of its document
     * @param pluginVendor the name under which another maker brings it; null if the vendor of this installation does
     */
    record NewerView(
            String name,
            String title,
            @Nullable String from,
            String to,
            String document,
            SignerView signer,
            @Nullable String pluginVendor,
            List<ToleratedView> tolerated,
            AuthorView author,
            String statement,
            String text) {
        static NewerView of(FeaturePlan plan, Optional<String> now, OwnWords words) {
            FeatureView feature = FeatureView.of(plan.feature(), words);
            String from = now.map(ForeignText::name)
                    .filter(one -> !one.equals(feature.version()))
                    .orElse(null);
            return new NewerView(
                    feature.name(),
                    feature.title(),
                    from,
                    feature.version(),
                    ForeignText.name(plan.document()),
                    SignerView.of(plan.signer()),
                    plan.pluginVendor().map(ForeignText::quotable).orElse(null),
                    plan.tolerated().stream().map(ToleratedView::of).toList(),
                    feature.author(),
                    ForeignText.statement(plan.statements().getOrDefault(words.language(), plan.statement())),
                    words.say(
                            from == null ? "upgrade.feature" : "upgrade.feature.from",
                            Map.of(
                                    "title",
                                    feature.title(),
                                    "from",
                                    from == null ? "" : from,
                                    "to",
                                    feature.version())));
        }
    }

    /** A heading with what stands under it, each a sentence or a name. */
    record Section(Topic topic, String title, List<String> lines) {}

    /** What a section of the explanation speaks of. */
    enum Topic {
        /** Which features would be newer. */
        NEWER,
        /** What they ask for and do not have yet. */
        ASKED,
        /** How long what stands still. */
        TAKES,
        /** What happens to modules. */
        CHANGES,
        /** What else stops for a while. */
        STOPS,
        /** How much was fetched. */
        BYTES,
        /** Who vouches for it. */
        SIGNER,
        /** What is past its date and came in all the same; left out if nothing is. */
        PAST_DATE,
        /** The authors' own words; left out if there are none. */
        STATEMENT
    }

    /** In the words of a language. */
    static UpgradePlanView of(UpgradePlan plan, Versions versions, OwnWords words) {
        List<NewerView> features = plan.features().stream()
                .map(one -> NewerView.of(one, versions.of(one.feature().name()), words))
                .toList();
        List<ChangeView> changes = plan.changes().stream()
                .map(ChangeView::of)
                .sorted(Comparator.comparing(ChangeView::kind).thenComparing(ChangeView::module))
                .toList();
        List<String> stops =
                plan.stops().stream().map(ForeignText::name).sorted().toList();
        List<PrivilegeView> asked = FeatureView.privileges(plan.asked().stream(), words);
        UpgradePlanView bare = new UpgradePlanView(
                ForeignText.name(plan.id()),
                ForeignText.detail(plan.source()),
                features,
                changes,
                stops,
                asked,
                plan.bytes(),
                plan.takes().plusMillis(999).toSeconds(),
                plan.fix(),
                List.of());
        return bare.explained(new PlanWords(words));
    }

    private UpgradePlanView explained(PlanWords plan) {
        OwnWords words = plan.words();
        List<Section> sections = new ArrayList<>();
        List<String> newer =
                new ArrayList<>(features.stream().map(NewerView::text).toList());
        if (fix) {
            newer.add(words.say("upgrade.fix"));
        }
        sections.add(section(Topic.NEWER, newer.stream(), words));
        sections.add(section(Topic.ASKED, asked.stream().map(PrivilegeView::text), words));
        sections.add(section(
                Topic.TAKES,
                Stream.of(words.say("upgrade.takes", Map.of("time", words.duration(Math.max(1, takesSeconds))))),
                words));
        sections.add(section(Topic.CHANGES, changes.stream().map(plan::change), words));
        sections.add(section(Topic.STOPS, stops.stream(), words));
        sections.add(section(Topic.BYTES, bytes == 0 ? Stream.empty() : Stream.of(words.size(bytes)), words));
        sections.add(section(
                Topic.SIGNER,
                features.stream().flatMap(one -> signer(one, plan)).distinct(),
                words));
        optional(sections, Topic.PAST_DATE, pastDate(plan), words);
        optional(sections, Topic.STATEMENT, features.stream().flatMap(one -> author(one, plan)), words);
        return new UpgradePlanView(
                id, source, features, changes, stops, asked, bytes, takesSeconds, fix, List.copyOf(sections));
    }

    private Stream<String> pastDate(PlanWords plan) {
        List<ToleratedView> all = features.stream()
                .flatMap(one -> one.tolerated().stream())
                .distinct()
                .toList();
        return all.isEmpty() ? Stream.empty() : plan.pastDate(all).stream();
    }

    private static Stream<String> signer(NewerView feature, PlanWords plan) {
        return plan.from(new PlanWords.Source(feature.signer(), feature.pluginVendor(), feature.tolerated())).stream();
    }

    private static Stream<String> author(NewerView feature, PlanWords plan) {
        return plan.author(feature.author(), feature.statement()).stream();
    }

    private static void optional(List<Section> sections, Topic topic, Stream<String> lines, OwnWords words) {
        List<String> all = lines.toList();
        if (!all.isEmpty()) {
            sections.add(section(topic, all.stream(), words));
        }
    }

    private static Section section(Topic topic, Stream<String> lines, OwnWords words) {
        List<String> all = lines.toList();
        return new Section(
                topic,
                words.say("upgrade.topic." + topic),
                all.isEmpty() ? List.of(words.say("feature.none." + topic)) : all);
    }

    /** Which version of a feature runs here now. */
    @FunctionalInterface
    interface Versions {
        /** Empty if none does, or it is not known. */
        Optional<String> of(String feature);
    }
}
