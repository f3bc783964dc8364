package org.benchconnect.upgrade.repository;

import java.time.Duration;

/**
 * How much and how long is read from one source. Lengths of single files are limited by who reads them.
 *
 * @param answer from a request to the server's answer, connection and TLS included
 * @param silence the longest between two pieces of an answer
 * @param grace how long an answer may be slower than the least rate
 * @param leastBytesPerSecond on average over an answer, once the grace is over
 * @param longest for everything that is read from one source
 * @param totalBytes of everything that is read from one source, or that a zip file unpacks to
 */
public record Caps(
        Duration answer,
        Duration silence,
        Duration grace,
        long leastBytesPerSecond,
        Duration longest,
        long totalBytes) {
    private static final Caps STANDARD = new Caps(
            Duration.ofSeconds(30),
            Duration.ofSeconds(30),
            Duration.ofSeconds(30),
            16 * 1024,
            Duration.ofHours(2),
            1024L * 1024 * 1024);

    /** Refuses what would mean no limit. */
    public Caps {
        if (answer.isNegative()
                || answer.isZero()
                || silence.isNegative()
                || silence.isZero()
                || grace.isNegative()
                || leastBytesPerSecond < 1
                || longest.isNegative()
                || longest.isZero()
                || totalBytes < 1) {
            throw new IllegalArgumentException("each limit must be positive");
        }
    }

    /** 30 s for an answer, 30 s of silence, 16 KiB/s after 30 s, two hours, 1 GiB. */
    public static Caps standard() {
        return STANDARD;
    }
}
