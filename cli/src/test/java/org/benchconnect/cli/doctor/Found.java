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
        isFound(pc.examined(), expected);
    }

    /** The same where nobody answers; a machine that stood still for longer than the patience is asked once more, with the most. */
    static void isFoundInSilence(Pc pc, Cause expected) {
        Diagnosis soon = pc.examinedSoon();
        isFound(causeOf(soon).cause() == expected ? soon : pc.examined(), expected);
    }

    private static void isFound(Diagnosis diagnosis, Cause expected) {
        assertEquals(expected, causeOf(diagnosis).cause(), diagnosis::toString);
        assertEquals(
                1,
                diagnosis.findings().stream()
                        .filter(each -> each.state() == Finding.State.FAILED)
                        .count(),
                diagnosis::toString);
    }
}
