package org.benchconnect.core.session;

/** Why a session ended. The wording is the console's: {@code session.end.<NAME>}. */
public enum SessionEnd {
    /** The person here stopped it. */
    STOPPED,
    /** The supporter left. */
    SUPPORTER_LEFT,
    /** Nobody came in time. */
    NOBODY_CAME,
    /** Nothing was done for 10 minutes. */
    IDLE,
    /** Four hours were over. */
    TIME,
    /** Who came is not admitted: certificate, list, training or region. Nobody is told why but the ledger here. */
    NOT_ADMITTED,
    /** The password was wrong too often. */
    PASSWORD,
    /** The supporter must wait after wrong passwords. */
    LOCKED_OUT,
    /** The two authentication strings were not the same. */
    NOT_THE_SAME,
    /** The consent was withdrawn. */
    WITHDRAWN,
    /** Something came that does not belong there. */
    PROTOCOL,
    /** The connection broke. */
    CONNECTION,
    /** The desktop server failed, or, with a program that asks for itself, nobody was at the screen. */
    DESKTOP,
    /** The agent or one of its modules ended. */
    AGENT_ENDED,
    /** Something failed: the engine, the ledger, or what the agent does for it. */
    FAILED,
    /** The practice is over. */
    PRACTICE
}
