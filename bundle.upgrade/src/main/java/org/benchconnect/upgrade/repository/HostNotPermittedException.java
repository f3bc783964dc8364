package org.benchconnect.upgrade.repository;

import org.benchconnect.core.feature.RefusedFor;
import org.jspecify.annotations.Nullable;

/** The rule of where this agent may connect to does not permit the server, or there is no rule. Nothing was sent, and no name was looked up. */
public final class HostNotPermittedException extends SourceRefusedException {
    private static final long serialVersionUID = 1L;

    private final String host;
    private final int port;

    HostNotPermittedException(String host, int port, @Nullable Exception cause) {
        super(
                RefusedFor.SOURCE,
                cause == null
                        ? "The server " + Printable.of(host)
                                + " is not asked: what this agent may connect to is not known yet."
                        : "The server " + Printable.of(host) + " on port " + port
                                + " is not asked: the vendor profile of this"
                                + " installation does not permit it. An administrator of this PC can see and change what it"
                                + " permits in the folder profiles of the installation.");
        this.host = host;
        this.port = port;
        if (cause != null) {
            initCause(cause);
        }
    }

    /** The host that was meant; unchecked text. */
    public String host() {
        return host;
    }

    /** Its port. */
    public int port() {
        return port;
    }
}
