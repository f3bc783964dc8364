package org.benchconnect.consent.lease;

import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.function.LongSupplier;
import org.benchconnect.core.consent.Questions;
import org.benchconnect.core.ledger.Ledger;

/** The real leases by clocks of the test. */
public final class LeasesOfTests {
    private LeasesOfTests() {}

    /** With these neighbours. */
    public static HeldLeases of(LongSupplier nanos, Ledger ledger, Questions questions) {
        return new HeldLeases(
                Clock.fixed(Instant.parse("2026-03-01T08:00:00Z"), ZoneOffset.UTC), nanos, ledger, questions);
    }
}
