package org.benchconnect.instrument.folder;

import java.time.Duration;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import java.util.stream.Stream;

/**
 * Whether the clock that dates an instrument's files goes with this PC's: of the last new files, how far the time of each was from the moment at which it was seen. The median, so that
 * single files do not count; and only while most files agree, because files that are copied in with times of their own say nothing about a clock. Pure. Used by one thread.
 */
final class FileTimes {
    private final Rule rule;
    private final Deque<Duration> offsets = new ArrayDeque<>();

    /**
     * When to say something.
     *
     * @param files of how many files; before that nothing is said
     * @param limit a median beyond it is skewed; below two fifths of it (2 minutes of 5) it is well again
     */
    record Rule(int files, Duration limit) {
        /** Below this it is well, and no further from the median lie the files that agree. */
        Duration near() {
            return limit.multipliedBy(2).dividedBy(5);
        }
    }

    /** What the last files say. */
    enum Verdict {
        SKEWED,
        WELL,
        /** Too few files, too different ones, or in between: what was said stands. */
        OPEN
    }

    FileTimes(Rule rule) {
        this.rule = rule;
    }

    /** Another new file: its modification time less the moment at which it was first seen like that. */
    void add(Duration offset) {
        offsets.addLast(offset);
        if (offsets.size() > rule.files()) {
            offsets.removeFirst();
        }
    }

    Verdict verdict() {
        if (offsets.size() < rule.files()) {
            return Verdict.OPEN;
        }
        Duration median = median();
        if (median.abs().compareTo(rule.near()) < 0) {
            return Verdict.WELL;
        }
        boolean agree =
                median(offsets.stream().map(each -> each.minus(median).abs())).compareTo(rule.near()) <= 0;
        return agree && median.abs().compareTo(rule.limit()) > 0 ? Verdict.SKEWED : Verdict.OPEN;
    }

    /** Of the last files; positive: their clock is ahead of this PC's. There is at least one. */
    Duration median() {
        return median(offsets.stream());
    }

    private static Duration median(Stream<Duration> durations) {
        List<Duration> sorted = durations.sorted().toList();
        return sorted.get(sorted.size() / 2);
    }
}
