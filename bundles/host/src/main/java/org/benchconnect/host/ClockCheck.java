package org.benchconnect.host;

import org.benchconnect.core.signal.Facts;
import org.benchconnect.core.signal.Severity;
import org.benchconnect.host.reading.ClockState;

/** Whether the clock is right: results carry its time, and a wrong one breaks every certificate. */
final class ClockCheck {
    private ClockCheck() {}

    static Verdict judge(ClockState clock, HostLimits limits) {
        Verdict.Draft draft = new Verdict.Draft();
        if (!clock.synchronised()) {
            draft.found(HostCode.PC_CLOCK_NOT_SYNCHRONISED, Severity.INFO, Facts.none());
        }
        clock.offsetSeconds().ifPresentOrElse(offset -> off(Math.abs(offset), limits, draft), () -> {
            // nobody knows how far: what was known stays
            draft.undecided(HostCode.PC_CLOCK_OFF, Facts.none());
        });
        return draft.done();
    }

    private static void off(double seconds, HostLimits limits, Verdict.Draft draft) {
        if (seconds > limits.clockWarningSeconds()) {
            draft.found(
                    HostCode.PC_CLOCK_OFF,
                    seconds > limits.clockFaultSeconds() ? Severity.FAULT : Severity.WARNING,
                    Facts.none().with(HostFact.OFFSET_SECONDS, Math.rint(seconds)));
        }
    }
}
