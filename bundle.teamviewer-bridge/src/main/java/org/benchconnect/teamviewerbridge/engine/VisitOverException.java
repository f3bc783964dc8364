package org.benchconnect.teamviewerbridge.engine;

/** The visit is over: the engine cuts what is left. */
public final class VisitOverException extends Exception {
    private static final long serialVersionUID = 1;

    /** Without a reason: the rules know it. */
    public VisitOverException() {
        super("the visit is over");
    }
}
