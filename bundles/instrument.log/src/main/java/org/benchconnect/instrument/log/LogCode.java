package org.benchconnect.instrument.log;

import org.benchconnect.core.signal.Kind;
import org.benchconnect.core.signal.SignalCode;

/** What a watch says of the log itself and of its own table; what the log tells has codes of the table. */
public enum LogCode implements SignalCode {
    /** The log's folder cannot be listed, or one of its files not read. Clears when they can. */
    LOG_UNREADABLE(Kind.CONFIGURATION),
    /** More files fit the pattern than are followed: the newest are. Clears when they are fewer. */
    LOG_TOO_MANY_FILES(Kind.CONFIGURATION),
    /** Rules of the table are none and are not used. Clears with a table without such. */
    LOG_RULES_INVALID(Kind.CONFIGURATION),
    /** A rule's pattern took too long and is switched off until the next start or change of the settings. */
    LOG_RULE_TOO_SLOW(Kind.CONFIGURATION);

    private final Kind kind;

    LogCode(Kind kind) {
        this.kind = kind;
    }

    @Override
    public Kind kind() {
        return kind;
    }
}
