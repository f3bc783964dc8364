package org.benchconnect.console;

import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.benchconnect.core.feature.Feature;
import org.benchconnect.core.feature.Privilege;

/**
 * A feature as the API writes it: its data, and what it says in one language.
 *
 * @param title how people call it: its name, if we have no better word for it
 * @param text version, release number and size in one sentence
 * @param released for which instrument models, in one sentence
 */
record FeatureView(
        String name,
        String version,
        long counter,
        List<PrivilegeView> privileges,
        List<String> models,
        int modules,
        String title,
        String text,
        String released) {

    /**
     * A privilege.
     *
     * @param name such as {@code view-screen}
     * @param text what somebody elsewhere can then do
     */
    record PrivilegeView(String name, String text) {}

    static FeatureView of(Feature feature, OwnWords words) {
        String name = ForeignText.name(feature.name());
        String version = ForeignText.name(feature.version());
        List<String> models =
                feature.models().stream().map(ForeignText::name).sorted().toList();
        String known = "feature.known." + feature.name();
        return new FeatureView(
                name,
                version,
                feature.counter(),
                privileges(feature.privileges().stream(), words),
                models,
                feature.modules(),
                words.has(known) ? words.say(known) : name,
                words.count(
                        "feature.what",
                        feature.modules(),
                        Map.of("version", version, "counter", words.number(feature.counter()))),
                models.isEmpty()
                        ? words.say("feature.everyModel")
                        : words.say("feature.models", Map.of("models", String.join(", ", models))));
    }

    /** In one order always. */
    static List<PrivilegeView> privileges(Stream<Privilege> privileges, OwnWords words) {
        return privileges
                .sorted()
                .map(one -> new PrivilegeView(one.token(), words.say("privilege." + one)))
                .toList();
    }
}
