package org.benchconnect.upgrade;

import org.benchconnect.core.signal.FactName;
import org.benchconnect.core.signal.Facts;
import org.benchconnect.core.status.Status;

/** What this bundle reports about itself. */
enum UpgradeStatus {
    /** The generation that runs; the next start runs it again. */
    GENERATION,
    /** The generation that runs, while the next start will run another one. */
    GENERATION_WAITING,
    /** The generation that runs, without features that were installed with another base release: they are to be installed and allowed again. */
    GENERATION_OTHER_BASE;

    private enum Fact implements FactName {
        NUMBER,
        MODULES,
        RESTART_PENDING,
        LEFT
    }

    /** Says it in typed facts. */
    static Status of(int number, int modules, boolean restartPending, int left) {
        Facts facts = Facts.none()
                .with(Fact.NUMBER, number)
                .with(Fact.MODULES, modules)
                .with(Fact.RESTART_PENDING, restartPending);
        if (restartPending) {
            return new Status(GENERATION_WAITING, facts);
        }
        return left > 0
                ? new Status(GENERATION_OTHER_BASE, facts.with(Fact.LEFT, left))
                : new Status(GENERATION, facts);
    }
}
