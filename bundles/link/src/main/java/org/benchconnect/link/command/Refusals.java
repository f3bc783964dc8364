package org.benchconnect.link.command;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import org.benchconnect.core.ledger.Detail;
import org.benchconnect.core.ledger.Event;
import org.benchconnect.core.ledger.EventKind;
import org.benchconnect.link.command.RefusedCommandException.Rule;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Tells of refused commands, in the ledger and the log: the first at once, then one entry in {@link #REST} at most with how many there were since, so that whoever may
 * write to the broker cannot fill the disk. Safe for any thread.
 */
final class Refusals {
    static final Duration REST = Duration.ofMinutes(10);

    private static final Logger LOG = LoggerFactory.getLogger(Refusals.class);

    private final CommandEffects effects;
    private final Clock steady;
    private @Nullable Instant told;
    private long untold;

    Refusals(CommandEffects effects, Clock steady) {
        this.effects = effects;
        this.steady = steady;
    }

    synchronized void refused(Rule rule) {
        untold++;
        Instant now = steady.instant();
        if (told != null && now.isBefore(told.plus(REST))) {
            return;
        }
        LOG.warn("{} commands of the service side were refused, the last by {}", untold, rule);
        effects.note(Event.of(EventKind.COMMAND_REFUSED)
                .with(Detail.RULE, rule.name())
                .with(Detail.COUNT, untold));
        told = now;
        untold = 0;
    }
}
