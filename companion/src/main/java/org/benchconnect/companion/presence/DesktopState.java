package org.benchconnect.companion.presence;

/** How the desktop session is. The names are those of the agent's API. */
public enum DesktopState {
    /** It is the one that the screen here shows, unlocked. */
    AT_THE_SCREEN,
    /** It is locked. */
    LOCKED,
    /** Another user's session is at the screen, or this one is logging off. */
    AWAY,
    /** It is shown elsewhere. */
    REMOTE,
    /** The operating system does not say. */
    UNKNOWN
}
