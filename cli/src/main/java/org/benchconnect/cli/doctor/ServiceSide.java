package org.benchconnect.cli.doctor;

import java.io.IOException;
import java.net.URI;
import java.net.URISyntaxException;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.benchconnect.core.link.EgressRefusedException;
import org.benchconnect.link.egress.BrokenProfileException;
import org.benchconnect.link.egress.Dialect;
import org.benchconnect.link.egress.Host;
import org.benchconnect.link.egress.HostPort;
import org.benchconnect.link.egress.PermittedHosts;
import org.benchconnect.link.egress.ProfileFolder;
import org.benchconnect.link.egress.ProfileInUse;
import org.benchconnect.link.egress.ProfileNotInUseException;
import org.benchconnect.link.egress.SystemProxy;
import org.jspecify.annotations.Nullable;

/**
 * Where the service side is, as the agent would go there: checked against the rule before anything is looked up or sent.
 *
 * @param address wss
 * @param server its host and port
 * @param proxy on the way, if any
 * @param proxyListed whether the profile lists it, so that it may be at any address
 * @param proxyLogin at the proxy, or null
 * @param login at the broker, or null
 * @param dialect how it is spoken to
 */
record ServiceSide(
        URI address,
        HostPort server,
        Optional<HostPort> proxy,
        boolean proxyListed,
        @Nullable Login proxyLogin,
        @Nullable Login login,
        Dialect dialect) {
    private static final String HUB_PATH = "/$iothub/websocket";

    /** What the settings say; empty for offline by choice. */
    static Optional<ServiceSide> of(Settings settings, Place place, Secrets secrets) throws BlockedException {
        String written = settings.text("link", "address");
        if (written.isEmpty()) {
            return Optional.empty();
        }
        URI address = address(written);
        HostPort server = server(address, written);
        Optional<HostPort> proxy = proxy(settings.text("link", "proxy"), server);
        Optional<ProfileInUse> profile = profile(settings, place);
        PermittedHosts rule = permit(profile, server, proxy);
        boolean hub = HUB_PATH.equals(address.getPath())
                || profile.filter(each -> each.profile().dialect() == Dialect.AZURE_IOT_HUB)
                        .isPresent();
        return Optional.of(new ServiceSide(
                hub
                        ? URI.create("wss://" + address.getRawAuthority() + HUB_PATH + "?iothub-no-client-cert=true")
                        : address,
                server,
                proxy,
                rule.isProxyListed(),
                secrets.login("proxy-user", "proxy-password-file"),
                secrets.login("user", "password-file"),
                hub ? Dialect.AZURE_IOT_HUB : Dialect.SELF_HOSTED));
    }

    private static URI address(String written) throws BlockedException {
        try {
            URI uri = new URI(written);
            if ("wss".equalsIgnoreCase(uri.getScheme()) && uri.getHost() != null && uri.getRawUserInfo() == null) {
                return uri;
            }
        } catch (URISyntaxException e) {
            throw new BlockedException(Cause.ADDRESS_NOT_WSS, Map.of());
        }
        throw new BlockedException(Cause.ADDRESS_NOT_WSS, Map.of());
    }

    private static HostPort server(URI address, String written) throws BlockedException {
        String host = address.getHost();
        String bare = host.startsWith("[") ? host.substring(1, host.length() - 1) : host;
        int port = address.getPort() < 0 ? PermittedHosts.SERVICE_PORT : address.getPort();
        return Host.of(bare)
                .map(found -> new HostPort(found, port))
                .orElseThrow(() -> new BlockedException(Cause.HOST_NOT_PERMITTED, Map.of("host", written)));
    }

    private static Optional<HostPort> proxy(String written, HostPort server) throws BlockedException {
        if (written.equals(SystemProxy.WORD)) {
            SystemProxy system = SystemProxy.ofThisPc();
            if (system.isUnreadableFor(server.host().text())) {
                throw new BlockedException(Cause.PROXY_INVALID, Map.of());
            }
            return system.proxyFor(server.host().text());
        }
        Optional<HostPort> proxy = HostPort.of(written);
        if (proxy.isEmpty() && !written.isEmpty()) {
            throw new BlockedException(Cause.PROXY_INVALID, Map.of());
        }
        return proxy;
    }

    private static Optional<ProfileInUse> profile(Settings settings, Place place) {
        try {
            return Optional.of(new ProfileFolder(place.installation())
                    .inUse(settings.text("link", "profile"), settings.text("link", "region")));
        } catch (ProfileNotInUseException | BrokenProfileException | IOException e) {
            return Optional.empty();
        }
    }

    private static PermittedHosts permit(Optional<ProfileInUse> profile, HostPort server, Optional<HostPort> proxy)
            throws BlockedException {
        PermittedHosts rule = profile.map(each -> PermittedHosts.of(each.profile(), each.region(), proxy))
                .orElse(PermittedHosts.of(List.of(), Set.of(), proxy));
        Map<String, String> local = Map.of("host", server.toString());
        try {
            rule.requireService(server.host().text(), server.port());
        } catch (EgressRefusedException e) {
            throw new BlockedException(profile.isEmpty() ? Cause.PROFILE_UNUSABLE : Cause.HOST_NOT_PERMITTED, local);
        }
        if (proxy.isPresent()) {
            try {
                rule.requireProxy(proxy.get().host().text(), proxy.get().port());
            } catch (EgressRefusedException e) {
                throw new BlockedException(
                        Cause.PROXY_NOT_PERMITTED, Map.of("host", proxy.get().toString()));
            }
        }
        return rule;
    }

    @Override
    public String toString() {
        return "ServiceSide";
    }
}
