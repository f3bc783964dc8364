package org.benchconnect.instrument.log;

import org.benchconnect.core.signal.Kind;
import org.benchconnect.core.signal.SignalCode;

/** What the archive of a link to the laboratory information system says. */
public enum AstmCode implements SignalCode {
    /** Frames were refused, damaged or sent again, many within ten minutes. Clears when ten minutes pass without. */
    LIS_TROUBLE(Kind.PERFORMANCE),
    /** Nobody answered, three times in a row. Clears at the next answer. */
    LIS_NO_ANSWER(Kind.INSTRUMENT);

    private final Kind kind;

    AstmCode(Kind kind) {
        this.kind = kind;
    }

    @Override
    public Kind kind() {
        return kind;
    }
}
