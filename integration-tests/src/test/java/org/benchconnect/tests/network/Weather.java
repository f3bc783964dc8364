package org.benchconnect.tests.network;

/** What the network does to the link for a while. The proxy does the first group, the gateway the second, the test itself the third. */
enum Weather {
    CLEAR,
    /** Every connection is reset, and every new one. */
    OUTAGE,
    /** New connections are accepted, and nobody answers. */
    SWALLOWING,
    /** Connections stay open, and nothing passes any more, without a FIN, one way or both: for good, for nobody mends a half-open connection. */
    FROZEN,
    /** Only those who speak NTLM or Negotiate may pass. */
    PROXY_NTLM,
    /** The proxy's password was changed. */
    PROXY_PASSWORD,

    /** Pings of the server between frames, and in silence. */
    PINGS,
    /** Messages in fragments of one byte and more, pings between them. */
    FRAGMENTS,
    /** Pauses in the middle of a frame. */
    STALLS,
    /** Connections without traffic are reset after a while: 30 s in a hospital. */
    IDLE_KILL,
    /** Somebody in between shows certificates of another authority. */
    INSPECTION,
    /** The password is no longer taken: the connection is ended, and CONNECT is answered with 5. */
    TOKEN_EXPIRED,
    /** CONNECT is answered well, and each PUBLISH ends the connection. */
    QUOTA,

    /** The broker ends and comes back. */
    BROKER_RESTART,
    /** The PC's clock is an hour ahead. */
    CLOCK_AHEAD,
    /** The PC's clock is an hour behind. */
    CLOCK_BEHIND;

    /** Whether what was connected before is ended when this begins. */
    boolean endsConnections() {
        return switch (this) {
            case OUTAGE, SWALLOWING, PROXY_NTLM, PROXY_PASSWORD, INSPECTION, TOKEN_EXPIRED -> true;
            default -> false;
        };
    }
}
