package org.benchconnect.crypto.signature;

import org.jspecify.annotations.Nullable;

/** A time-stamping authority gave no time stamp: not reached, too slow, or not willing. */
public final class TimeStampUnavailableException extends Exception {
    private static final long serialVersionUID = 1L;

    TimeStampUnavailableException(String message) {
        this(message, null);
    }

    TimeStampUnavailableException(String message, @Nullable Throwable cause) {
        super(message, cause);
    }
}
