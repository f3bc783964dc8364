package org.benchconnect.cli.doctor;

import static org.junit.jupiter.api.Assertions.assertEquals;

/** What the doctor has found. */
final class Found {
    private Found() {}

    static Finding causeOf(Diagnosis diagnosis) {
        return diagnosis.cause().orElseThrow(() -> new AssertionError(diagnosis.toString()));
    }

    /** This cause is named, and nothing else has failed. */
    static void isFound(Pc pc, Cause expected) {
        Diagnosis diagnosis = pc.examined();

        assertEquals(expected, causeOf(diagnosis).cause(), diagnosis::toString);
        assertEquals(
                1,
                diagnosis.findings().stream()
                        .filter(each -> each.state() == Finding.State.FAILED)
                        .count(),
                diagnosis::toString);
    }
}
