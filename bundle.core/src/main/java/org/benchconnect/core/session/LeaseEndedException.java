package org.benchconnect.core.session;

/** There is no permission any more. */
public final class LeaseEndedException extends Exception {
    private static final long serialVersionUID = 1;

    /** What is missing. */
    public LeaseEndedException(String message) {
        super(message);
    }
}
