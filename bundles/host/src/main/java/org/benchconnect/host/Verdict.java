package org.benchconnect.host;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.benchconnect.core.signal.Condition;
import org.benchconnect.core.signal.Facts;
import org.benchconnect.core.signal.Severity;
import org.benchconnect.core.signal.Signal;

/**
 * What a check concluded. Whatever its codes could say and is neither a signal nor undecided is well.
 *
 * @param signals what is so
 * @param undecided what stays as it is: a value just beyond its limit neither raises nor clears, so that none flickers
 */
record Verdict(List<Signal> signals, Set<Condition> undecided) {
    /** Copies both. */
    Verdict {
        signals = List.copyOf(signals);
        undecided = Set.copyOf(undecided);
    }

    /** Collects a verdict. For one thread. */
    static final class Draft {
        private final List<Signal> signals = new ArrayList<>();
        private final Set<Condition> undecided = new HashSet<>();

        Draft found(HostCode code, Severity severity, Facts facts) {
            signals.add(new Signal(code, severity, facts));
            return this;
        }

        Draft undecided(HostCode code, Facts facts) {
            undecided.add(Condition.of(code, facts));
            return this;
        }

        Verdict done() {
            return new Verdict(signals, undecided);
        }
    }
}
