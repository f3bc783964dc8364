package org.benchconnect.host;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.benchconnect.core.signal.Facts;
import org.benchconnect.core.signal.Severity;
import org.benchconnect.host.reading.CertificateFile;
import org.benchconnect.host.reading.CertificateFile.Role;

/**
 * Whether a certificate has expired or soon will. One of an authority is never a fault: a list of authorities may hold one that
 * nobody needs any more.
 */
final class CertificateCheck {
    private CertificateCheck() {}

    static Verdict judge(List<CertificateFile> files, Instant now, HostLimits limits) {
        Verdict.Draft draft = new Verdict.Draft();
        for (CertificateFile file : files) {
            Facts which =
                    Facts.none().with(HostFact.ROLE, file.role()).with(HostFact.CERTIFICATE_NUMBER, file.number());
            file.expiry()
                    .ifPresentOrElse(
                            expiry -> judge(file.role(), which, Duration.between(now, expiry), limits, draft),
                            () -> draft.found(HostCode.PC_CERTIFICATE_UNREADABLE, Severity.WARNING, which));
        }
        return draft.done();
    }

    private static void judge(Role role, Facts which, Duration left, HostLimits limits, Verdict.Draft draft) {
        if (left.compareTo(Duration.ofDays(limits.certificateWarningDays())) < 0) {
            boolean fault = left.isNegative() && role != Role.AUTHORITY_CERTIFICATE;
            draft.found(
                    HostCode.PC_CERTIFICATE_EXPIRES,
                    fault ? Severity.FAULT : Severity.WARNING,
                    which.with(HostFact.DAYS_LEFT, Math.max(0, left.toDays())));
        }
    }
}
