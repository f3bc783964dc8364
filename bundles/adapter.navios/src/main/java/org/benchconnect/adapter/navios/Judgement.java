package org.benchconnect.adapter.navios;

import java.util.ArrayList;
import java.util.Collections;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.benchconnect.core.instrument.Memory;
import org.benchconnect.core.instrument.Observation;
import org.benchconnect.core.instrument.Reading;
import org.benchconnect.core.signal.Condition;
import org.benchconnect.core.signal.Facts;
import org.benchconnect.core.signal.Severity;
import org.benchconnect.core.signal.Signal;

/** What has been concluded of a file so far. Mutable; lives within one call of {@link NaviosAdapter#conclude}. */
final class Judgement {
    /** A row of counts goes no further: nothing is told apart beyond. */
    private static final double LARGEST_COUNT = 1_000_000;

    private final List<Signal> signals = new ArrayList<>();
    private final Set<Condition> healthy = new HashSet<>();
    private Memory memory;

    Judgement(Memory memory) {
        this.memory = memory;
    }

    /** Something is not as it should be. */
    void found(NaviosCode code, Severity severity, Facts facts) {
        signals.add(new Signal(code, severity, facts));
    }

    /** Something was checked and is well; {@code facts} hold its subject. */
    void well(NaviosCode code, Facts facts) {
        healthy.add(Condition.of(code, facts));
    }

    /** One or the other. */
    void say(NaviosCode code, boolean wrong, Severity severity, Facts facts) {
        if (wrong) {
            found(code, severity, facts);
        } else {
            well(code, facts);
        }
    }

    List<Double> row(NaviosRow name) {
        return memory.row(name);
    }

    void remember(NaviosRow name, List<Double> numbers) {
        memory = memory.with(name, numbers);
    }

    /** A row that is one count: 0 as long as nothing is remembered. */
    double count(NaviosRow name) {
        return row(name).isEmpty() ? 0 : row(name).get(0);
    }

    void count(NaviosRow name, double count) {
        remember(name, List.of(count));
    }

    /** How often in a row something was so, this time included; remembered. */
    double inARow(NaviosRow name, boolean so) {
        double count = so ? Math.min(count(name) + 1, LARGEST_COUNT) : 0;
        count(name, count);
        return count;
    }

    /** A laser's count in a row that has one for each laser. */
    double count(NaviosRow name, NaviosAdapter.Laser laser) {
        return counts(name).get(laser.ordinal());
    }

    void count(NaviosRow name, NaviosAdapter.Laser laser, double count) {
        List<Double> changed = new ArrayList<>(counts(name));
        changed.set(laser.ordinal(), count);
        remember(name, changed);
    }

    private List<Double> counts(NaviosRow name) {
        int lasers = NaviosAdapter.Laser.values().length;
        return row(name).size() == lasers ? row(name) : Collections.nCopies(lasers, 0.0);
    }

    /** All of it. */
    Observation on(Reading reading) {
        return new Observation(reading, signals, healthy, memory);
    }
}
