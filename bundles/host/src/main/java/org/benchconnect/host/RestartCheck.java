package org.benchconnect.host;

import java.time.Duration;
import java.time.Instant;
import org.benchconnect.core.signal.Facts;
import org.benchconnect.core.signal.Severity;

/** Whether an update waits for a restart, and how long. */
final class RestartCheck {
    private RestartCheck() {}

    /**
     * Judges a restart that waits.
     *
     * @param since when it was first seen to wait
     */
    static Verdict judge(Instant since, Instant now, HostLimits limits) {
        Duration waiting = Duration.between(since, now);
        boolean tooLong = waiting.compareTo(Duration.ofDays(limits.restartWarningDays())) > 0;
        return new Verdict.Draft()
                .found(
                        HostCode.PC_RESTART_WAITS,
                        tooLong ? Severity.WARNING : Severity.INFO,
                        Facts.none().with(HostFact.DAYS_SINCE, Math.max(0, waiting.toDays())))
                .done();
    }
}
