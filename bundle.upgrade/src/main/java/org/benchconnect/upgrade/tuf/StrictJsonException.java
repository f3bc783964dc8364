package org.benchconnect.upgrade.tuf;

/** Bytes are not JSON as {@link StrictJson} takes it. */
public final class StrictJsonException extends Exception {
    private final int position;

    StrictJsonException(String problem, int position) {
        super(problem + " at character " + position);
        this.position = position;
    }

    /** The number of the character where reading stopped, from 0; characters as Java counts them. */
    public int position() {
        return position;
    }
}
