package org.benchconnect.instrument.log;

import org.benchconnect.core.signal.FactName;

/** The rows of what is remembered, so that after a restart nothing is read twice or missed. */
enum LogRow implements FactName {
    /** How many times something was stored: tells two changes apart. */
    SEQUENCE,
    /** The {@linkplain Footing footings}, each {@link Footing#NUMBERS} numbers. */
    FOOTINGS,
    /** The rules' {@linkplain Tally tallies}, each {@link Tally#NUMBERS} numbers. */
    TALLIES,
    /** What the instrument last said it does, see {@link TableJudge}: 0 nothing, 1 busy, 2 idle. */
    ACTIVITY,
    /** Where the conversation on a link stands, see {@link AstmJudge}. */
    CONVERSATION
}
