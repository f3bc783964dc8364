package org.benchconnect.core.upgrade;

import java.util.Optional;

/**
 * Why nothing disruptive happens now.
 *
 * @param reason what is so
 * @param adapter the id of the instrument's adapter; empty if it is about no single instrument
 */
public record Hindrance(Reason reason, Optional<String> adapter) {
    /** What can be in the way. */
    public enum Reason {
        /** The instrument acquires. */
        ACQUIRING,
        /** Nobody knows what it does, or its folder cannot be read. */
        UNKNOWN,
        /** The part that watches instruments is not there, failed, or did not answer in time. */
        NO_ANSWER,
        /** No instrument is watched here, so nobody knows whether one is busy. */
        NOT_WATCHED,
        /** The maintenance window is closed. */
        WINDOW,
        /** An administrator froze changes. */
        FROZEN,
        /** A remote session is open. */
        SESSION
    }

    /** About no single instrument. */
    public static Hindrance of(Reason reason) {
        return new Hindrance(reason, Optional.empty());
    }
}
