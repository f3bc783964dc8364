package org.benchconnect.link.egress;

import java.net.InetSocketAddress;
import java.net.UnknownHostException;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.benchconnect.core.link.Egress;
import org.benchconnect.core.link.EgressRefusedException;

/**
 * The rule itself: service hosts by pattern and on port 443 alone, one proxy and the laboratory's addresses exactly as they were named, loopback
 * always, nothing else. Each list is for its own question: a proxy is no service, and an address of the laboratory is neither. What a name of the service
 * side resolves to is not looked at: whose server it is, its certificate says.
 */
public final class PermittedHosts implements Egress {
    /** The one port of the service side. */
    public static final int SERVICE_PORT = 443;

    private static final int LAST_PORT = 65_535;
    private static final PermittedHosts LOOPBACK = new PermittedHosts(List.of(), Set.of(), Optional.empty());

    private final List<HostPattern> service;
    private final Set<HostPort> laboratory;
    private final Optional<ProxyRule> proxy;

    private PermittedHosts(List<HostPattern> service, Set<HostPort> laboratory, Optional<ProxyRule> proxy) {
        this.service = List.copyOf(service);
        this.laboratory = Set.copyOf(laboratory);
        this.proxy = proxy;
    }

    /** Nothing but this PC itself: what counts as long as nobody said anything else. */
    public static PermittedHosts loopbackOnly() {
        return LOOPBACK;
    }

    /**
     * A rule.
     *
     * @param service of the profile's region
     * @param laboratory that an administrator named
     * @param proxy the one on the way to the service, which no profile lists
     */
    public static PermittedHosts of(List<HostPattern> service, Set<HostPort> laboratory, Optional<HostPort> proxy) {
        return new PermittedHosts(service, laboratory, proxy.flatMap(ProxyRule::ofSettings));
    }

    /**
     * The rule of one region, without a laboratory.
     *
     * @param proxy on the way, if any; one that may not be used is left out
     */
    public static PermittedHosts of(Profile profile, Profile.Region region, Optional<HostPort> proxy) {
        return new PermittedHosts(region.hosts(), Set.of(), proxy.flatMap(each -> ProxyRule.of(each, profile)));
    }

    static PermittedHosts ruling(List<HostPattern> service, Set<HostPort> laboratory, Optional<ProxyRule> proxy) {
        return new PermittedHosts(service, laboratory, proxy);
    }

    @Override
    public void requireService(String host, int port) throws EgressRefusedException {
        Host asked = host(host, port);
        if (!asked.isLoopback()
                && (port != SERVICE_PORT || service.stream().noneMatch(pattern -> pattern.matches(asked)))) {
            throw new EgressRefusedException(host, port);
        }
    }

    @Override
    public void requireLaboratory(String host, int port) throws EgressRefusedException {
        Host asked = host(host, port);
        if (!asked.isLoopback() && !laboratory.contains(new HostPort(asked, port))) {
            throw new EgressRefusedException(host, port);
        }
    }

    /**
     * A connection to the proxy. What is asked of it must be permitted by {@link #requireService} too.
     *
     * @param host a name or a literal address, without brackets
     * @param port 1 to 65535
     * @throws EgressRefusedException if it is not the one that the settings name and the profile allows
     */
    public void requireProxy(String host, int port) throws EgressRefusedException {
        proxyRule(host, port);
    }

    /**
     * The address of the proxy to connect to, looked up once: of a proxy that the profile does not list only an address that the internet does not route counts. Blocks for
     * the patience at most.
     *
     * @param host a name or a literal address, without brackets
     * @param port 1 to 65535
     * @param patience for the name servers, more than nothing
     * @return resolved; whoever connects uses this address, not the name
     * @throws EgressRefusedException if it is not the one that is permitted, or at no address that is
     * @throws UnknownHostException if the name has no address, or nobody said so in time
     */
    public InetSocketAddress requireProxyAddress(String host, int port, Duration patience)
            throws EgressRefusedException, UnknownHostException {
        return proxyRule(host, port).resolved(patience);
    }

    private ProxyRule proxyRule(String host, int port) throws EgressRefusedException {
        HostPort asked = new HostPort(host(host, port), port);
        Optional<ProxyRule> rule = proxy.filter(each -> each.address().equals(asked));
        if (rule.isEmpty() && !asked.host().isLoopback()) {
            throw new EgressRefusedException(host, port);
        }
        return rule.orElse(new ProxyRule(asked, false));
    }

    private static Host host(String host, int port) throws EgressRefusedException {
        if (port < 1 || port > LAST_PORT) {
            throw new EgressRefusedException(host, port);
        }
        return Host.of(host).orElseThrow(() -> new EgressRefusedException(host, port));
    }

    /** Of the service side. */
    public List<HostPattern> service() {
        return service;
    }

    /** Of the laboratory's own network. */
    public Set<HostPort> laboratory() {
        return laboratory;
    }

    /** On the way to the service side. */
    public Optional<HostPort> proxy() {
        return proxy.map(ProxyRule::address);
    }

    /** Whether the profile lists the proxy, which then may be at any address; else only one that the internet does not route counts. */
    public boolean isProxyListed() {
        return proxy.filter(ProxyRule::isListed).isPresent();
    }
}
