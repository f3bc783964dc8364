package org.benchconnect.link.command;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.EnumMap;
import java.util.Map;
import org.benchconnect.core.ledger.Detail;
import org.benchconnect.core.ledger.Event;
import org.benchconnect.core.ledger.EventKind;
import org.benchconnect.link.command.RefusedCommandException.Rule;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Tells of refused commands, in the ledger and the log, each rule by itself, so that noise by one hides none of another: the first at once, then one entry in {@link #REST}
 * at most with how many there were since, so that whoever may write to the broker cannot fill the disk. Safe for any thread.
 */
final class Refusals {
    static final Duration REST = Duration.ofMinutes(10);

    private static final Logger LOG = LoggerFactory.getLogger(Refusals.class);

    private final CommandEffects effects;
    private final Clock steady;
    private final Map<Rule, Told> byRule = new EnumMap<>(Rule.class);

    private static final class Told {
        private @Nullable Instant last;
        private long untold;
    }

    Refusals(CommandEffects effects, Clock steady) {
        this.effects = effects;
        this.steady = steady;
    }

    synchronized void refused(Rule rule) {
        Told told = byRule.computeIfAbsent(rule, each -> new Told());
        told.untold++;
        Instant now = steady.instant();
        if (told.last != null && now.isBefore(told.last.plus(REST))) {
            return;
        }
        LOG.warn("{} commands of the service side were refused by {}", told.untold, rule);
        effects.note(Event.of(EventKind.COMMAND_REFUSED)
                .with(Detail.RULE, rule.name())
                .with(Detail.COUNT, told.untold));
        told.last = now;
        told.untold = 0;
    }
}
