package org.benchconnect.link;

import java.net.Authenticator;
import java.net.ProxySelector;
import java.net.URI;
import java.net.http.HttpClient;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicReference;
import org.benchconnect.core.link.EgressRefusedException;
import org.benchconnect.link.LinkSettings.Proxy;
import org.benchconnect.link.egress.ConfiguredEgress;
import org.benchconnect.link.egress.Host;
import org.benchconnect.link.egress.HostPort;
import org.benchconnect.link.egress.PermittedHosts;
import org.jspecify.annotations.Nullable;

/**
 * The way to the service side: through the proxy or not, and only where it is permitted. As long as nobody brings the rule, it is loopback alone.
 * {@link #permit} and {@link #permitNoMore} from any thread, everything else from the supervisor's.
 */
final class Way {
    /** Of wss and https, RFC 6455, 3. */
    private static final int USUAL_PORT = 443;

    private final @Nullable Proxy proxy;
    private final AtomicReference<@Nullable ConfiguredEgress> egress = new AtomicReference<>();

    Way(@Nullable Proxy proxy) {
        this.proxy = proxy;
    }

    /** This rule counts from the next attempt on. */
    void permit(ConfiguredEgress now) {
        egress.set(now);
    }

    /** This rule is going; another may have taken its place already. */
    void permitNoMore(ConfiguredEgress gone) {
        egress.compareAndSet(gone, null);
    }

    /**
     * Asks before anything is looked up or sent.
     *
     * @param address of the service side
     * @throws RefusedSettingException if the host, or the proxy on the way, is not permitted
     */
    void require(URI address) throws RefusedSettingException {
        ConfiguredEgress now = egress.get();
        PermittedHosts rule = now == null ? PermittedHosts.loopbackOnly() : now.rule();
        try {
            rule.requireService(bare(address.getHost()), port(address));
        } catch (EgressRefusedException e) {
            throw new RefusedSettingException(Problem.LINK_HOST_NOT_PERMITTED);
        }
        if (proxy != null) {
            try {
                rule.requireProxy(
                        proxy.address().getHostString(), proxy.address().getPort());
            } catch (EgressRefusedException e) {
                throw new RefusedSettingException(Problem.LINK_PROXY_NOT_PERMITTED);
            }
        }
    }

    /** An IPv6 address without its brackets. */
    private static String bare(String host) {
        return host.startsWith("[") && host.endsWith("]") ? host.substring(1, host.length() - 1) : host;
    }

    /** For the JDK's client: it never chooses a proxy by itself. */
    ProxySelector selector() {
        return proxy == null ? HttpClient.Builder.NO_PROXY : ProxySelector.of(proxy.address());
    }

    /** What a proxy that asks is told, or null for nothing. */
    @Nullable
    Authenticator login() {
        return proxy == null || proxy.login() == null ? null : new ProxyLogin(proxy.login());
    }

    /**
     * Tells the listener what the proxy wants if no connection comes about.
     *
     * @param address of the service side
     */
    Broker.Listener explaining(URI address, Broker.Listener listener) {
        if (proxy == null) {
            return listener;
        }
        Optional<HostPort> hop =
                address(proxy.address().getHostString(), proxy.address().getPort());
        Optional<HostPort> target = address(bare(address.getHost()), port(address));
        return hop.isPresent() && target.isPresent() ? new ProxyDemand(hop.get(), target.get(), listener) : listener;
    }

    private static Optional<HostPort> address(String host, int port) {
        return Host.of(host).map(found -> new HostPort(found, port));
    }

    private static int port(URI address) {
        return address.getPort() < 0 ? USUAL_PORT : address.getPort();
    }
}
