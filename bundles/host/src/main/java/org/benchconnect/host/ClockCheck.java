package org.benchconnect.host;

import java.util.Optional;
import java.util.OptionalDouble;
import org.benchconnect.core.link.ServiceDate;
import org.benchconnect.core.signal.Facts;
import org.benchconnect.core.signal.Severity;
import org.benchconnect.host.reading.ClockState;

/** Whether the clock is right: results carry its time, and a wrong one breaks every certificate. */
final class ClockCheck {
    private static final double MILLIS = 1000;

    private ClockCheck() {}

    /**
     * Judges by the operating system's own time service; where it does not tell how far the clock is off, by the service side's date.
     *
     * @param clock empty if the operating system does not tell at all
     * @param service the date of the service side's last answer, if any
     */
    static Verdict judge(Optional<ClockState> clock, Optional<ServiceDate.Seen> service, HostLimits limits) {
        Verdict.Draft draft = new Verdict.Draft();
        if (clock.isPresent() && !clock.get().synchronised()) {
            draft.found(HostCode.PC_CLOCK_NOT_SYNCHRONISED, Severity.INFO, Facts.none());
        }
        OptionalDouble told = clock.map(ClockState::offsetSeconds).orElse(OptionalDouble.empty());
        boolean served = clock.isPresent() && clock.get().synchronised();
        if (told.isPresent()) {
            off(Math.abs(told.getAsDouble()), Math.abs(told.getAsDouble()), limits, draft);
        } else if (service.isPresent()) {
            byService(service.get(), served, limits, draft);
        } else if (clock.isPresent()) {
            // nobody knows how far: what was known stays
            draft.undecided(HostCode.PC_CLOCK_OFF, Facts.none());
        }
        return draft.done();
    }

    /** A clock that follows a time server is not contradicted: the service side's may be the wrong one. */
    private static void byService(ServiceDate.Seen seen, boolean served, HostLimits limits, Verdict.Draft draft) {
        double most = seen.atMost().toMillis() / MILLIS;
        double least = seen.atLeast().toMillis() / MILLIS;
        if (most > limits.clockWarningSeconds() && (served || least <= limits.clockWarningSeconds())) {
            draft.undecided(HostCode.PC_CLOCK_OFF, Facts.none());
        } else {
            off(least, Math.abs(seen.offset().toMillis() / MILLIS), limits, draft);
        }
    }

    private static void off(double least, double seconds, HostLimits limits, Verdict.Draft draft) {
        if (least > limits.clockWarningSeconds()) {
            draft.found(
                    HostCode.PC_CLOCK_OFF,
                    least > limits.clockFaultSeconds() ? Severity.FAULT : Severity.WARNING,
                    Facts.none().with(HostFact.OFFSET_SECONDS, Math.rint(seconds)));
        }
    }
}
