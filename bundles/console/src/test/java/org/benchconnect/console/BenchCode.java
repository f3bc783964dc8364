package org.benchconnect.console;

import java.util.Set;
import org.benchconnect.core.signal.FactName;
import org.benchconnect.core.signal.Kind;
import org.benchconnect.core.signal.SignalCode;

/** What the fake agent's notices say; the texts are in {@code bench-texts_*.properties}. */
enum BenchCode implements SignalCode {
    LASER_BELOW_TARGET(Kind.INSTRUMENT),
    RUN_TRUNCATED(Kind.INSTRUMENT),
    DETECTOR_DRIFT(Kind.PERFORMANCE),
    BUILD_CHANGED(Kind.SOFTWARE);

    private final Kind kind;

    BenchCode(Kind kind) {
        this.kind = kind;
    }

    @Override
    public Kind kind() {
        return kind;
    }

    @Override
    public Set<FactName> subject() {
        return Set.of(BenchFact.LASER);
    }

    /** The facts of the fake agent's notices. */
    enum BenchFact implements FactName {
        LASER,
        MEASURED_MILLIWATT,
        TARGET_MILLIWATT,
        WINDOW_SECONDS,
        WITHIN_MINUTES
    }

    /** Which laser. */
    enum Laser {
        BLUE,
        RED,
        VIOLET
    }
}
