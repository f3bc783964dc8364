package org.benchconnect.console;

import java.util.Map;
import java.util.Objects;
import org.benchconnect.core.text.Language;
import org.jspecify.annotations.Nullable;

/**
 * How upgrades are, as the event stream tells it.
 *
 * @param upgrade null while the upgrade utility is not running
 * @param text that it is not; null while it is
 */
record UpgradeEvent(@Nullable UpgradeView upgrade, @Nullable String text) {
    /** Says it in a language; the words are the console's own alone. */
    record Teller(Neighbours neighbours, LatestAnswers answers, Map<Language, OwnWords> words) {
        UpgradeEvent tell(Snapshot now, Language language) {
            OwnWords own = Objects.requireNonNull(words.get(language));
            Snapshot.Upgrade upgrade = now.upgrade();
            return upgrade == null
                    ? new UpgradeEvent(null, own.say("rights.notRunning"))
                    : new UpgradeEvent(
                            UpgradeView.of(upgrade, neighbours, answers, new People(neighbours.accounts(), own)), null);
        }
    }
}
