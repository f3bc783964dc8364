package org.benchconnect.tests.upgrade.bad;

import org.benchconnect.core.status.HealthCheck;

/** Cannot be made. */
public final class ThrowsInActivation implements HealthCheck {
    /** Fails. */
    public void activate() {
        throw new IllegalStateException("this component fails whenever it is made");
    }

    @Override
    public boolean isWell() {
        return true;
    }
}
