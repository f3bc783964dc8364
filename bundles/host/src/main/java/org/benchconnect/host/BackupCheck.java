package org.benchconnect.host;

import java.time.Duration;
import java.time.Instant;
import org.benchconnect.core.signal.Facts;
import org.benchconnect.core.signal.Severity;
import org.benchconnect.host.reading.BackupState;

/** Whether the newest backup is young enough. */
final class BackupCheck {
    private BackupCheck() {}

    static Verdict judge(BackupState backup, Instant now, HostLimits limits) {
        Verdict.Draft draft = new Verdict.Draft();
        if (!backup.readable()) {
            draft.found(HostCode.PC_BACKUP_UNREADABLE, Severity.WARNING, Facts.none());
            return draft.undecided(HostCode.PC_BACKUP_OLD, Facts.none()).done();
        } else if (backup.newest().isEmpty()) {
            return draft.found(HostCode.PC_BACKUP_OLD, Severity.FAULT, Facts.none())
                    .done();
        }
        Duration age = Duration.between(backup.newest().get(), now);
        if (age.compareTo(Duration.ofHours(limits.backupWarningHours())) > 0) {
            boolean fault = age.compareTo(Duration.ofHours(limits.backupFaultHours())) > 0;
            draft.found(
                    HostCode.PC_BACKUP_OLD,
                    fault ? Severity.FAULT : Severity.WARNING,
                    Facts.none().with(HostFact.AGE_HOURS, age.toHours()));
        }
        return draft.done();
    }
}
