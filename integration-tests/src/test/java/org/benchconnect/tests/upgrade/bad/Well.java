package org.benchconnect.tests.upgrade.bad;

import org.benchconnect.core.status.HealthCheck;

/** Does nothing wrong. */
public final class Well implements HealthCheck {
    /** Nothing to do. */
    public void activate() {
        // it is well at once
    }

    @Override
    public boolean isWell() {
        return true;
    }
}
