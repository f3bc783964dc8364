package org.benchconnect.upgrade.upgrader;

/** Looks that are wanted because of what is under way. Safe for any thread. */
final class Wanted {
    private boolean soon;
    private boolean again;
    private int asked; // the generation for which a plan was last wanted again

    /** A look soon, as by a hint. */
    synchronized void soon() {
        soon = true;
    }

    /** A look now, at the place where an allowed plan came from: what it does has to be computed for this generation. Once for each. */
    synchronized void again(int generation) {
        if (asked != generation) {
            asked = generation;
            again = true;
        }
    }

    /** Whether one is wanted soon; whoever asks sees to it. */
    synchronized boolean takeSoon() {
        boolean now = soon;
        soon = false;
        return now;
    }

    /** Whether one is wanted now; whoever asks sees to it. */
    synchronized boolean takeAgain() {
        boolean now = again;
        again = false;
        return now;
    }
}
