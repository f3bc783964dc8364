package org.benchconnect.link.egress;

import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * What is one vendor's in the network: which hosts by region, how to speak to them, whose commands count, whose certificates. Made by
 * {@link ProfileReader} alone.
 */
public final class Profile {
    private final String name;
    private final Dialect dialect;
    private final Map<String, Region> regions;
    private final Optional<List<HostPort>> proxies;
    private final Optional<String> commandKey;
    private final List<String> trustRoots;

    Profile(
            String name,
            Dialect dialect,
            Map<String, Region> regions,
            Optional<List<HostPort>> proxies,
            Optional<String> commandKey,
            List<String> trustRoots) {
        this.name = name;
        this.dialect = dialect;
        this.regions = Map.copyOf(regions);
        this.proxies = proxies.map(List::copyOf);
        this.commandKey = commandKey;
        this.trustRoots = List.copyOf(trustRoots);
    }

    /**
     * The endpoints of a part of the world, all on port 443.
     *
     * @param hosts that the agent itself may connect to
     * @param remoteSessions that the program for remote sessions connects to, as another process and account: for the firewall alone, the agent may not
     */
    public record Region(List<HostPattern> hosts, List<HostPattern> remoteSessions) {
        /** Copies. */
        public Region {
            hosts = List.copyOf(hosts);
            remoteSessions = List.copyOf(remoteSessions);
        }
    }

    /** The name of its file, without {@code .json}. */
    public String name() {
        return name;
    }

    /** How to speak, unless the settings say otherwise. */
    public Dialect dialect() {
        return dialect;
    }

    /** By name; at least one. */
    public Map<String, Region> regions() {
        return regions;
    }

    /** The region of that name; the only one if none is named and there is but one. */
    public Optional<Region> region(String named) {
        return named.isEmpty() && regions.size() == 1
                ? regions.values().stream().findAny()
                : Optional.ofNullable(regions.get(named));
    }

    /** The only proxies that may be used; empty if the laboratory's settings decide it. */
    public Optional<List<HostPort>> proxies() {
        return proxies;
    }

    /**
     * The key that commands are signed with: Ed25519 as SubjectPublicKeyInfo (RFC 8410) in Base64, one line, checked for that form. Empty: no
     * command counts.
     */
    public Optional<String> commandKey() {
        return commandKey;
    }

    /** Names of PEM files beside the profile with the authorities of its servers; may be none. */
    public List<String> trustRoots() {
        return trustRoots;
    }
}
