package org.benchconnect.link.egress;

import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.UnknownHostException;
import java.time.Duration;
import java.util.Optional;
import org.benchconnect.core.link.EgressRefusedException;
import org.benchconnect.core.link.NameLookup;

/**
 * The proxy that may be used. One that the vendor profile lists may be anywhere: an administrator wrote it there. Any other comes from the settings, and may only be in a
 * network of one's own: otherwise the home folder could send what leaves, and the proxy's password, to anybody.
 *
 * @param address of it
 * @param isListed whether the profile lists it
 */
record ProxyRule(HostPort address, boolean isListed) {
    /** The rule for the proxy of the settings; empty if it may not be used. A name is permitted as such: what it resolves to is looked at by {@link #resolved}. */
    static Optional<ProxyRule> of(HostPort proxy, Profile profile) {
        if (profile.proxies().isPresent()) {
            return profile.proxies().get().contains(proxy) ? Optional.of(new ProxyRule(proxy, true)) : Optional.empty();
        }
        return ofSettings(proxy);
    }

    /** One that no profile lists. */
    static Optional<ProxyRule> ofSettings(HostPort proxy) {
        Host host = proxy.host();
        return host.isName() || host.isLoopback() || host.isPrivateAddress()
                ? Optional.of(new ProxyRule(proxy, false))
                : Optional.empty();
    }

    /**
     * The address to connect to; blocks for the patience at most.
     *
     * @throws EgressRefusedException if it is none that may be used
     * @throws UnknownHostException if nobody said one in time
     */
    InetSocketAddress resolved(Duration patience) throws EgressRefusedException, UnknownHostException {
        String name = address.host().text();
        for (InetAddress each : NameLookup.of(name, patience)) {
            if (isListed || NameLookup.isPrivate(each)) {
                return new InetSocketAddress(each, address.port());
            }
        }
        throw new EgressRefusedException(name, address.port());
    }
}
