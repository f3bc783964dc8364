package org.benchconnect.core.link;

import java.io.IOException;

/** A connection that the vendor profile or the administrator's list does not permit: nothing was sent, and no name was looked up. */
public final class EgressRefusedException extends IOException {
    private static final long serialVersionUID = 1;

    private final String host;
    private final int port;

    /** To where. */
    public EgressRefusedException(String host, int port) {
        super("not permitted by the vendor profile: " + host + ":" + port);
        this.host = host;
        this.port = port;
    }

    /** The host that was asked for. */
    public String host() {
        return host;
    }

    /** Its port. */
    public int port() {
        return port;
    }
}
