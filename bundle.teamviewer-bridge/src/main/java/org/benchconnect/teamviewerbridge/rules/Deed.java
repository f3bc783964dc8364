package org.benchconnect.teamviewerbridge.rules;

import org.benchconnect.core.session.LeaseEnd;
import org.benchconnect.core.session.SessionEnd;

/** What is to be done, in this order, after the state has changed. None of them raises anything. */
public sealed interface Deed {
    /** Cuts everything of this session: first. */
    record Cut(Session session, SessionEnd why) implements Deed {}

    /** Ends a lease. */
    record EndLease(String lease, LeaseEnd why) implements Deed {}

    /** A request is refused: the engine and the ledger are told. */
    record Refuse(Session session, Ask ask, Why why) implements Deed {}

    /** Why a request was refused: a reason in the ledger. */
    enum Why {
        /** A person said no. */
        PERSON,
        /** Nobody answered. */
        TIME,
        /** Another one waits. */
        ONE_AT_A_TIME,
        /** It was refused twice. */
        REFUSED_TWICE,
        /** It is allowed already. */
        ALLOWED_ALREADY,
        /** It cannot be allowed here. */
        UNSUPPORTED
    }
}
