package org.benchconnect.console;

import java.time.Instant;
import java.util.Map;
import org.benchconnect.core.account.Account;
import org.benchconnect.core.account.Role;
import org.jspecify.annotations.Nullable;

/**
 * An account as the API writes it.
 *
 * @param until from when its PIN is good for nothing; null if always
 * @param lockedSeconds how long no PIN is taken; 0 if one is taken now
 * @param text role, end and lock-out, in sentences
 */
record AccountView(
        String id, String name, Role role, String roleText, @Nullable Instant until, long lockedSeconds, String text) {

    static AccountView of(Account account, OwnWords words) {
        String role = words.say("role." + account.role());
        long locked = account.locked().plusMillis(999).toSeconds();
        StringBuilder text = new StringBuilder(words.say("person.role", Map.of("role", role)));
        account.until().ifPresent(end -> text.append(' ')
                .append(words.say("person.until", Map.of("day", words.day(end.minusMillis(1))))));
        if (locked > 0) {
            text.append(' ').append(words.say("person.locked", Map.of("time", words.duration(locked))));
        }
        return new AccountView(
                account.id().toString(),
                ForeignText.name(account.name()),
                account.role(),
                role,
                account.until().orElse(null),
                locked,
                text.toString());
    }
}
