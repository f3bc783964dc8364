package org.benchconnect.link.command;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import org.benchconnect.core.ledger.Detail;
import org.benchconnect.core.ledger.Event;
import org.benchconnect.core.ledger.EventKind;

/**
 * Writes down which commands were obeyed: each by itself, {@link #MOST} in an hour; what came beyond is counted, and the count stands in the next entry. So whoever has the
 * command key cannot fill the ledger. Used by one thread.
 */
final class Takings {
    /** Entries in one hour. */
    static final int MOST = 60;

    private static final Duration HOUR = Duration.ofHours(1);

    private final CommandEffects effects;
    private final Clock steady;
    private Instant begun = Instant.MIN;
    private int noted;
    private long untold;

    Takings(CommandEffects effects, Clock steady) {
        this.effects = effects;
        this.steady = steady;
    }

    void taken(Command command) {
        Instant now = steady.instant();
        if (begun.equals(Instant.MIN) || !now.isBefore(begun.plus(HOUR))) {
            begun = now;
            noted = 0;
        }
        if (noted == MOST) {
            untold++;
            return;
        }
        noted++;
        Event event = Event.of(EventKind.COMMAND_TAKEN).with(Detail.REASON, command.name());
        if (command instanceof Command.Withdraw withdraw) {
            event = event.with(Detail.FEATURE, withdraw.feature());
        }
        if (untold > 0) {
            event = event.with(Detail.COUNT, untold);
            untold = 0;
        }
        effects.note(event);
    }
}
