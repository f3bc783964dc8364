package org.benchconnect.instrument.log;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.benchconnect.core.instrument.Activity;
import org.benchconnect.core.instrument.Evidence;
import org.benchconnect.core.instrument.InstrumentState;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The watch of one log, on a thread of its own: an adapter makes one with its settings, and closes it when it goes. What it finds is stored together with how far was read, so
 * that nothing is told twice or missed whenever the agent is stopped; without database or notification client nothing is read, and the log is the buffer.
 *
 * <p>Guaranteed: a line's characters stay within this package's reader. Not guaranteed: lines of a log that is deleted or overwritten before they were read, which happens four
 * times a second; and an order between lines of different files.
 */
public final class LogWatch implements AutoCloseable {
    private static final Logger LOG = LoggerFactory.getLogger(LogWatch.class);

    /** Between two looks. */
    static final Duration POLL = Duration.ofMillis(250);

    private static final Duration BLIND_AFTER = Duration.ofSeconds(11);

    private final String id;
    private final boolean tells;
    private final QuietRule rule;
    private final Clock steady;
    private final @Nullable LogKeeper keeper;
    private final @Nullable Steps steps;

    private LogWatch(String id, LogSettings settings, boolean tells, Clock steady, @Nullable LogKeeper keeper) {
        this.id = id;
        this.tells = tells;
        this.rule = new QuietRule(settings.table().tellsActivity(), settings.quiet(), BLIND_AFTER);
        this.steady = steady;
        this.keeper = keeper;
        this.steps = keeper == null ? null : new Steps("log-" + id, keeper::step);
        if (keeper != null && steps != null) {
            keeper.wakeBy(steps::wake);
            steps.start();
        }
    }

    /**
     * Follows a log by its table, from now on; nothing, and says so in the agent's log, if folder, pattern or the form of the time cannot be used.
     *
     * @param id under which notices and positions are kept, {@code [a-z][a-z0-9.-]{0,39}}; of nobody else's positions
     * @param otherCodes what else is said under this id: notices of other codes are of rules that are no more, and clear
     */
    public static LogWatch start(String id, LogSettings settings, Set<String> otherCodes, Neighbours neighbours) {
        return start(id, settings, otherCodes, neighbours, Clock.systemUTC(), new SteadyClock());
    }

    static LogWatch start(
            String id, LogSettings settings, Set<String> otherCodes, Neighbours neighbours, Clock clock, Clock steady) {
        return new LogWatch(
                id,
                settings,
                settings.tellsActivity(),
                steady,
                keeper(id, settings, otherCodes, neighbours, clock, steady));
    }

    /** Follows a log that means something else than a table says. */
    static LogWatch start(String id, LogSettings settings, Judge judge, Set<String> otherCodes, Neighbours neighbours) {
        Clock steady = new SteadyClock();
        LogKeeper keeper = keeper(id, settings, judge, otherCodes, neighbours, Clock.systemUTC(), steady);
        return new LogWatch(id, settings, false, steady, keeper);
    }

    static @Nullable LogKeeper keeper(
            String id, LogSettings wanted, Set<String> otherCodes, Neighbours neighbours, Clock clock, Clock steady) {
        LogSettings settings = wanted.without(taken(otherCodes));
        try {
            Judge judge = new TableJudge(settings.table(), LineTime.of(settings.timeForm(), ZoneId.systemDefault()));
            return keeper(id, settings, judge, otherCodes, neighbours, clock, steady);
        } catch (IllegalArgumentException unusable) {
            LOG.error("the log of {} is not followed: the form of its time cannot be used", id);
            return null;
        }
    }

    static @Nullable LogKeeper keeper(
            String id,
            LogSettings settings,
            Judge judge,
            Set<String> otherCodes,
            Neighbours neighbours,
            Clock clock,
            Clock steady) {
        if (!settings.isSet()) {
            return null;
        }
        try {
            LogFolder folder =
                    new LogFolder(settings.folder(), settings.pattern().isEmpty() ? "*" : settings.pattern());
            Follower follower = new Follower(folder, settings.encoding(), judge, steady);
            return new LogKeeper(id, follower, judge, settings.table(), otherCodes, neighbours, clock, steady);
        } catch (IllegalArgumentException unusable) {
            LOG.error("the log of {} is not followed: its folder or pattern cannot be used", id);
            return null;
        }
    }

    /** Codes that rules cannot have: those of the log itself, and those that are said under its name by others. */
    static Set<String> taken(Set<String> otherCodes) {
        return Stream.concat(Stream.of(LogCode.values()).map(Enum::name), otherCodes.stream())
                .collect(Collectors.toUnmodifiableSet());
    }

    /** Whether the log can be read now. */
    public boolean watching() {
        return keeper != null && keeper.seen().since() != null;
    }

    /** What the log tells of the instrument now; UNKNOWN if nothing was set that could tell. Never blocks. */
    public Activity activity() {
        return keeper == null || !tells ? Activity.UNKNOWN : rule.at(steady.instant(), keeper.seen());
    }

    /** The same as a state of this adapter. */
    public InstrumentState state(String adapter) {
        return new InstrumentState(
                adapter, null, null, activity(), tells ? Set.of(Evidence.LOG) : Set.of(), watching(), null);
    }

    /** When a look last succeeded, of the steady clock; for tests. */
    Instant lastLook() {
        return keeper == null ? Instant.EPOCH : keeper.seen().look();
    }

    /** Ends; what was found and not stored will be found again. */
    @Override
    public void close() {
        if (steps != null) {
            steps.close();
        }
    }
}
