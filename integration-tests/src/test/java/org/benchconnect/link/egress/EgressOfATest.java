package org.benchconnect.link.egress;

import java.util.List;
import java.util.Optional;
import java.util.Set;

/** The real rule, as of a profile that names one host. */
public final class EgressOfATest {
    private EgressOfATest() {}

    /** Permits this host on port 443, and loopback. */
    public static ConfiguredEgress to(String host) {
        HostPattern one = HostPattern.of(host).orElseThrow();
        return new ConfiguredEgress(new PermittedNow(
                PermittedHosts.of(List.of(one), Set.of(), Optional.empty()), EgressProblem.EGRESS_NO_PROBLEM));
    }
}
