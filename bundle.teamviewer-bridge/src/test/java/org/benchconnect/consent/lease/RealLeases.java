package org.benchconnect.consent.lease;

import java.time.Clock;
import java.util.function.LongSupplier;
import org.benchconnect.core.consent.Questions;
import org.benchconnect.core.ledger.Ledger;

/** The real leases by the clocks of a test, every right given. */
public final class RealLeases {
    private RealLeases() {}

    /** Anew. */
    public static HeldLeases by(Clock clock, LongSupplier nanos, Ledger ledger, Questions questions) {
        HeldLeases leases = new HeldLeases(clock, nanos, ledger, questions);
        leases.rightsAre((feature, privilege) -> true);
        return leases;
    }
}
