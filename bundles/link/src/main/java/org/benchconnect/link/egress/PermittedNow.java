package org.benchconnect.link.egress;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The rule that follows from the settings and the profile they choose, and what is wrong with them. Whatever is wrong permits less, never more.
 *
 * @param hosts the rule
 * @param problem what is wrong, the first of it
 */
record PermittedNow(PermittedHosts hosts, EgressProblem problem) {
    private static final Logger LOG = LoggerFactory.getLogger(ConfiguredEgress.class);

    /**
     * What the settings say.
     *
     * @param profile name of a vendor profile
     * @param region of it, or empty
     * @param laboratory of its own section
     * @param proxy the one in use
     */
    record Chosen(String profile, String region, LaboratoryList laboratory, Optional<HostPort> proxy) {}

    /** What the service side's part is, or why there is none. */
    private record Service(List<HostPattern> hosts, Optional<HostPort> proxy, EgressProblem problem) {
        static Service none(EgressProblem problem) {
            return new Service(List.of(), Optional.empty(), problem);
        }
    }

    /**
     * Reads the profile.
     *
     * @param installation the installation folder, or null where nobody said which
     */
    static PermittedNow of(Chosen chosen, @Nullable Path installation) {
        Service service = installation == null
                ? Service.none(EgressProblem.EGRESS_PROFILES_MISSING)
                : service(chosen, new ProfileFolder(installation));
        EgressProblem problem = service.problem == EgressProblem.EGRESS_NO_PROBLEM && chosen.laboratory.isBroken()
                ? EgressProblem.EGRESS_LABORATORY_INVALID
                : service.problem;
        return new PermittedNow(PermittedHosts.of(service.hosts, chosen.laboratory.entries(), service.proxy), problem);
    }

    private static Service service(Chosen chosen, ProfileFolder folder) {
        if (!folder.isThere()) {
            return Service.none(EgressProblem.EGRESS_PROFILES_MISSING);
        }
        if (!folder.has(chosen.profile)) {
            return Service.none(EgressProblem.EGRESS_PROFILE_UNKNOWN);
        }
        try {
            return service(chosen, folder.read(chosen.profile));
        } catch (BrokenProfileException e) {
            LOG.error("No service side is permitted: {}", e.getMessage());
            return Service.none(EgressProblem.EGRESS_PROFILE_BROKEN);
        } catch (IOException e) {
            LOG.error("No service side is permitted: the vendor profile cannot be read", e);
            return Service.none(EgressProblem.EGRESS_PROFILE_BROKEN);
        }
    }

    private static Service service(Chosen chosen, Profile profile) {
        Optional<Profile.Region> region = profile.region(chosen.region);
        if (region.isEmpty()) {
            return Service.none(EgressProblem.EGRESS_REGION_UNKNOWN);
        }
        boolean proxyRefused = chosen.proxy.isPresent()
                && profile.proxies()
                        .filter(listed -> !listed.contains(chosen.proxy.get()))
                        .isPresent();
        EgressProblem problem = proxyRefused
                ? EgressProblem.EGRESS_PROXY_NOT_LISTED
                : region.get().hosts().isEmpty() ? EgressProblem.EGRESS_NO_HOSTS : EgressProblem.EGRESS_NO_PROBLEM;
        return new Service(region.get().hosts(), proxyRefused ? Optional.empty() : chosen.proxy, problem);
    }
}
