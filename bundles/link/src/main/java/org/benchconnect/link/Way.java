package org.benchconnect.link;

import java.io.IOException;
import java.net.Authenticator;
import java.net.InetSocketAddress;
import java.net.ProxySelector;
import java.net.SocketAddress;
import java.net.URI;
import java.net.UnknownHostException;
import java.net.http.HttpClient;
import java.time.Duration;
import java.util.List;
import java.util.Objects;
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
    /** For the name of the proxy. */
    private static final Duration NAME_PATIENCE = Duration.ofSeconds(10);

    private final @Nullable Proxy proxy;
    /** The proxy's address, as it was permitted for this attempt: nobody asks for the name a second time. */
    private final AtomicReference<@Nullable InetSocketAddress> hop = new AtomicReference<>();

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
     * Asks before anything is looked up or sent; then looks the proxy's name up, which may take some seconds.
     *
     * @param address of the service side
     * @throws RefusedSettingException if the host, or the proxy on the way, is not permitted, or the proxy has no address
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
                hop.set(rule.requireProxyAddress(
                        proxy.address().getHostString(), proxy.address().getPort(), NAME_PATIENCE));
            } catch (EgressRefusedException e) {
                throw new RefusedSettingException(Problem.LINK_PROXY_NOT_PERMITTED);
            } catch (UnknownHostException e) {
                throw new RefusedSettingException(Problem.LINK_UNREACHABLE);
            }
        }
    }

    /** An IPv6 address without its brackets. */
    private static String bare(String host) {
        return host.startsWith("[") && host.endsWith("]") ? host.substring(1, host.length() - 1) : host;
    }

    /** For the JDK's client: it never chooses a proxy by itself. */
    ProxySelector selector() {
        return proxy == null ? HttpClient.Builder.NO_PROXY : new Hop();
    }

    /** The address that the last {@link #require} permitted; there is one before anybody connects. */
    private final class Hop extends ProxySelector {
        @Override
        public List<java.net.Proxy> select(URI uri) {
            return List.of(new java.net.Proxy(java.net.Proxy.Type.HTTP, Objects.requireNonNull(hop.get())));
        }

        @Override
        public void connectFailed(URI uri, SocketAddress address, IOException failure) {
            // Whoever connects says so.
        }
    }

    /** What a proxy that asks is told, or null for nothing. */
    @Nullable
    Authenticator login() {
        return proxy == null || proxy.login() == null ? null : ProxyLogin.of(proxy.login());
    }

    /**
     * Tells the listener what the proxy wants if no connection comes about.
     *
     * @param address of the service side
     */
    Broker.Listener explaining(URI address, Broker.Listener listener) {
        InetSocketAddress permitted = hop.get();
        if (permitted == null) {
            return listener;
        }
        return address(bare(address.getHost()), port(address))
                .<Broker.Listener>map(target -> new ProxyDemand(permitted, target, listener))
                .orElse(listener);
    }

    private static Optional<HostPort> address(String host, int port) {
        return Host.of(host).map(found -> new HostPort(found, port));
    }

    private static int port(URI address) {
        return address.getPort() < 0 ? USUAL_PORT : address.getPort();
    }
}
