package org.benchconnect.core.session;

/** Where a remote session stands. Only a person at this PC leads out of {@link #IDLE}; every error leads to {@link #CLOSED}. */
public enum SessionState {
    /** Remote support is not allowed here, or cannot be proven safe: {@link SessionView#hindrances()} says why. */
    DISABLED,
    /** No session; a person here may request help. */
    IDLE,
    /** A person here requested help; nobody has come yet. */
    INVITED,
    /** Somebody came through the invitation; nothing is known of them. */
    JOINED,
    /** The certificate counts; the password is still to come. */
    AUTHENTICATING,
    /** A known supporter with the right password. Nothing is allowed but what a lease allows. */
    AUTHENTICATED,
    /** Everything is cut; the desktop server and the connection are being ended. */
    ENDING,
    /** Over. The next request begins a new one. */
    CLOSED,
    /** Over, and this supporter must wait. A person here may request help again at once. */
    LOCKED_OUT
}
