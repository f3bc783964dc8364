package org.benchconnect.bench.fleet;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/**
 * How a fleet came back.
 *
 * @param seconds until the last was there
 * @param mostSeconds until 99 of 100 were
 * @param attempts in all
 * @param peakAttempts most in one second
 * @param peakConnections most that came about in one second
 */
record Comeback(double seconds, double mostSeconds, long attempts, int peakAttempts, int peakConnections) {
    /** Counts by seconds. Used by one thread. */
    static final class Counting {
        private final long begin;
        private final Map<Long, Integer> attempts = new TreeMap<>();
        private final Map<Long, Integer> connections = new TreeMap<>();
        private final List<Long> times = new ArrayList<>();

        Counting(long begin) {
            this.begin = begin;
        }

        void attempt(long now) {
            attempts.merge((now - begin) / 1_000_000_000L, 1, Integer::sum);
        }

        void back(long now) {
            connections.merge((now - begin) / 1_000_000_000L, 1, Integer::sum);
            times.add(now - begin);
        }

        Comeback result() {
            return new Comeback(
                    times.get(times.size() - 1) / 1e9,
                    times.get(times.size() * 99 / 100) / 1e9,
                    attempts.values().stream().mapToLong(Integer::longValue).sum(),
                    most(attempts),
                    most(connections));
        }

        private static int most(Map<Long, Integer> counts) {
            return counts.values().stream().mapToInt(Integer::intValue).max().orElse(0);
        }
    }
}
