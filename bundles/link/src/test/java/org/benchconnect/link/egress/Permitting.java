package org.benchconnect.link.egress;

import java.util.List;
import java.util.Optional;
import java.util.Set;

/** A rule as of a profile that names one host: for tests of other packages. */
public final class Permitting {
    private Permitting() {}

    /** Permits this host on its port, and loopback. */
    public static ConfiguredEgress host(String name) {
        List<HostPattern> one = HostPattern.of(name).map(List::of).orElse(List.of());
        return new ConfiguredEgress(
                new PermittedNow(PermittedHosts.of(one, Set.of(), Optional.empty()), EgressProblem.EGRESS_NO_PROBLEM));
    }
}
