package org.benchconnect.instrument.log;

import org.benchconnect.core.signal.FactName;

/** The names of the facts: counters of a link, within ten minutes where nothing else is said. */
enum AstmFact implements FactName {
    /** Frames that the other side refused (NAK). */
    REFUSED_FRAMES,
    /** Frames whose checksum is not theirs. */
    DAMAGED_FRAMES,
    /** Frames sent again. */
    REPEATED_FRAMES,
    /** Calls (ENQ) in a row that nobody answered. */
    UNANSWERED_CALLS
}
