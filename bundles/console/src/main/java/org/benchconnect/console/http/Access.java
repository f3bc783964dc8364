package org.benchconnect.console.http;

/** Who may call a route. */
public enum Access {
    /** Every program on this PC: what is served tells nothing about it. */
    ANYBODY,
    /** A page that this server has served, signed in or not. */
    OWN_PAGE,
    /** A page that is signed in, or a program that can read {@code run/api}. */
    SIGNED_IN,
    /** Only a program that can read {@code run/api}. */
    LOCAL_PROGRAM;

    /** Whether whoever may call knows a secret of this PC. */
    boolean needsSecret() {
        return this == SIGNED_IN || this == LOCAL_PROGRAM;
    }
}
