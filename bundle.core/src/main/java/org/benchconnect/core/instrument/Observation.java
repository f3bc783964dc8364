package org.benchconnect.core.instrument;

import java.util.List;
import java.util.Set;
import org.benchconnect.core.signal.Condition;
import org.benchconnect.core.signal.Signal;

/**
 * What an adapter concluded from one file.
 *
 * @param reading what was seen
 * @param signals what is not as it should be, each condition at most once
 * @param healthy conditions that were checked and found well: their notices clear. What could not be checked, because a
 *     shutter was closed for instance, is in neither
 * @param memory what the adapter wants to remember for the next file of this instrument
 */
public record Observation(Reading reading, List<Signal> signals, Set<Condition> healthy, Memory memory) {
    /** Copies the collections. */
    public Observation {
        signals = List.copyOf(signals);
        healthy = Set.copyOf(healthy);
    }

    /** Nothing but a reading; what is remembered stays. */
    public static Observation only(Reading reading, Memory memory) {
        return new Observation(reading, List.of(), Set.of(), memory);
    }
}
