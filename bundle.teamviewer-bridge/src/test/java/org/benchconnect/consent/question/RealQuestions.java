package org.benchconnect.consent.question;

import java.time.Clock;
import java.util.function.LongSupplier;

/** The real questions by the clocks of a test, which looks itself. */
public final class RealQuestions {
    private RealQuestions() {}

    /** Anew. */
    public static OpenQuestions by(Clock clock, LongSupplier nanos) {
        return new OpenQuestions(clock, nanos);
    }
}
