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
    private record Service(List<HostPattern> hosts, Optional<ProxyRule> proxy, EgressProblem problem) {
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
        return new PermittedNow(
                PermittedHosts.ruling(service.hosts, chosen.laboratory.entries(), service.proxy), problem);
    }

    private static Service service(Chosen chosen, ProfileFolder folder) {
        if (!folder.isThere()) {
            return Service.none(EgressProblem.EGRESS_PROFILES_MISSING);
        }
        try {
            return service(chosen, folder.inUse(chosen.profile, chosen.region));
        } catch (ProfileNotInUseException e) {
            return Service.none(e.problem());
        } catch (BrokenProfileException e) {
            LOG.error("No service side is permitted: {}", e.getMessage());
            return Service.none(EgressProblem.EGRESS_PROFILE_BROKEN);
        } catch (IOException e) {
            LOG.error("No service side is permitted: the vendor profile cannot be read", e);
            return Service.none(EgressProblem.EGRESS_PROFILE_BROKEN);
        }
    }

    private static Service service(Chosen chosen, ProfileInUse inUse) {
        List<HostPattern> hosts = inUse.region().hosts();
        Optional<ProxyRule> proxy = chosen.proxy.flatMap(each -> ProxyRule.of(each, inUse.profile()));
        EgressProblem problem = proxy.isEmpty() && chosen.proxy.isPresent()
                ? EgressProblem.EGRESS_PROXY_NOT_LISTED
                : hosts.isEmpty() ? EgressProblem.EGRESS_NO_HOSTS : EgressProblem.EGRESS_NO_PROBLEM;
        return new Service(hosts, proxy, problem);
    }
}
