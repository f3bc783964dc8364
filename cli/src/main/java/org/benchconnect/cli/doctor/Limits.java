package org.benchconnect.cli.doctor;

import java.time.Duration;

/**
 * How long a probe may take. At most nine of them follow each other, so the whole stays under a minute.
 *
 * @param probe for one question to one machine, 100 ms to 8 s
 */
public record Limits(Duration probe) {
    /** As shipped. */
    public static final Limits USUAL = new Limits(Duration.ofSeconds(6));

    /** Checks the range. */
    public Limits {
        if (probe.toMillis() < 100 || probe.toMillis() > 8000) {
            throw new IllegalArgumentException("a probe takes 100 ms to 8 s");
        }
    }

    int millis() {
        return (int) probe.toMillis();
    }
}
