package org.benchconnect.core.instrument;

import org.benchconnect.core.signal.SerialNumber;
import org.jspecify.annotations.Nullable;

/**
 * What this PC controls.
 *
 * @param model which model
 * @param serial its serial number, or null if it did not tell a valid one
 */
public record Instrument(Model model, @Nullable SerialNumber serial) {
    /** Refuses a model that is no enum constant. */
    public Instrument {
        if (!(model instanceof Enum<?>)) {
            throw new IllegalArgumentException("a model is a constant of an enum");
        }
    }
}
