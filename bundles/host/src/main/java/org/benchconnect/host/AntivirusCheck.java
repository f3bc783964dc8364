package org.benchconnect.host;

import java.time.Duration;
import java.time.Instant;
import org.benchconnect.core.signal.Facts;
import org.benchconnect.core.signal.Severity;
import org.benchconnect.host.reading.AntivirusState;

/** Whether the antivirus program guards this PC and knows the newest threats. */
final class AntivirusCheck {
    private AntivirusCheck() {}

    static Verdict judge(AntivirusState antivirus, Instant now, HostLimits limits) {
        Verdict.Draft draft = new Verdict.Draft();
        if (antivirus.on().isPresent() && !antivirus.on().get()) {
            draft.found(HostCode.PC_ANTIVIRUS_OFF, Severity.WARNING, Facts.none());
        }
        antivirus.updated().map(updated -> Duration.between(updated, now)).ifPresent(age -> {
            if (age.compareTo(Duration.ofDays(limits.antivirusWarningDays())) > 0) {
                draft.found(
                        HostCode.PC_ANTIVIRUS_OLD,
                        Severity.WARNING,
                        Facts.none().with(HostFact.AGE_DAYS, age.toDays()));
            }
        });
        return draft.done();
    }
}
