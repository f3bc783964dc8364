package org.benchconnect.link.egress;

import java.util.Set;
import java.util.TreeSet;

/** The keys of the texts that this package needs. */
public final class EgressTokens {
    /** Of what is reported, and of each problem. */
    public static final Set<String> KEYS = keys();

    private EgressTokens() {}

    private static Set<String> keys() {
        Set<String> keys = new TreeSet<>();
        for (ConfiguredEgress.Subject subject : ConfiguredEgress.Subject.values()) {
            keys.add("status." + subject);
        }
        for (EgressProblem problem : EgressProblem.values()) {
            keys.add("token." + problem);
        }
        return Set.copyOf(keys);
    }
}
