package org.benchconnect.upgrade;

import org.benchconnect.core.signal.FactName;
import org.benchconnect.core.signal.Facts;
import org.benchconnect.core.status.Status;

/** What this bundle reports about itself. */
enum UpgradeStatus {
    /** The generation that runs. */
    GENERATION;

    private enum Fact implements FactName {
        NUMBER,
        MODULES,
        RESTART_PENDING
    }

    /** Says it in typed facts. */
    static Status of(RunningGeneration running, boolean restartPending) {
        return new Status(
                GENERATION,
                Facts.none()
                        .with(Fact.NUMBER, running.number())
                        .with(Fact.MODULES, running.modules())
                        .with(Fact.RESTART_PENDING, restartPending));
    }
}
