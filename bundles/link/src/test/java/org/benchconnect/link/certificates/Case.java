package org.benchconnect.link.certificates;

import java.util.List;

/**
 * One line of a table.
 *
 * @param name what is wrong with the server, or that nothing is
 * @param server its keys and certificates
 * @param host under which it is connected to
 * @param tls its settings, in the words of OpenSSL's {@code SSL_CONF_cmd(3)}, one a line
 * @param lists revocation lists that the agent is given; without any it has no such file
 * @param expected {@link #ONLINE}, {@link #NO_SAFE_TLS}, or the flaw of its certificate that is named
 */
record Case(String name, Server server, String host, String tls, List<byte[]> lists, String expected) {
    /** Connected. */
    static final String ONLINE = "ONLINE";
    /** Refused before any certificate counts. */
    static final String NO_SAFE_TLS = "LINK_NO_SAFE_TLS";
    /** Lets OpenSSL use what it would itself refuse. */
    static final String CARELESS = "CipherString = ALL@SECLEVEL=0";

    static Case of(String name, String expected, Server server) {
        return new Case(name, server, Draft.HOST, CARELESS, List.of(), expected);
    }

    static Case of(String name, String expected, Draft server) {
        return of(name, expected, server.server());
    }

    Case at(String otherHost) {
        return new Case(name, server, otherHost, tls, lists, expected);
    }

    Case tls(String... settings) {
        return new Case(name, server, host, String.join("\n", settings), lists, expected);
    }

    Case lists(byte[]... some) {
        return new Case(name, server, host, tls, List.of(some), expected);
    }

    @Override
    public String toString() {
        return name + ": " + expected;
    }
}
