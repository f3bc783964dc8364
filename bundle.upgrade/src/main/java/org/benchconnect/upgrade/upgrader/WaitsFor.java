package org.benchconnect.upgrade.upgrader;

import java.util.List;
import org.benchconnect.core.upgrade.Hindrance;

/** What an upgrade waits for, as people read it: each has a text {@code token.<NAME>}. */
enum WaitsFor {
    /** Nothing: it begins now. */
    WAITS_FOR_NOTHING,
    /** An instrument acquires. */
    WAITS_FOR_ACQUIRING,
    /** Nobody knows what an instrument does. */
    WAITS_FOR_UNKNOWN,
    /** Instruments are not watched now. */
    WAITS_FOR_NO_ANSWER,
    /** No instrument is watched. */
    WAITS_FOR_NOT_WATCHED,
    /** The maintenance window. */
    WAITS_FOR_WINDOW,
    /** A freeze. */
    WAITS_FOR_FROZEN,
    /** A remote session. */
    WAITS_FOR_SESSION;

    /** The first of several: a freeze, then a session, then instruments, then the window. */
    static WaitsFor of(List<Hindrance> hindrances) {
        return hindrances.isEmpty()
                ? WAITS_FOR_NOTHING
                : valueOf("WAITS_FOR_" + hindrances.get(0).reason().name());
    }
}
