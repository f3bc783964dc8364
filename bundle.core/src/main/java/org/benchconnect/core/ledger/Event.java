package org.benchconnect.core.ledger;

import java.util.Collections;
import java.util.EnumMap;
import java.util.Map;
import java.util.Optional;
import org.benchconnect.core.account.AccountId;

/**
 * Something to be kept in the ledger. Immutable.
 *
 * @param kind what
 * @param by who did it; empty if nobody here did, or nobody said a name
 * @param details each in the form that its {@link Detail} takes
 */
public record Event(EventKind kind, Optional<AccountId> by, Map<Detail, String> details) {
    /**
     * Copies the details.
     *
     * @throws IllegalArgumentException if a value has not the form of its detail; the message does not repeat the value
     */
    public Event {
        EnumMap<Detail, String> copy = new EnumMap<>(Detail.class);
        details.forEach((detail, value) -> {
            if (!detail.takes(value)) {
                throw new IllegalArgumentException("no value of " + detail.key());
            }
            copy.put(detail, value);
        });
        details = Collections.unmodifiableMap(copy);
    }

    /** Nothing but its kind. */
    public static Event of(EventKind kind) {
        return new Event(kind, Optional.empty(), Map.of());
    }

    /** The same, done by somebody. */
    public Event by(AccountId account) {
        return new Event(kind, Optional.of(account), details);
    }

    /** The same with one more detail. */
    public Event with(Detail detail, String value) {
        EnumMap<Detail, String> more = new EnumMap<>(Detail.class);
        more.putAll(details);
        more.put(detail, value);
        return new Event(kind, by, more);
    }

    /** The same with a number. */
    public Event with(Detail detail, long value) {
        return with(detail, String.valueOf(value));
    }
}
