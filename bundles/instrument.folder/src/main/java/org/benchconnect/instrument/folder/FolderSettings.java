package org.benchconnect.instrument.folder;

import java.time.Duration;

/**
 * The configuration, checked.
 *
 * @param poll between two looks
 * @param stable how long a file must look the same
 * @param lookBack how old a file may be at the first look ever
 * @param rule what is concluded from growth
 * @param largestFile in bytes
 * @param times when the files' clock is told to be skewed
 */
record FolderSettings(
        Duration poll, Duration stable, Duration lookBack, ActivityRule rule, long largestFile, FileTimes.Rule times) {
    static final long MEGABYTE = 1L << 20;

    static FolderSettings of(FolderConfiguration configuration) {
        Duration poll = Duration.ofMillis(within(configuration.poll_milliseconds(), 100, 60_000));
        Duration runGap = Duration.ofMinutes(within(configuration.run_gap_minutes(), 1, 240));
        Duration idleAfter = Duration.ofMinutes(within(configuration.idle_after_minutes(), 2, 1440));
        return new FolderSettings(
                poll,
                Duration.ofMillis(within(configuration.stable_milliseconds(), 100, 600_000)),
                Duration.ofHours(within(configuration.look_back_hours(), 0, 8760)),
                new ActivityRule(
                        runGap,
                        idleAfter.compareTo(runGap) < 0 ? runGap : idleAfter,
                        poll.multipliedBy(2).plusSeconds(10)),
                within(configuration.max_file_megabytes(), 1, 1_000_000) * MEGABYTE,
                new FileTimes.Rule(
                        (int) within(configuration.clock_skew_files(), 5, 200),
                        Duration.ofMinutes(within(configuration.clock_skew_minutes(), 2, 1440))));
    }

    private static long within(int value, int least, int most) {
        return Math.max(least, Math.min(most, value));
    }
}
