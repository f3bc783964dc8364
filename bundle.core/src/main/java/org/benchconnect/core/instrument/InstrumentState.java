package org.benchconnect.core.instrument;

import java.time.Instant;
import java.util.Set;
import org.benchconnect.core.signal.SerialNumber;
import org.jspecify.annotations.Nullable;

/**
 * What is known of one watched instrument now.
 *
 * @param adapter the {@linkplain InstrumentAdapter#ID id} of its adapter
 * @param model the model's label, or null before the first readable file
 * @param serial its serial number, or null
 * @param activity what it does, as far as its output tells
 * @param evidence by what the activity is known; empty if by nothing
 * @param watching whether what tells of it can be read: its folder, its log
 * @param lastFile when its newest file was read, or null
 */
public record InstrumentState(
        String adapter,
        @Nullable String model,
        @Nullable SerialNumber serial,
        Activity activity,
        Set<Evidence> evidence,
        boolean watching,
        @Nullable Instant lastFile) {
    /** Copies the set. */
    public InstrumentState {
        evidence = Set.copyOf(evidence);
    }
}
