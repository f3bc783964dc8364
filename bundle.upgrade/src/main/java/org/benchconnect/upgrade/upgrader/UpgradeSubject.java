package org.benchconnect.upgrade.upgrader;

import org.benchconnect.core.signal.FactName;
import org.benchconnect.core.signal.Facts;
import org.benchconnect.core.status.Status;
import org.benchconnect.core.upgrade.UpgradeState;

/** What the course of upgrades reports about itself. Pure. */
enum UpgradeSubject {
    /** Nothing is new. */
    UPGRADE_NOTHING_NEW,
    /** Nobody looked yet since the start. */
    UPGRADE_NOT_LOOKED,
    /** The last look failed. */
    UPGRADE_LOOK_FAILED,
    /** A source is asked. */
    UPGRADE_LOOKS,
    /** Something waits for an answer. */
    UPGRADE_OFFERED,
    /** Something is allowed and waits. */
    UPGRADE_WAITING,
    /** Modules change. */
    UPGRADE_SWITCHES,
    /** A new generation has to show that it is well. */
    UPGRADE_PROVES,
    /** The generation before comes back. */
    UPGRADE_GOES_BACK;

    /** With what facts. */
    enum Name implements FactName {
        /** The number of the running generation. */
        GENERATION,
        /** Why it waits, or why the last look failed. */
        REASON,
        /** Whether the text of the maintenance window can be read. */
        WINDOW_READABLE
    }

    static Status of(UpgradeState state, boolean windowReadable) {
        UpgradeSubject subject = subject(state);
        Facts facts = Facts.none().with(Name.GENERATION, state.generation()).with(Name.WINDOW_READABLE, windowReadable);
        if (subject == UPGRADE_LOOK_FAILED) {
            facts = facts.with(Name.REASON, LookFailure.of(state.failed().orElseThrow()));
        } else if (subject == UPGRADE_WAITING) {
            facts = facts.with(Name.REASON, WaitsFor.of(state.waitsFor()));
        }
        return new Status(subject, facts);
    }

    private static UpgradeSubject subject(UpgradeState state) {
        return switch (state.phase()) {
            case NOTHING_NEW ->
                state.failed().isPresent()
                        ? UPGRADE_LOOK_FAILED
                        : state.looked().isPresent() ? UPGRADE_NOTHING_NEW : UPGRADE_NOT_LOOKED;
            case LOOKS -> UPGRADE_LOOKS;
            case OFFERED -> UPGRADE_OFFERED;
            case WAITS -> UPGRADE_WAITING;
            case SWITCHES -> UPGRADE_SWITCHES;
            case PROVES -> UPGRADE_PROVES;
            case GOES_BACK -> UPGRADE_GOES_BACK;
        };
    }
}
