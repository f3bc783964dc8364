package org.benchconnect.companion;

/** What happened, in numbers: all that the companion ever writes about itself. Written on the desktop's thread. */
final class Counts {
    volatile long shown;
    volatile long notShown;
    volatile long sounds;
    volatile long lost;

    @Override
    public String toString() {
        return "alerts shown " + shown + ", not shown " + notShown + ", sounds " + sounds + ", without the agent "
                + lost;
    }
}
