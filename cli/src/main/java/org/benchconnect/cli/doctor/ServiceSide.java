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
import org.benchconnect.link.egress.Profile;
import org.benchconnect.link.egress.ProfileFolder;
import org.benchconnect.link.egress.SystemProxy;
import org.jspecify.annotations.Nullable;

/**
 * Where the service side is, as the agent would go there: checked against the rule before anything is looked up or sent.
 *
 * @param address wss
 * @param server its host and port
 * @param proxy on the way, if any
 * @param proxyLogin at the proxy, or null
 * @param login at the broker, or null
 * @param dialect how it is spoken to
 */
record ServiceSide(
        URI address,
        HostPort server,
        Optional<HostPort> proxy,
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
        Optional<Profile> profile = profile(settings, place);
        permit(profile, settings.text("link", "region"), server, proxy);
        boolean hub = HUB_PATH.equals(address.getPath())
                || profile.filter(each -> each.dialect() == Dialect.AZURE_IOT_HUB)
                        .isPresent();
        return Optional.of(new ServiceSide(
                hub
                        ? URI.create("wss://" + address.getRawAuthority() + HUB_PATH + "?iothub-no-client-cert=true")
                        : address,
                server,
                proxy,
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

    private static Optional<Profile> profile(Settings settings, Place place) {
        String named = settings.text("link", "profile");
        try {
            return Optional.of(new ProfileFolder(place.installation()).read(named.isEmpty() ? "self-hosted" : named));
        } catch (BrokenProfileException | IOException e) {
            return Optional.empty();
        }
    }

    private static void permit(Optional<Profile> profile, String region, HostPort server, Optional<HostPort> proxy)
            throws BlockedException {
        Optional<Profile.Region> chosen = profile.flatMap(each -> each.region(region));
        PermittedHosts rule = PermittedHosts.of(
                chosen.map(Profile.Region::hosts).orElse(List.of()), Set.of(), proxy.filter(each -> profile.flatMap(
                                Profile::proxies)
                        .map(listed -> listed.contains(each))
                        .orElse(true)));
        Map<String, String> local = Map.of("host", server.toString());
        try {
            rule.requireService(server.host().text(), server.port());
        } catch (EgressRefusedException e) {
            throw new BlockedException(chosen.isEmpty() ? Cause.PROFILE_UNUSABLE : Cause.HOST_NOT_PERMITTED, local);
        }
        if (proxy.isPresent()) {
            try {
                rule.requireProxy(proxy.get().host().text(), proxy.get().port());
            } catch (EgressRefusedException e) {
                throw new BlockedException(
                        Cause.PROXY_NOT_PERMITTED, Map.of("host", proxy.get().toString()));
            }
        }
    }

    @Override
    public String toString() {
        return "ServiceSide";
    }
}
