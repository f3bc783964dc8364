package org.benchconnect.crypto.secret;

import java.io.IOException;

/** Sealed bytes that do not open: changed, cut, in another order, or sealed with another key or for another purpose. */
public final class SealBrokenException extends IOException {
    private static final long serialVersionUID = 1L;

    /** Where it broke; a cipher cannot tell which of the reasons it was. */
    private final long chunk;

    SealBrokenException(String message, long chunk) {
        super(message);
        this.chunk = chunk;
    }

    /** The chunk of 16 KiB, from 0; -1 for the header. */
    public long chunk() {
        return chunk;
    }
}
