package org.benchconnect.desk.teamviewer;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.BiPredicate;

/**
 * What agents recorded against what TeamViewer reports. Pure.
 *
 * @param both on both sides
 * @param notReported recorded by an agent, and TeamViewer reports no such connection
 * @param notRecorded reported by TeamViewer, and no agent recorded it
 */
public record Reconciliation(
        List<Pair> both, List<RecordedConnection> notReported, List<ReportedConnection> notRecorded) {
    /** TeamViewer itself ends a connection after this time. */
    public static final Duration LONGEST = Duration.ofHours(48);

    private static final Duration SLACK = Duration.ofMinutes(5); // two clocks, and a log that is written late

    /** Copies the lists. */
    public Reconciliation {
        both = List.copyOf(both);
        notReported = List.copyOf(notReported);
        notRecorded = List.copyOf(notRecorded);
    }

    /**
     * The same connection on both sides.
     *
     * @param recorded by an agent
     * @param reported by TeamViewer
     */
    public record Pair(RecordedConnection recorded, ReportedConnection reported) {}

    /** Compares: first by TeamViewer's own id, then by device and time. None counts twice. */
    public static Reconciliation of(List<RecordedConnection> recorded, List<ReportedConnection> reported) {
        List<Pair> both = new ArrayList<>();
        List<RecordedConnection> ours = new ArrayList<>(recorded);
        List<ReportedConnection> theirs = new ArrayList<>(reported);
        pair(ours, theirs, both, Reconciliation::hasId);
        pair(ours, theirs, both, Reconciliation::isNear);
        return new Reconciliation(both, ours, theirs);
    }

    /**
     * Only what was over in this time, until excluded; what lasts, or may last, is for a later comparison. Of a connection without an end TeamViewer says nothing more
     * after {@link #LONGEST}.
     */
    public Reconciliation overIn(Instant from, Instant until) {
        return new Reconciliation(
                both.stream()
                        .filter(pair -> isIn(over(pair.reported()), from, until))
                        .toList(),
                notReported.stream()
                        .filter(mine -> isIn(mine.ends().orElse(mine.begins()), from, until))
                        .toList(),
                notRecorded.stream()
                        .filter(theirs -> isIn(over(theirs), from, until))
                        .toList());
    }

    private static Instant over(ReportedConnection theirs) {
        return theirs.ends().orElse(theirs.begins().plus(LONGEST));
    }

    private static boolean isIn(Instant time, Instant from, Instant until) {
        return !time.isBefore(from) && time.isBefore(until);
    }

    /** Whether nothing is missing on either side. */
    public boolean isWhole() {
        return notReported.isEmpty() && notRecorded.isEmpty();
    }

    private static void pair(
            List<RecordedConnection> ours,
            List<ReportedConnection> theirs,
            List<Pair> both,
            BiPredicate<RecordedConnection, ReportedConnection> same) {
        ours.removeIf(mine -> {
            Optional<ReportedConnection> found =
                    theirs.stream().filter(one -> same.test(mine, one)).findFirst();
            found.ifPresent(one -> {
                theirs.remove(one);
                both.add(new Pair(mine, one));
            });
            return found.isPresent();
        });
    }

    private static boolean hasId(RecordedConnection mine, ReportedConnection theirs) {
        return mine.connection().filter(theirs.id()::equals).isPresent();
    }

    /** Two ids that differ are two connections, whatever the times say. */
    private static boolean isNear(RecordedConnection mine, ReportedConnection theirs) {
        return mine.connection().isEmpty()
                && mine.device().isPresent()
                && mine.device().equals(theirs.device())
                && isNear(mine.begins(), theirs.begins())
                && (mine.ends().isEmpty()
                        || theirs.ends().isEmpty()
                        || isNear(mine.ends().get(), theirs.ends().get()));
    }

    private static boolean isNear(Instant one, Instant other) {
        return Duration.between(one, other).abs().compareTo(SLACK) <= 0;
    }
}
