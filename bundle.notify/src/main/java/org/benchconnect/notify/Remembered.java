package org.benchconnect.notify;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.benchconnect.core.instrument.Memory;
import org.benchconnect.core.signal.FactName;
import org.benchconnect.core.store.Positions;

/**
 * What the notification client remembers over restarts, in numbers beside the adapters' memories. Valid within one transaction.
 */
final class Remembered {
    /** The client's own name, as a source of notices too. */
    static final String SELF = "notify";

    private final Positions positions;

    Remembered(Positions positions) {
        this.positions = positions;
    }

    private enum Row implements FactName {
        /** Up to which moment of clearing the service side was told, in milliseconds since 1970. */
        CLEARINGS_TOLD,
        /** How many messages had been given up when it was told last, how many waited then, and when. */
        GIVEN_UP_TOLD
    }

    /**
     * That messages were given up.
     *
     * @param count how many since this database was made
     * @param waiting how many waited
     * @param at when it was told, in milliseconds since 1970
     */
    record GivenUp(long count, long waiting, long at) {}

    Optional<Instant> clearingsTold() {
        return memory().row(Row.CLEARINGS_TOLD).stream()
                .findFirst()
                .map(millis -> Instant.ofEpochMilli(millis.longValue()));
    }

    void clearingsTold(Instant upTo) {
        positions.remember(SELF, memory().with(Row.CLEARINGS_TOLD, List.of((double) upTo.toEpochMilli())));
    }

    GivenUp givenUp() {
        List<Double> row = memory().row(Row.GIVEN_UP_TOLD);
        return row.size() == 3
                ? new GivenUp(
                        row.get(0).longValue(),
                        row.get(1).longValue(),
                        row.get(2).longValue())
                : new GivenUp(0, 0, Long.MIN_VALUE);
    }

    void givenUp(GivenUp told) {
        positions.remember(
                SELF, memory().with(Row.GIVEN_UP_TOLD, List.of((double) told.count(), (double) told.waiting(), (double)
                        told.at())));
    }

    private Memory memory() {
        return positions.memory(SELF);
    }
}
