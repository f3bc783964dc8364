package org.benchconnect.instrument.fcs.judgement;

import java.util.Optional;
import org.benchconnect.core.instrument.Reading;
import org.benchconnect.core.signal.Facts;
import org.benchconnect.core.signal.SerialNumber;
import org.benchconnect.core.signal.Severity;
import org.jspecify.annotations.Nullable;

/**
 * Whether a file is of the instrument that the settings name. Another one's lasers and detectors say nothing of this one's,
 * neither for ill nor for well. Where the settings name none, or the file none, it is taken for this one's.
 */
public final class Origin {
    private Origin() {}

    /** Whether it is another instrument's; either is said if the serial numbers can be compared. */
    public static boolean isForeign(
            Optional<SerialNumber> found, @Nullable SerialNumber expected, Judgement judgement) {
        if (expected == null || found.isEmpty()) {
            return false;
        }
        boolean foreign = !found.get().equals(expected);
        Facts facts = Facts.none().with(RunFact.EXPECTED_SERIAL, expected).with(RunFact.FOUND_SERIAL, found.get());
        judgement.say(RunCode.SERIAL_MISMATCH, foreign, Severity.WARNING, facts);
        return foreign;
    }

    /** The reading of another instrument's file: refused, but it still tells which instrument that is. */
    public static Reading refused(Reading reading) {
        return new Reading(
                Reading.Outcome.REFUSED,
                RunRefusal.NOT_THIS_SERIAL,
                reading.format(),
                reading.datasets(),
                reading.instrument());
    }
}
