package org.benchconnect.instrument.log;

import java.io.IOException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.EnumSet;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.benchconnect.core.instrument.Memory;
import org.benchconnect.core.notification.Notification;
import org.benchconnect.core.notification.Notifications;
import org.benchconnect.core.signal.Facts;
import org.benchconnect.core.signal.Severity;
import org.benchconnect.core.store.AgentStore;
import org.benchconnect.core.store.StoreException;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Looks at a log and hands what was found to the notification client, together with what must be remembered: one change of the database, or none of it. One change is under way
 * at a time, and until it is durable nothing more is read; one that failed is handed on again, the same, until it is. One thread steps; {@link #seen} may be asked from any.
 */
final class LogKeeper {
    private static final Logger LOG = LoggerFactory.getLogger(LogKeeper.class);
    /** Positions without a finding are stored so often: what is read again after a crash says nothing new. */
    private static final Duration STORE_EVERY = Duration.ofSeconds(5);
    /** A share that hiccups for less than this is not worth a notice. */
    private static final Duration GONE_AFTER = Duration.ofSeconds(5);

    private final String id;
    private final Follower follower;
    private final Judge judge;
    private final LogTable table;
    private final Set<String> otherCodes;
    private final Neighbours neighbours;
    private final Clock clock;
    private final Clock steady;
    private final Handover handover;
    private final Set<LogCode> said = EnumSet.noneOf(LogCode.class);

    private @Nullable AgentStore of;
    private boolean introduced;
    private boolean unstored;
    private Instant lastStored = Instant.MIN;
    private @Nullable Instant goneSince;
    private Runnable wake = () -> {};
    private volatile QuietRule.Seen seen = QuietRule.Seen.NOTHING;

    LogKeeper(
            String id,
            Follower follower,
            Judge judge,
            LogTable table,
            Set<String> otherCodes,
            Neighbours neighbours,
            Clock clock,
            Clock steady) {
        this.id = id;
        this.follower = follower;
        this.judge = judge;
        this.table = table;
        this.otherCodes = Set.copyOf(otherCodes);
        this.neighbours = neighbours;
        this.clock = clock;
        this.steady = steady;
        this.handover = new Handover(id);
    }

    /** What is called, on any thread, when there is something to do before the next look. */
    void wakeBy(Runnable waker) {
        wake = waker;
    }

    QuietRule.Seen seen() {
        return seen;
    }

    Duration step() {
        AgentStore store = neighbours.store();
        Notifications notifications = neighbours.notifications();
        if (store == null || notifications == null) {
            blind();
            return LogWatch.POLL;
        }
        try {
            return step(store, notifications);
        } catch (StoreException unavailable) {
            LOG.debug("the log of {} waits for the database", id);
            blind();
            return LogWatch.POLL.multipliedBy(4);
        }
    }

    private Duration step(AgentStore store, Notifications notifications) {
        Instant now = steady.instant();
        if (store != of) {
            load(store);
        }
        Handover.State state = handover.settle(notifications, now, wake);
        if (state == Handover.State.WAITING) {
            return LogWatch.POLL;
        } else if (state == Handover.State.LOST) {
            load(store);
        }
        Findings findings = new Findings();
        boolean more = look(store, findings, now);
        if (!introduced) {
            introduce(notifications, findings);
        }
        unstored |= !findings.isEmpty();
        if (!findings.isEmpty()
                || unstored
                        && (!now.isBefore(lastStored.plus(STORE_EVERY)) || !more && lastStored.equals(Instant.MIN))) {
            hand(store, notifications, findings, now);
        }
        return more ? Duration.ZERO : LogWatch.POLL;
    }

    private void load(AgentStore store) {
        Memory memory = store.read(tables -> tables.positions().memory(id));
        follower.load(memory);
        judge.load(memory);
        handover.load(memory);
        said.clear();
        introduced = false;
        unstored = memory.row(LogRow.SEQUENCE).isEmpty();
        lastStored = Instant.MIN;
        of = store;
    }

    private boolean look(AgentStore store, Findings findings, Instant now) {
        judge.begin(clock.instant());
        try {
            Follower.Look look = follower.look(Fingerprints.of(store));
            goneSince = null;
            judge.end(findings);
            unstored |= look.read() || look.grew();
            say(
                    LogCode.LOG_UNREADABLE,
                    look.unreadable() > 0,
                    Facts.none().with(LogFact.FILES, look.unreadable()),
                    findings);
            say(
                    LogCode.LOG_TOO_MANY_FILES,
                    look.tooMany() > 0,
                    Facts.none().with(LogFact.LIMIT_FILES, Footing.MOST),
                    findings);
            QuietRule.Seen before = seen;
            seen = new QuietRule.Seen(
                    before.since() == null ? now : before.since(),
                    look.grew() ? now : before.growth(),
                    now,
                    !look.more() && look.unreadable() == 0 && look.tooMany() == 0,
                    judge.said());
            return look.more();
        } catch (IOException gone) {
            judge.end(findings);
            blind();
            goneSince = goneSince == null ? now : goneSince;
            if (!now.isBefore(goneSince.plus(GONE_AFTER))) {
                say(LogCode.LOG_UNREADABLE, true, Facts.none().with(LogFact.FILES, 0), findings);
            }
            return false;
        }
    }

    /** Told when it begins and when it ends, and once after a start. */
    private void say(LogCode code, boolean so, Facts facts, Findings findings) {
        if (so && said.add(code)) {
            findings.found(code, Severity.WARNING, facts);
        } else if (!so && (said.remove(code) || !introduced)) {
            findings.well(code);
        }
    }

    /** After a start: what is wrong with the table, and the end of what rules said that are no more. */
    private void introduce(Notifications notifications, Findings findings) {
        List<Integer> invalid = table.invalid();
        say(
                LogCode.LOG_RULES_INVALID,
                !invalid.isEmpty(),
                Facts.none()
                        .with(LogFact.RULES, invalid.size())
                        .with(LogFact.RULE, invalid.isEmpty() ? 0 : invalid.get(0)),
                findings);
        findings.well(LogCode.LOG_RULE_TOO_SLOW);
        Set<String> known = new HashSet<>(otherCodes);
        known.addAll(table.codes());
        EnumSet.allOf(LogCode.class).forEach(code -> known.add(code.name()));
        for (Notification notice : notifications.active()) {
            if (notice.source().equals(id) && !known.contains(notice.condition().code())) {
                findings.well(notice.condition());
            }
        }
        introduced = true;
    }

    private void hand(AgentStore store, Notifications notifications, Findings findings, Instant now) {
        handover.hand(store, notifications, memory -> judge.keep(follower.keep(memory)), findings, now, wake);
        unstored = false;
        lastStored = now;
    }

    private void blind() {
        QuietRule.Seen before = seen;
        seen = new QuietRule.Seen(null, before.growth(), before.look(), false, before.said());
    }
}
