package org.benchconnect.console;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.benchconnect.console.FeaturePlanView.ChangeView;
import org.benchconnect.console.FeaturePlanView.Section;
import org.benchconnect.console.FeaturePlanView.SignerView;
import org.benchconnect.console.FeaturePlanView.Topic;
import org.benchconnect.console.FeatureView.PrivilegeView;

/** Puts a plan into plain words, in the order in which somebody who must decide reads it. */
record PlanWords(OwnWords words) {
    List<Section> explain(
            FeatureView feature,
            List<ChangeView> changes,
            List<String> stops,
            List<PrivilegeView> asked,
            SignerView signer,
            String statement,
            long bytes) {
        List<Section> sections = new ArrayList<>();
        sections.add(section(Topic.FEATURE, List.of(feature.text(), feature.released())));
        sections.add(section(Topic.SIGNER, List.of(signed(signer))));
        if (!statement.isEmpty()) {
            String quoted = words.say("feature.quoted", Map.of("statement", statement));
            sections.add(section(Topic.STATEMENT, List.of(quoted)));
        }
        sections.add(section(Topic.PRIVILEGES, orNone(Topic.PRIVILEGES, texts(feature.privileges()))));
        sections.add(section(Topic.ASKED, orNone(Topic.ASKED, texts(asked))));
        sections.add(
                section(Topic.CHANGES, orNone(Topic.CHANGES, changes.stream().map(this::change))));
        sections.add(section(Topic.STOPS, orNone(Topic.STOPS, stops.stream())));
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

    private String change(ChangeView change) {
        String from = change.from() == null ? "–" : change.from();
        String to = change.to() == null ? "–" : change.to();
        String form = from.equals(to) ? "SAME_VERSION" : change.kind().toString();
        return words.say("feature.change." + form, Map.of("module", change.module(), "from", from, "to", to));
    }
}
