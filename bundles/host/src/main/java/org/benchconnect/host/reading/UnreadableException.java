package org.benchconnect.host.reading;

import org.jspecify.annotations.Nullable;

/** This PC did not answer a question about itself. What it was about is said by the check that asked; the message has no path. */
public final class UnreadableException extends Exception {
    private static final long serialVersionUID = 1L;

    /** Because of this: an error of the disk, of a program, or of native code. */
    public UnreadableException(String what, @Nullable Throwable cause) {
        super(what, cause);
    }

    /** An answer that has not the form that was expected. */
    public UnreadableException(String what) {
        super(what);
    }
}
