package org.benchconnect.upgrade;

import org.benchconnect.core.signal.FactName;
import org.benchconnect.core.signal.Facts;
import org.benchconnect.core.status.Status;

/** What this bundle reports about itself. */
enum UpgradeStatus {
    /** The generation that runs; the next start runs it again. */
    GENERATION,
    /** The generation that runs, while the next start will run another one. */
    GENERATION_WAITING;

    private enum Fact implements FactName {
        NUMBER,
        MODULES,
        RESTART_PENDING
    }

    /** Says it in typed facts. */
    static Status of(RunningGeneration running, boolean restartPending) {
        return new Status(
                restartPending ? GENERATION_WAITING : GENERATION,
                Facts.none()
                        .with(Fact.NUMBER, running.number())
                        .with(Fact.MODULES, running.modules())
                        .with(Fact.RESTART_PENDING, restartPending));
    }
}
