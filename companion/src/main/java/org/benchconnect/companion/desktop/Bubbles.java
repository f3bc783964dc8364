package org.benchconnect.companion.desktop;

/** Where desktop alerts are shown. An alert never takes the focus. Called on one thread; a call may take seconds when the desktop hangs. */
public interface Bubbles {
    /**
     * Shows it, instead of an earlier one with the same key.
     *
     * @return whether the desktop took it
     */
    boolean show(Bubble bubble);

    /** Takes it away, where it is still there. */
    void takeAway(long key);
}
