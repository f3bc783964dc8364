package org.benchconnect.core.upgrade;

import java.util.List;
import org.benchconnect.core.account.Role;
import org.benchconnect.core.consent.ConsentRequest;
import org.benchconnect.core.consent.Paragraph;
import org.benchconnect.core.text.Language;

/**
 * The question about an upgrade, with the exact text.
 *
 * @param plan what would change
 * @param role who must answer
 * @param language of the text
 * @param text everything that is shown, in order
 * @param asksAgain names of features that will not run after the upgrade until a person allows their new version
 */
public record UpgradeRequest(
        UpgradePlan plan, Role role, Language language, List<Paragraph> text, List<String> asksAgain) {
    /** Copies the lists. */
    public UpgradeRequest {
        text = List.copyOf(text);
        asksAgain = List.copyOf(asksAgain);
    }

    /** What an answer is bound to, as of a {@link ConsentRequest}. */
    public String textDigest() {
        return ConsentRequest.textDigest(text);
    }
}
