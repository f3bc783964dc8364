package org.benchconnect.console;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.benchconnect.console.FeaturePlanView.ChangeView;
import org.benchconnect.console.FeaturePlanView.Section;
import org.benchconnect.console.FeaturePlanView.SignerView;
import org.benchconnect.console.FeaturePlanView.ToleratedView;
import org.benchconnect.console.FeaturePlanView.Topic;
import org.benchconnect.console.FeatureView.AuthorView;
import org.benchconnect.console.FeatureView.PrivilegeView;
import org.jspecify.annotations.Nullable;

/** Puts a plan into plain words, in the order in which somebody who must decide reads it. */
record PlanWords(OwnWords words) {
    /**
     * Where it comes from.
     *
     * @param pluginVendor null for the vendor itself
     */
    record Source(SignerView signer, @Nullable String pluginVendor, List<ToleratedView> tolerated) {}

    /** Other modules and features that it has to do with: those that stop for a while, and those without which it cannot run. */
    record Around(List<String> stops, List<String> needs) {}

    List<Section> explain(
            FeatureView feature,
            List<ChangeView> changes,
            Around around,
            List<PrivilegeView> asked,
            Source source,
            String statement,
            long bytes) {
        List<Section> sections = new ArrayList<>();
        sections.add(section(Topic.FEATURE, List.of(feature.text(), feature.released())));
        sections.add(section(Topic.SIGNER, from(source)));
        if (!source.tolerated().isEmpty()) {
            sections.add(section(Topic.PAST_DATE, pastDate(source.tolerated())));
        }
        List<String> author = author(feature.author(), statement);
        if (!author.isEmpty()) {
            sections.add(section(Topic.STATEMENT, author));
        }
        sections.add(section(Topic.PRIVILEGES, orNone(Topic.PRIVILEGES, texts(feature.privileges()))));
        sections.add(section(Topic.ASKED, orNone(Topic.ASKED, texts(asked))));
        sections.add(
                section(Topic.CHANGES, orNone(Topic.CHANGES, changes.stream().map(this::change))));
        sections.add(section(Topic.STOPS, orNone(Topic.STOPS, around.stops().stream())));
        if (!around.needs().isEmpty()) {
            sections.add(section(Topic.NEEDS, around.needs()));
        }
        sections.add(
                section(Topic.BYTES, orNone(Topic.BYTES, bytes == 0 ? Stream.empty() : Stream.of(words.size(bytes)))));
        return List.copyOf(sections);
    }

    private Section section(Topic topic, List<String> lines) {
        return new Section(topic, words.say("feature.topic." + topic), lines);
    }

    private List<String> orNone(Topic topic, Stream<String> lines) {
        List<String> all = lines.toList();
        return all.isEmpty() ? List.of(words.say("feature.none." + topic)) : all;
    }

    List<String> from(Source source) {
        String signed = signed(source.signer());
        String pluginVendor = source.pluginVendor();
        return pluginVendor == null
                ? List.of(signed)
                : List.of(
                        signed,
                        words.say(
                                "feature.pluginVendor",
                                Map.of(
                                        "role",
                                        pluginVendor,
                                        "organisation",
                                        source.signer().organisation())));
    }

    List<String> pastDate(List<ToleratedView> tolerated) {
        List<String> lines = new ArrayList<>();
        lines.add(words.say("feature.tolerated"));
        tolerated.forEach(one -> lines.add(
                words.say("feature.tolerated.role", Map.of("role", one.role(), "day", words.moment(one.expired())))));
        return lines;
    }

    /** All that the author says, each in quotation marks. */
    List<String> author(AuthorView author, String statement) {
        List<String> lines = new ArrayList<>();
        if (!author.title().isEmpty()) {
            lines.add(words.say("feature.author.title", Map.of("text", author.title())));
        }
        if (!author.vendor().isEmpty()) {
            lines.add(words.say("feature.author.vendor", Map.of("text", author.vendor())));
        }
        Stream.of(author.description(), statement)
                .filter(text -> !text.isEmpty())
                .forEach(text -> lines.add(words.say("feature.quoted", Map.of("statement", text))));
        return lines;
    }

    private static Stream<String> texts(List<PrivilegeView> privileges) {
        return privileges.stream().map(PrivilegeView::text);
    }

    private String signed(SignerView signer) {
        String form = signer.name().equals(signer.organisation()) ? "feature.signedByOrganisation" : "feature.signed";
        return words.say(
                form,
                Map.of(
                        "name",
                        signer.name(),
                        "organisation",
                        signer.organisation(),
                        "day",
                        words.day(signer.signedAt())));
    }

    String change(ChangeView change) {
        String from = change.from() == null ? "–" : change.from();
        String to = change.to() == null ? "–" : change.to();
        String form = from.equals(to) ? "SAME_VERSION" : change.kind().toString();
        return words.say("feature.change." + form, Map.of("module", change.module(), "from", from, "to", to));
    }
}
