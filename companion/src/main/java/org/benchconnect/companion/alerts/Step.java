package org.benchconnect.companion.alerts;

import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * What one event changes on the desktop.
 *
 * @param show notices that deserve an alert of their own; it replaces an earlier one of the same notice
 * @param summary one alert for many, which replaces an earlier summary; null: none
 * @param takeAway notices whose alert goes: acknowledged or cleared, here or elsewhere, or now told by the summary
 * @param summaryOver whether an earlier summary goes, since nothing of it is open any more
 * @param sound whether a fault is new
 */
public record Step(
        List<OpenNotice> show, @Nullable Summary summary, Set<Long> takeAway, boolean summaryOver, boolean sound) {
    /** Nothing changes. */
    static final Step NONE = new Step(List.of(), null, Set.of(), false, false);

    /** Copies. */
    public Step {
        show = List.copyOf(show);
        takeAway = Set.copyOf(takeAway);
    }

    /**
     * Many at once.
     *
     * @param faults how many of them are faults
     * @param warnings how many are warnings
     * @param first the titles of the first few, the most severe first
     */
    public record Summary(int faults, int warnings, List<String> first) {
        /** Copies. */
        public Summary {
            first = List.copyOf(first);
        }

        /** The worst of them. */
        public Severity severity() {
            return faults > 0 ? Severity.FAULT : Severity.WARNING;
        }
    }
}
