package org.benchconnect.console;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.benchconnect.console.FeatureView.PrivilegeView;
import org.benchconnect.console.People.PersonView;
import org.benchconnect.core.consent.Consent;
import org.jspecify.annotations.Nullable;

/**
 * A consent as the API writes it.
 *
 * @param title how people call the feature
 * @param modules the digest of the list of its modules
 * @param textDigest the digest of the text that was shown
 * @param model the instrument's then; null if none was known
 * @param text who allowed what and when, in a sentence
 * @param newerText whether newer versions are allowed with it, in a sentence
 * @param stateText what became of it, in a sentence
 */
record ConsentView(
        long entry,
        String feature,
        String title,
        String version,
        String document,
        String modules,
        List<PrivilegeView> privileges,
        String textDigest,
        String language,
        @Nullable String model,
        PersonView by,
        Instant at,
        boolean newerVersions,
        Consent.State state,
        String text,
        String newerText,
        String stateText) {

    static ConsentView of(Consent consent, People people) {
        OwnWords words = people.words();
        PersonView by = people.person(consent.by());
        String version = ForeignText.name(consent.version());
        return new ConsentView(
                consent.entry(),
                ForeignText.name(consent.feature()),
                FeatureView.title(consent.feature(), words),
                version,
                consent.document(),
                consent.modules(),
                FeatureView.privileges(consent.privileges().stream(), words),
                consent.text(),
                RequestView.tag(consent.language()),
                consent.model().map(ForeignText::name).orElse(null),
                by,
                consent.at(),
                consent.newerVersions(),
                consent.state(),
                words.say(
                        "consent.given",
                        Map.of("name", by.text(), "version", version, "moment", words.moment(consent.at()))),
                words.say(consent.newerVersions() ? "consent.newer" : "consent.thisVersion"),
                words.say("consent.state." + consent.state()));
    }
}
