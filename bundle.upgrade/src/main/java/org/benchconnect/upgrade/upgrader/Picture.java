package org.benchconnect.upgrade.upgrader;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.benchconnect.core.feature.FeatureRefusedException;
import org.benchconnect.core.upgrade.Approval;
import org.benchconnect.core.upgrade.Hindrance;
import org.benchconnect.core.upgrade.UpgradePlan;
import org.benchconnect.core.upgrade.UpgradeRecord;
import org.benchconnect.core.upgrade.UpgradeState;
import org.benchconnect.core.upgrade.UpgradeState.Phase;
import org.benchconnect.upgrade.generation.GenerationSteps;
import org.benchconnect.upgrade.journal.Journal;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The state for everybody else, read without waiting. What lies on the disk is read again when the running generation changes or the journal grows, and that is looked for once a
 * second: features are installed by others. Written under the lock of {@link Course}.
 */
final class Picture {
    private static final Logger LOG = LoggerFactory.getLogger(Picture.class);
    private static final Duration FRESH = Duration.ofMillis(750);

    private final GenerationSteps steps;
    private final Journal journal;
    private final Clock steady;
    private Optional<Instant> read = Optional.empty();
    private Optional<Phase> readIn = Optional.empty();
    private int lines = -1;
    private int generation;
    private Optional<Integer> before = Optional.empty();
    private volatile Optional<UpgradeRecord> last = Optional.empty();
    private volatile Optional<Ended.Told> ended = Optional.empty();
    private volatile UpgradeState state = new UpgradeState(
            Phase.NOTHING_NEW,
            0,
            Optional.empty(),
            Optional.empty(),
            Optional.empty(),
            List.of(),
            Optional.empty(),
            Optional.empty(),
            Optional.empty(),
            Optional.empty(),
            Optional.empty(),
            Optional.empty());

    Picture(GenerationSteps steps, Journal journal, Clock steady) {
        this.steps = steps;
        this.journal = journal;
        this.steady = steady;
    }

    UpgradeState state() {
        return state;
    }

    /** The newest yes that ended by itself. */
    Optional<Ended.Told> ended() {
        return ended;
    }

    /** Returns whether another generation runs than before. */
    boolean publish(
            Phase phase,
            Looks looks,
            Optional<Waiting> waiting,
            List<Hindrance> hindrances,
            Optional<Instant> provenAt,
            Optional<Instant> idleUntil) {
        int former = generation;
        readAgain(phase);
        Optional<UpgradeRecord> open = phase == Phase.PROVES || phase == Phase.GOES_BACK ? last : Optional.empty();
        Optional<UpgradePlan> plan =
                waiting.map(now -> now.plan().orElse(remembered(now.id()))).or(looks::plan);
        Optional<Approval> approval = waiting.map(Waiting::approval).or(() -> open.flatMap(UpgradeRecord::approval));
        state = new UpgradeState(
                phase,
                generation,
                before,
                plan,
                approval,
                phase == Phase.WAITS ? hindrances : List.of(),
                phase == Phase.PROVES ? provenAt : Optional.empty(),
                idleUntil,
                looks.looked(),
                looks.failed(),
                looks.platform(),
                last);
        return former != 0 && former != generation;
    }

    /** Not while modules change: whoever changes them must not be waited for. */
    private void readAgain(Phase phase) {
        Instant now = steady.instant();
        boolean isFresh =
                read.filter(at -> now.isBefore(at.plus(FRESH))).isPresent() && readIn.equals(Optional.of(phase));
        if (isFresh || phase == Phase.SWITCHES || phase == Phase.GOES_BACK) {
            return;
        }
        read = Optional.of(now);
        readIn = Optional.of(phase);
        try {
            int current = steps.current();
            int written = journal.entries().size();
            if (current != generation || written != lines) {
                generation = current;
                lines = written;
                before = steps.before().filter(one -> one < current);
                ended = Ended.newest(journal.entries());
                last = journal.records().stream().findFirst();
            }
        } catch (FeatureRefusedException e) {
            LOG.debug("no generation is named as the current one", e);
        }
    }

    private static UpgradePlan remembered(String id) {
        return new UpgradePlan(id, "", List.of(), List.of(), List.of(), Set.of(), 0, Duration.ZERO, false);
    }
}
