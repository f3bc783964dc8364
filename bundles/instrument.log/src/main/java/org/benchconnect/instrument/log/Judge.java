package org.benchconnect.instrument.log;

import java.time.Instant;
import org.benchconnect.core.instrument.Activity;
import org.benchconnect.core.instrument.Memory;

/**
 * What lines mean. Between {@link #load} and {@link #keep} a judge's state is that of its memory and of the lines taken since. Used by one thread.
 */
interface Judge extends LineCutter.Lines {
    /** Goes on from what is remembered; what was learned since is forgotten. */
    void load(Memory memory);

    /** Lines come that were found now. */
    void begin(Instant now);

    /** No more lines come for now: what they said. */
    void end(Findings findings);

    /** What must be remembered. */
    Memory keep(Memory memory);

    /** What the instrument said last that it does; UNKNOWN if it said nothing. */
    Activity said();
}
