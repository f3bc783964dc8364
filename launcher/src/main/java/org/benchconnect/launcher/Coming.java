package org.benchconnect.launcher;

import java.util.Collection;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;

/**
 * Which features are on the way in, and how often each was taken back: so that an eviction never overlooks what was asked to start before it. Who brings a
 * feature in first begins, then looks whether it was taken back; who takes it back counts first, then looks whether it comes. Safe for any thread.
 */
final class Coming {
    private final Set<String> features = ConcurrentHashMap.newKeySet();
    private final Map<String, Long> withdrawals = new ConcurrentHashMap<>();

    /** How often this feature was taken back. */
    long withdrawals(String feature) {
        return withdrawals.getOrDefault(feature, 0L);
    }

    /** It is taken back. */
    void withdraw(String feature) {
        withdrawals.merge(feature, 1L, Long::sum);
    }

    /** From now on something of these may run. One change at a time. */
    void begin(Collection<String> names) {
        features.addAll(names);
    }

    /** Nothing is on the way any more; what came is admitted. */
    void end() {
        features.clear();
    }

    boolean has(String feature) {
        return features.contains(feature);
    }
}
