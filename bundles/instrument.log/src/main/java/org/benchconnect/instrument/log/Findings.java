package org.benchconnect.instrument.log;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.benchconnect.core.signal.Condition;
import org.benchconnect.core.signal.Facts;
import org.benchconnect.core.signal.Severity;
import org.benchconnect.core.signal.Signal;
import org.benchconnect.core.signal.SignalCode;

/** What one look at a log found. Mutable; lives until it is stored. */
final class Findings {
    private final List<Signal> signals = new ArrayList<>();
    private final Set<Condition> healthy = new HashSet<>();

    /** This is so. */
    void found(SignalCode code, Severity severity, Facts facts) {
        signals.add(new Signal(code, severity, facts));
    }

    /** This is not so, or no more. */
    void well(SignalCode code) {
        healthy.add(Condition.of(code, Facts.none()));
    }

    /** A condition that nobody can find any more. */
    void well(Condition condition) {
        healthy.add(condition);
    }

    List<Signal> signals() {
        return signals;
    }

    Set<Condition> healthy() {
        return healthy;
    }

    boolean isEmpty() {
        return signals.isEmpty() && healthy.isEmpty();
    }
}
