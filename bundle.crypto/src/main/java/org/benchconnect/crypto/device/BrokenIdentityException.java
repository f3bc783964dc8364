package org.benchconnect.crypto.device;

import java.io.IOException;

/** The files of the device's identity are incomplete, changed, or do not belong together. They are never replaced. */
public final class BrokenIdentityException extends IOException {
    private static final long serialVersionUID = 1L;

    BrokenIdentityException(String message) {
        super(message);
    }

    BrokenIdentityException(String message, Throwable cause) {
        super(message, cause);
    }
}
