package org.benchconnect.core.session;

/** How the desktop session is in which the companion runs. Only {@link #AT_THE_SCREEN} keeps leases alive. */
public enum DesktopSession {
    /** It is the one that the screen here shows, unlocked. */
    AT_THE_SCREEN,
    /** It is locked. */
    LOCKED,
    /** Another user's session is at the screen, or this one is logging off. */
    AWAY,
    /** It is shown elsewhere: a remote desktop session of the operating system. */
    REMOTE,
    /** The operating system does not say. */
    UNKNOWN
}
