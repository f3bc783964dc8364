package org.benchconnect.launcher.storage.testing;

import java.util.Set;
import java.util.TreeSet;

/** The places at which a write can break off. */
final class Tears {
    private Tears() {}

    /** Lengths greater than 0 and less than the whole: the first byte, all but the last, and so many between, evenly. */
    static Set<Integer> of(int whole, int tears) {
        Set<Integer> lengths = new TreeSet<>();
        if (whole < 2) {
            return lengths;
        }
        lengths.add(1);
        lengths.add(whole - 1);
        int parts = Math.min(tears, whole) + 1;
        for (int part = 1; part < parts; part++) {
            lengths.add((int) Math.max(1, Math.min(whole - 1, (long) whole * part / parts)));
        }
        return lengths;
    }
}
