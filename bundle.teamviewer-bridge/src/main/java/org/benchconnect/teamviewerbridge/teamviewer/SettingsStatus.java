package org.benchconnect.teamviewerbridge.teamviewer;

import org.benchconnect.core.signal.FactName;
import org.benchconnect.core.signal.Facts;
import org.benchconnect.core.status.Status;

/** What is found of each rule, for {@code status}. */
enum SettingsStatus {
    /** Everything is proven. */
    TEAMVIEWER_PROVEN,
    /** Something is not. */
    TEAMVIEWER_NOT_PROVEN;

    private enum Fact implements FactName {
        SERVICE,
        CONNECTED,
        LOG_READABLE,
        LOG_FITS
    }

    /** Says it in typed facts: each rule by its name. */
    static Status of(Readiness readiness, Look look, LogTimes fitting) {
        Facts facts = Facts.none();
        for (ProofRule rule : ProofRule.values()) {
            facts = facts.with(rule, readiness.findings().getOrDefault(rule, Finding.NOT_STATED));
        }
        facts = facts.with(Fact.SERVICE, look.service())
                .with(Fact.CONNECTED, look.presence())
                .with(Fact.LOG_READABLE, readiness.log())
                .with(Fact.LOG_FITS, fitting);
        return new Status(readiness.hindrances().isEmpty() ? TEAMVIEWER_PROVEN : TEAMVIEWER_NOT_PROVEN, facts);
    }
}
