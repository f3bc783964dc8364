package org.benchconnect.core.consent;

import org.benchconnect.core.account.AccountId;

/**
 * A person's yes.
 *
 * @param question the open question within which it was given
 * @param account who
 * @param pin that person's; wiped by who takes the answer
 * @param text the {@linkplain ConsentRequest#textDigest digest} of the text that the person saw
 * @param newerVersions whether a newer version that asks for no more is allowed with it
 */
public record Answer(String question, AccountId account, char[] pin, String text, boolean newerVersions) {
    @Override
    public String toString() {
        return "an answer of " + account;
    }
}
