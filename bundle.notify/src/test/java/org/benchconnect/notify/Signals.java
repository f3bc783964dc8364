package org.benchconnect.notify;

import java.util.List;
import java.util.Set;
import org.benchconnect.core.instrument.Memory;
import org.benchconnect.core.instrument.Observation;
import org.benchconnect.core.instrument.Reading;
import org.benchconnect.core.signal.Condition;
import org.benchconnect.core.signal.FactName;
import org.benchconnect.core.signal.Facts;
import org.benchconnect.core.signal.Kind;
import org.benchconnect.core.signal.Severity;
import org.benchconnect.core.signal.Signal;
import org.benchconnect.core.signal.SignalCode;

/** What an adapter for tests says. */
final class Signals {
    private Signals() {}

    enum Code implements SignalCode {
        LASER_POWER(Set.of(Name.LASER)),
        PROGRAM_STOPPED(Set.of(Name.LASER)),
        STOP_RATE(Set.of()),
        BUILD_CHANGED(Set.of());

        private final Set<FactName> subject;

        Code(Set<FactName> subject) {
            this.subject = subject;
        }

        @Override
        public Kind kind() {
            return this == PROGRAM_STOPPED ? Kind.SOFTWARE : Kind.INSTRUMENT;
        }

        @Override
        public Set<FactName> subject() {
            return subject;
        }
    }

    enum Name implements FactName {
        LASER,
        MEASURED_MILLIWATT
    }

    static Signal laser(int laser, Severity severity) {
        return laser(laser, severity, 12.5);
    }

    static Signal laser(int laser, Severity severity, double milliwatt) {
        Facts facts = Facts.none().with(Name.LASER, laser).with(Name.MEASURED_MILLIWATT, milliwatt);
        return new Signal(Code.LASER_POWER, severity, facts);
    }

    static Condition condition(int laser) {
        return Condition.of(Code.LASER_POWER, Facts.none().with(Name.LASER, laser));
    }

    static Signal simple(Code code, Severity severity) {
        return new Signal(code, severity, Facts.none());
    }

    static Condition condition(Code code) {
        return Condition.of(code, Facts.none());
    }

    static Observation observed(List<Signal> signals, Set<Condition> healthy, Memory memory) {
        return new Observation(new Reading(Reading.Outcome.READ, null, "FCS3.0", 1, null), signals, healthy, memory);
    }
}
