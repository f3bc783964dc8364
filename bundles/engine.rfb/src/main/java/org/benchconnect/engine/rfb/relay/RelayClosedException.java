package org.benchconnect.engine.rfb.relay;

import java.io.IOException;

/** The relay ended it, and says why by a number of docs/session-protocol.md section 2. */
public final class RelayClosedException extends IOException {
    private static final long serialVersionUID = 1;

    private final int code;

    RelayClosedException(int code) {
        super("the relay closed with " + code);
        this.code = code;
    }

    /** 4400 to 4429, or one of RFC 6455. */
    public int code() {
        return code;
    }
}
