package org.benchconnect.host;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.OptionalDouble;
import org.benchconnect.host.reading.VolumeSpace;

/**
 * How the room on one disk went in the last two weeks, about once an hour. As a row of memory: the disk's size in bytes, then hour
 * (since 1970) and usable bytes of each sample, oldest first. Immutable.
 *
 * @param totalBytes the disk's size; another size is another disk, and begins anew
 * @param samples oldest first
 */
record SpaceCourse(double totalBytes, List<Sample> samples) {
    private static final double WINDOW_HOURS = Duration.ofDays(14).toHours();
    private static final double STEP_HOURS = 1;
    /** A shorter course, or fewer samples, say nothing of the days to come. */
    private static final double SHORTEST_HOURS = 24;

    private static final int FEWEST = 8;
    /** More room than this part of the disk at once: somebody tidied up. What was before says nothing of what comes. */
    private static final double TIDIED_PART = 0.02;

    private static final double HOURS_A_DAY = 24;

    /**
     * The room at one time.
     *
     * @param hour hours since 1970
     * @param usableBytes free then
     */
    record Sample(double hour, double usableBytes) {}

    /** Copies the samples. */
    SpaceCourse {
        samples = List.copyOf(samples);
    }

    /** Reads a row of memory; one that is not understood is no course. */
    static SpaceCourse read(List<Double> row) {
        List<Sample> samples = new ArrayList<>();
        if (row.size() % 2 == 1) {
            for (int i = 1; i < row.size(); i += 2) {
                samples.add(new Sample(row.get(i), row.get(i + 1)));
            }
        }
        return new SpaceCourse(samples.isEmpty() ? 0 : row.get(0), samples);
    }

    List<Double> row() {
        List<Double> row = new ArrayList<>();
        row.add(totalBytes);
        samples.forEach(sample -> {
            row.add(sample.hour());
            row.add(sample.usableBytes());
        });
        return row;
    }

    /** This course and what was read now, if the last sample is an hour old. A clock that was set back begins anew. */
    SpaceCourse and(VolumeSpace disk, Instant now) {
        Sample sample = new Sample(now.getEpochSecond() / 3600.0, disk.usableBytes());
        if (samples.isEmpty() || totalBytes != disk.totalBytes()) {
            return new SpaceCourse(disk.totalBytes(), List.of(sample));
        }
        Sample last = samples.get(samples.size() - 1);
        boolean tidied = sample.usableBytes() - last.usableBytes() > TIDIED_PART * totalBytes;
        if (tidied || sample.hour() < last.hour()) {
            return new SpaceCourse(totalBytes, List.of(sample));
        } else if (sample.hour() - last.hour() < STEP_HOURS) {
            return this;
        }
        List<Sample> longer = new ArrayList<>(samples);
        longer.add(sample);
        longer.removeIf(old -> old.hour() < sample.hour() - WINDOW_HOURS);
        return new SpaceCourse(totalBytes, longer);
    }

    /** When the disk will be full if it goes on as it went: a line of least squares. Empty if too little is known, or it does not fill. */
    OptionalDouble daysToFull() {
        if (samples.size() < FEWEST || last().hour() - samples.get(0).hour() < SHORTEST_HOURS) {
            return OptionalDouble.empty();
        }
        double bytesAnHour = slope();
        return bytesAnHour >= 0
                ? OptionalDouble.empty()
                : OptionalDouble.of(last().usableBytes() / -bytesAnHour / HOURS_A_DAY);
    }

    private double slope() {
        double hour = samples.stream().mapToDouble(Sample::hour).average().orElse(0);
        double bytes =
                samples.stream().mapToDouble(Sample::usableBytes).average().orElse(0);
        double together = 0;
        double alone = 0;
        for (Sample sample : samples) {
            together += (sample.hour() - hour) * (sample.usableBytes() - bytes);
            alone += (sample.hour() - hour) * (sample.hour() - hour);
        }
        return together / alone;
    }

    private Sample last() {
        return samples.get(samples.size() - 1);
    }
}
