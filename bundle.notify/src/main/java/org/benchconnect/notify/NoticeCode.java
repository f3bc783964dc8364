package org.benchconnect.notify;

import java.util.Set;
import org.benchconnect.core.signal.FactName;
import org.benchconnect.core.signal.Kind;
import org.benchconnect.core.signal.SignalCode;

/** What the notification client itself says. */
enum NoticeCode implements SignalCode {
    /** Many notices of one code of one source: those beyond the first are counted here, in a notice of their kind. */
    NOTICE_STORM(Kind.INSTRUMENT, Set.of(Fact.OF)),
    /** The outbox was full, and messages were given up. */
    OUTBOX_FULL(Kind.SOFTWARE, Set.of()),
    /** A setting of this bundle has not its form, and as shipped stands for it. */
    NOTIFICATION_SETTINGS_INVALID(Kind.CONFIGURATION, Set.of(Fact.SETTING));

    private final Kind kind;
    private final Set<FactName> subject;

    NoticeCode(Kind kind, Set<FactName> subject) {
        this.kind = kind;
        this.subject = subject;
    }

    @Override
    public Kind kind() {
        return kind;
    }

    @Override
    public Set<FactName> subject() {
        return subject;
    }

    /** The facts it says it with. */
    enum Fact implements FactName {
        /** The code whose notices are a storm. */
        OF,
        /** How often one was counted instead of opened. */
        COUNTED,
        /** How many messages were given up since this database was made. */
        GIVEN_UP,
        /** How many wait. */
        WAITING,
        /** Which {@link Setting}. */
        SETTING
    }

    /** A setting that has a form. */
    enum Setting {
        /** {@code quiet-hours}. */
        QUIET_HOURS,
        /** {@code shift-starts}. */
        SHIFT_STARTS
    }
}
