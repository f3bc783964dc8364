package org.benchconnect.upgrade.upgrader;

import java.util.List;
import java.util.Optional;
import org.benchconnect.core.upgrade.Approval;
import org.benchconnect.core.upgrade.Hindrance;

/** What the course of an upgrade asks its neighbours, who may be swapped, hang, or be missing. */
interface Surroundings {
    /**
     * What is in the way of anything disruptive now, the window apart. Answers within 600 ms, whatever hangs.
     *
     * @param stated whether a person's statement counts now
     */
    List<Hindrance> hindrances(boolean stated);

    /** How the running generation is. Never waits. */
    HealthLook health();

    /** The same before a change: waits two seconds at the most. */
    HealthLook healthBefore();

    /** Whether the ledger has this approval and nobody took it back; empty if nobody can say so now. */
    Optional<Boolean> isAllowed(String plan, Approval approval);
}
