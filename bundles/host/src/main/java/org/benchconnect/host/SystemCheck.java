package org.benchconnect.host;

import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.Optional;
import org.benchconnect.core.signal.Facts;
import org.benchconnect.core.signal.Severity;
import org.benchconnect.host.reading.SystemRelease;

/** Whether the operating system still gets security updates. */
final class SystemCheck {
    private SystemCheck() {}

    /** A release that the table does not know, without a contract of the laboratory's own, is not judged. */
    static Verdict judge(SystemRelease system, SupportTable table, LocalDate today, HostLimits limits) {
        Optional<LocalDate> end = limits.systemSupportedUntil() != null
                ? Optional.of(limits.systemSupportedUntil())
                : table.endOfSupport(system);
        Verdict.Draft draft = new Verdict.Draft();
        end.ifPresent(day -> judge(system, ChronoUnit.DAYS.between(today, day), limits, draft));
        return draft.done();
    }

    private static void judge(SystemRelease system, long daysLeft, HostLimits limits, Verdict.Draft draft) {
        Facts which = Facts.none().with(HostFact.SYSTEM, system.family()).with(HostFact.VERSION, system.version());
        if (daysLeft < 0) {
            draft.found(HostCode.PC_SYSTEM_UNSUPPORTED, Severity.WARNING, which);
        } else if (daysLeft < limits.systemWarningDays()) {
            draft.found(HostCode.PC_SYSTEM_SUPPORT_ENDS, Severity.INFO, which.with(HostFact.DAYS_LEFT, daysLeft));
        }
    }
}
