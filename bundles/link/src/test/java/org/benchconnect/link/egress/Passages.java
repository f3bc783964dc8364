package org.benchconnect.link.egress;

import java.nio.file.Path;

/** The real rule with the proxy that a section says, where only loopback is permitted. */
public final class Passages {
    private Passages() {}

    /** With the proxy's settings of section link. */
    public static ConfiguredEgress of(String proxy, String user, String passwordFile, Path home) {
        return new ConfiguredEgress(
                new PermittedNow(PermittedHosts.loopbackOnly(), EgressProblem.EGRESS_NO_PROBLEM),
                ProxyOnTheWay.of(proxy, user, passwordFile, home));
    }
}
