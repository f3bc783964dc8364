package org.benchconnect.upgrade.upgrader;

import java.util.Map;
import java.util.Set;

/**
 * What one look at the running generation showed.
 *
 * @param runtime whether the component runtime answered: WELL, if it did
 * @param failed components that threw when they were activated, as {@code symbolic name/component}
 * @param unsatisfied components that miss a service
 * @param checks each module's own check, by {@code symbolic name/component}
 * @param deadlocked how many threads wait for each other for ever
 * @param heap how much of the heap for what lives long was in use after its last collection, 0 to 1; 0 before the first
 * @param there what there is at all
 */
record HealthLook(
        Answer runtime,
        Set<String> failed,
        Set<String> unsatisfied,
        Map<String, Answer> checks,
        int deadlocked,
        double heap,
        There there) {
    /** With nothing known of what there is. */
    HealthLook(
            Answer runtime,
            Set<String> failed,
            Set<String> unsatisfied,
            Map<String, Answer> checks,
            int deadlocked,
            double heap) {
        this(runtime, failed, unsatisfied, checks, deadlocked, heap, There.UNKNOWN);
    }

    /** What a check said. */
    enum Answer {
        /** It works. */
        WELL,
        /** It does not, or threw. */
        UNWELL,
        /** It was asked less than five seconds ago. */
        ASKED,
        /** It was asked five seconds ago or longer. */
        SILENT
    }

    /** Copies the collections. */
    HealthLook {
        failed = Set.copyOf(failed);
        unsatisfied = Set.copyOf(unsatisfied);
        checks = Map.copyOf(checks);
    }
}
