package org.benchconnect.link.egress;

import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.benchconnect.core.link.Egress;
import org.benchconnect.core.link.EgressRefusedException;

/**
 * The rule itself: service hosts by pattern and on port 443 alone, one proxy and the laboratory's addresses exactly as they were named, loopback
 * always, nothing else. Each list is for its own question: a proxy is no service, and an address of the laboratory is neither. What a name resolves to
 * is not looked at: whose server it is, its certificate says.
 */
public final class PermittedHosts implements Egress {
    /** The one port of the service side. */
    public static final int SERVICE_PORT = 443;

    private static final int LAST_PORT = 65_535;
    private static final PermittedHosts LOOPBACK = new PermittedHosts(List.of(), Set.of(), Optional.empty());

    private final List<HostPattern> service;
    private final Set<HostPort> laboratory;
    private final Optional<HostPort> proxy;

    private PermittedHosts(List<HostPattern> service, Set<HostPort> laboratory, Optional<HostPort> proxy) {
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
     * @param proxy the one on the way to the service
     */
    public static PermittedHosts of(List<HostPattern> service, Set<HostPort> laboratory, Optional<HostPort> proxy) {
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
        Host asked = host(host, port);
        if (!asked.isLoopback()
                && proxy.filter(new HostPort(asked, port)::equals).isEmpty()) {
            throw new EgressRefusedException(host, port);
        }
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
        return proxy;
    }
}
