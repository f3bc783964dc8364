package org.benchconnect.instrument.log;

import org.benchconnect.core.signal.FactName;

/** The names of the facts. */
public enum LogFact implements FactName {
    /** How often the rule matched: within {@link #WITHIN_MINUTES} if it counts, else since it was last told. */
    MATCHES,
    /** The time within which a rule counts. */
    WITHIN_MINUTES,
    /** A rule's place in the table, from 1. */
    RULE,
    /** How many rules. */
    RULES,
    /** How many files. */
    FILES,
    /** The most of them. */
    LIMIT_FILES
}
