package org.benchconnect.console;

import java.util.Map;
import java.util.Optional;
import org.benchconnect.core.account.AccountId;
import org.benchconnect.core.account.Accounts;
import org.jspecify.annotations.Nullable;

/** Knows the names behind account ids. */
record People(@Nullable Accounts accounts, OwnWords words) {
    /**
     * A person as the API writes it.
     *
     * @param account the id, which stays when the name is erased
     * @param name null if it was erased or is not known
     * @param text the name, or that there is none
     */
    record PersonView(String account, @Nullable String name, String text) {}

    PersonView person(AccountId id) {
        String name = name(id).orElse(null);
        String text = name != null
                ? name
                : words.say(accounts == null ? "person.unknown" : "person.erased", Map.of("account", id.toString()));
        return new PersonView(id.toString(), name, text);
    }

    private Optional<String> name(AccountId id) {
        return accounts == null ? Optional.empty() : accounts.name(id).map(ForeignText::name);
    }
}
