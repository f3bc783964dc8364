package org.benchconnect.teamviewerbridge.teamviewer;

/** How one rule stands. Only {@link #PROVEN} lets the engine be used. */
enum Finding {
    /** This PC has the values that were exported for it. */
    PROVEN,
    /** This PC has another value. */
    DIFFERENT,
    /** The client says nothing of a setting, or it cannot be read from here. */
    NOT_READABLE,
    /** The files of the installation do not say by which settings it is proven, or are not in order. */
    NOT_STATED
}
