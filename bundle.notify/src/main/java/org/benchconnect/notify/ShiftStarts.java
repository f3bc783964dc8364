package org.benchconnect.notify;

import java.time.Instant;
import java.time.LocalTime;
import java.time.ZoneId;
import java.time.ZonedDateTime;
import java.util.Comparator;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/**
 * When shifts begin, by the clock on the wall, every day the same.
 *
 * @param times at least one, ascending, no two the same
 */
record ShiftStarts(List<LocalTime> times) {
    static final ShiftStarts SHIPPED =
            new ShiftStarts(List.of(LocalTime.of(6, 0), LocalTime.of(14, 0), LocalTime.of(22, 0)));

    private static final int MOST = 12;
    private static final Pattern TIME = Pattern.compile("(?:[01][0-9]|2[0-3]):[0-5][0-9]");

    /**
     * Reads {@code 06:00,14:00,22:00}.
     *
     * @throws IllegalArgumentException if it has another form, or there are more than twelve
     */
    static ShiftStarts parse(String text) {
        List<String> parts =
                Stream.of(text.split(",", MOST + 1)).map(String::strip).toList();
        if (parts.size() > MOST
                || !parts.stream().allMatch(part -> TIME.matcher(part).matches())) {
            throw new IllegalArgumentException("shifts are written as 06:00,14:00,22:00");
        }
        return new ShiftStarts(
                parts.stream().map(LocalTime::parse).sorted().distinct().toList());
    }

    /**
     * When the shift before the running one began. On a day on which the clock on the wall leaps, a beginning that it leaps over comes with the leap.
     */
    Instant beforeTheRunning(Instant now, ZoneId zone) {
        ZonedDateTime here = now.atZone(zone);
        return IntStream.rangeClosed(-1, 3)
                .mapToObj(here.toLocalDate()::minusDays)
                .flatMap(day ->
                        times.stream().map(time -> day.atTime(time).atZone(zone).toInstant()))
                .filter(start -> !start.isAfter(now))
                .sorted(Comparator.reverseOrder())
                .skip(1)
                .findFirst()
                .orElseThrow();
    }
}
