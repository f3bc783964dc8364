package org.benchconnect.instrument.folder;

import java.time.Duration;

/**
 * How long to wait after failures in a row: doubled each time.
 *
 * @param first after the first failure
 * @param longest never longer
 */
record Backoff(Duration first, Duration longest) {
    Duration after(int failures) {
        Duration wait = first.multipliedBy(1L << Math.min(Math.max(failures - 1, 0), 20));
        return wait.compareTo(longest) < 0 ? wait : longest;
    }
}
