/**
 * Features: signed documents in the JSON format of OSGi's Feature specification (R8, chapter 159), read strictly, and what
 * follows from them. Pure parts read and decide ({@link org.benchconnect.upgrade.feature.FeatureDocument},
 * {@link org.benchconnect.upgrade.feature.Ring}, the rules and the planner); {@link
 * org.benchconnect.upgrade.feature.FeatureInstaller} fetches, verifies and explains, and stops there: nothing is installed
 * here without a person's consent.
 */
@NullMarked
package org.benchconnect.upgrade.feature;

import org.jspecify.annotations.NullMarked;
