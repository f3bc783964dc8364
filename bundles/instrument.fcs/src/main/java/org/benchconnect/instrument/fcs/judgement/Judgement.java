package org.benchconnect.instrument.fcs.judgement;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.benchconnect.core.instrument.Memory;
import org.benchconnect.core.instrument.Observation;
import org.benchconnect.core.instrument.Reading;
import org.benchconnect.core.signal.Condition;
import org.benchconnect.core.signal.FactName;
import org.benchconnect.core.signal.Facts;
import org.benchconnect.core.signal.Severity;
import org.benchconnect.core.signal.Signal;
import org.benchconnect.core.signal.SignalCode;

/** What has been concluded of one file so far. Mutable; lives within one call of an adapter, on its thread. */
public final class Judgement {
    /** A row of counts goes no further: nothing is told apart beyond. */
    private static final double LARGEST_COUNT = 1_000_000;

    private final List<Signal> signals = new ArrayList<>();
    private final Set<Condition> healthy = new HashSet<>();
    private Memory memory;

    /** Nothing concluded yet, with what is remembered of the files before. */
    public Judgement(Memory memory) {
        this.memory = memory;
    }

    /** Something is not as it should be. */
    public void found(SignalCode code, Severity severity, Facts facts) {
        signals.add(new Signal(code, severity, facts));
    }

    /** Something was checked and is well; {@code facts} hold its subject. */
    public void well(SignalCode code, Facts facts) {
        healthy.add(Condition.of(code, facts));
    }

    /** One or the other. */
    public void say(SignalCode code, boolean wrong, Severity severity, Facts facts) {
        if (wrong) {
            found(code, severity, facts);
        } else {
            well(code, facts);
        }
    }

    /** What is remembered under a name; empty if nothing. */
    public <N extends Enum<N> & FactName> List<Double> row(N name) {
        return memory.row(name);
    }

    /** Remembers other numbers under a name. */
    public <N extends Enum<N> & FactName> void remember(N name, List<Double> numbers) {
        memory = memory.with(name, numbers);
    }

    /** A row that is one count: 0 as long as nothing is remembered. */
    public <N extends Enum<N> & FactName> double count(N name) {
        return row(name).isEmpty() ? 0 : row(name).get(0);
    }

    /** Remembers a count. */
    public <N extends Enum<N> & FactName> void count(N name, double count) {
        remember(name, List.of(count));
    }

    /** How often in a row something was so, this time included; remembered. */
    public <N extends Enum<N> & FactName> double inARow(N name, boolean so) {
        double count = so ? Math.min(count(name) + 1, LARGEST_COUNT) : 0;
        count(name, count);
        return count;
    }

    /** The last numbers of a row and this one, at most {@code window} of them; remembered. */
    public <N extends Enum<N> & FactName> List<Double> lately(N name, double number, int window) {
        List<Double> longer = new ArrayList<>(row(name));
        longer.add(number);
        List<Double> last = List.copyOf(longer.subList(Math.max(0, longer.size() - window), longer.size()));
        remember(name, last);
        return last;
    }

    /** All of it. */
    public Observation on(Reading reading) {
        return new Observation(reading, signals, healthy, memory);
    }
}
