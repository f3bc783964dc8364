package org.benchconnect.tests.upgrade.bad;

import org.benchconnect.core.status.HealthCheck;

/** Ends the process while it is made. */
public final class CrashesAtOnce implements HealthCheck {
    private static final int AS_BY_SIGNAL_9 = 137;

    /** The process ends here. */
    public void activate() {
        Runtime.getRuntime().halt(AS_BY_SIGNAL_9);
    }

    @Override
    public boolean isWell() {
        return true;
    }
}
