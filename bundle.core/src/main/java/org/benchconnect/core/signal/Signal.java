package org.benchconnect.core.signal;

/**
 * One thing an adapter concluded from a reading.
 *
 * @param code what it says, a constant of the adapter's own enum
 * @param severity how urgent it is
 * @param facts its numbers, booleans, tokens, versions
 */
public record Signal(SignalCode code, Severity severity, Facts facts) {
    /** Refuses a code that is neither an enum constant nor {@linkplain ConfiguredCode configured}, and a signal without its subject. */
    public Signal {
        Condition.of(code, facts);
    }

    /** What this signal says is so. */
    public Condition condition() {
        return Condition.of(code, facts);
    }
}
