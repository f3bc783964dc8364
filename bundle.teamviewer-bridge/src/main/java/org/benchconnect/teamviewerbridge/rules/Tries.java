package org.benchconnect.teamviewerbridge.rules;

import java.util.Map;
import java.util.TreeMap;

/**
 * How many passwords each supporter has tried since the last right one, by the SHA-256 of the certificate. Only who was admitted is counted, so that nobody without
 * a certificate of an authority and an entry in the list can fill it. Immutable.
 *
 * @param byCertificate at most {@link #MOST}
 * @param floor what counts for whom is not in it: 0, or {@link LockOut#SLOWEST} after what was kept could not be read
 */
public record Tries(Map<String, Integer> byCertificate, int floor) {
    /** Nobody tried. */
    public static final Tries NONE = new Tries(Map.of(), 0);
    /** Who tried is not known: everybody waits once. */
    public static final Tries UNKNOWN = new Tries(Map.of(), LockOut.SLOWEST);
    /** More certificates than any list of supporters has. */
    public static final int MOST = 10_000;
    /** Counting stops here; the wait has long been the longest. */
    public static final int HIGHEST = 1_000_000;

    /** Copies the map. */
    public Tries {
        byCertificate = Map.copyOf(byCertificate);
    }

    /** How many of this one. */
    public int of(String certificate) {
        return byCertificate.getOrDefault(certificate, floor);
    }

    /** Whether one more of this one can be counted. */
    public boolean takes(String certificate) {
        return byCertificate.containsKey(certificate) || byCertificate.size() < MOST;
    }

    /**
     * One more.
     *
     * @throws IllegalStateException if it cannot be counted: then none is taken
     */
    public Tries more(String certificate) {
        if (!takes(certificate)) {
            throw new IllegalStateException("more supporters than can be counted");
        }
        return with(certificate, Math.min(of(certificate) + 1, HIGHEST));
    }

    /** The right one. */
    public Tries right(String certificate) {
        if (floor > 0) {
            return takes(certificate) ? with(certificate, 0) : this;
        }
        Map<String, Integer> fewer = new TreeMap<>(byCertificate);
        fewer.remove(certificate);
        return new Tries(fewer, floor);
    }

    private Tries with(String certificate, int count) {
        Map<String, Integer> next = new TreeMap<>(byCertificate);
        next.put(certificate, count);
        return new Tries(next, floor);
    }
}
