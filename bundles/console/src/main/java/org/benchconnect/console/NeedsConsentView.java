package org.benchconnect.console;

import org.benchconnect.core.consent.NeedsConsent;
import org.jspecify.annotations.Nullable;

/**
 * A feature that runs only with a consent, as the API writes it.
 *
 * @param base whether it came with the base release: then it cannot be removed
 * @param text how it is, in a sentence
 * @param consent the one in force; null if there is none
 */
record NeedsConsentView(
        FeatureView feature, NeedsConsent.State state, String text, boolean base, @Nullable ConsentView consent) {

    static NeedsConsentView of(NeedsConsent one, People people) {
        OwnWords words = people.words();
        return new NeedsConsentView(
                FeatureView.of(one.feature(), words),
                one.state(),
                words.say("needsConsent." + one.state()),
                one.base(),
                one.consent().map(given -> ConsentView.of(given, people)).orElse(null));
    }
}
