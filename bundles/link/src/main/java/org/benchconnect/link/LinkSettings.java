package org.benchconnect.link;

import java.net.InetSocketAddress;
import java.net.URI;
import java.net.URISyntaxException;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Optional;
import java.util.function.Supplier;
import java.util.regex.Pattern;
import org.benchconnect.link.Backoff.Spans;
import org.benchconnect.link.egress.HostPort;
import org.benchconnect.link.egress.SystemProxy;
import org.jspecify.annotations.Nullable;

/**
 * The settings of section {@code link}, checked.
 *
 * @param broker where and as whom
 * @param profile which vendor profile, and which region of it
 * @param proxy through which proxy, or null
 * @param keepAlive MQTT keep-alive
 * @param connectTimeout for proxy, TLS and WebSocket together
 * @param spans how long to wait between attempts
 */
record LinkSettings(
        Endpoint broker,
        ChosenProfile profile,
        @Nullable Proxy proxy,
        Duration keepAlive,
        Duration connectTimeout,
        Spans spans) {
    private static final Pattern TENANT = Pattern.compile("[a-z0-9][a-z0-9-]{0,39}");

    /**
     * Where and as whom.
     *
     * @param address wss
     * @param tenant second part of every topic
     * @param login user and password, or null
     */
    record Endpoint(URI address, String tenant, @Nullable Login login) {}

    /**
     * Which part of which vendor profile the settings say; the installation's choice goes before it, and it may not be there.
     *
     * @param name of the profile, or empty for the one that the installation chose
     * @param region of it, or empty for the one that the installation chose, or the only one
     */
    record ChosenProfile(String name, String region) {}

    /**
     * A proxy.
     *
     * @param address unresolved, so that each attempt resolves it
     * @param login user and password, or null
     */
    record Proxy(InetSocketAddress address, @Nullable Login login) {}

    /**
     * A user.
     *
     * @param user its name
     * @param secret its password, or null for none
     */
    record Login(String user, @Nullable Secret secret) {
        @Override
        public String toString() {
            return "Login";
        }
    }

    /**
     * What the section says; empty if it chooses to be offline.
     *
     * @param home folder against which relative paths are resolved
     * @throws RefusedSettingException if a setting cannot be used
     */
    static Optional<LinkSettings> of(LinkConfiguration section, Path home) throws RefusedSettingException {
        return of(section, home, SystemProxy::ofThisPc);
    }

    /** With what this PC says of its proxy, asked if the section wants it. */
    static Optional<LinkSettings> of(LinkConfiguration section, Path home, Supplier<SystemProxy> system)
            throws RefusedSettingException {
        String address = section.address().strip();
        if (address.isEmpty()) {
            return Optional.empty();
        }
        if (!TENANT.matcher(section.tenant()).matches()) {
            throw new RefusedSettingException(Problem.LINK_TENANT_INVALID);
        }
        URI broker = wss(address);
        return Optional.of(new LinkSettings(
                new Endpoint(broker, section.tenant(), login(section.user(), section.password_file(), home)),
                new ChosenProfile(section.profile().strip(), section.region().strip()),
                proxy(section, broker.getHost(), home, system),
                Duration.ofSeconds(section.keep_alive_seconds()),
                Duration.ofSeconds(section.connect_timeout_seconds()),
                new Spans(
                        Duration.ofSeconds(section.isolated_loss_seconds()),
                        Duration.ofSeconds(section.server_loss_seconds()),
                        Duration.ofSeconds(section.longest_wait_seconds()))));
    }

    private static URI wss(String address) throws RefusedSettingException {
        try {
            URI uri = new URI(address);
            if ("wss".equalsIgnoreCase(uri.getScheme())
                    && uri.getHost() != null
                    && uri.getRawUserInfo() == null
                    && uri.getRawFragment() == null) {
                return uri;
            }
        } catch (URISyntaxException e) {
            // Refused like any other address that is none.
            throw new RefusedSettingException(Problem.LINK_ADDRESS_NOT_WSS);
        }
        throw new RefusedSettingException(Problem.LINK_ADDRESS_NOT_WSS);
    }

    private static @Nullable Proxy proxy(
            LinkConfiguration section, String broker, Path home, Supplier<SystemProxy> system)
            throws RefusedSettingException {
        String written = section.proxy().strip();
        Optional<HostPort> proxy =
                written.equals(SystemProxy.WORD) ? ofThisPc(system.get(), broker) : HostPort.of(written);
        if (proxy.isEmpty()) {
            if (written.isEmpty() || written.equals(SystemProxy.WORD)) {
                return null;
            }
            throw new RefusedSettingException(Problem.LINK_PROXY_INVALID);
        }
        Login login = login(section.proxy_user(), section.proxy_password_file(), home);
        if (login != null && ProxyLogin.isBasicDisabled()) {
            throw new RefusedSettingException(Problem.LINK_PROXY_BASIC_DISABLED);
        }
        return new Proxy(
                InetSocketAddress.createUnresolved(
                        proxy.get().host().text(), proxy.get().port()),
                login);
    }

    /** A proxy that this PC sets and nobody here understands does not mean that the connection may go without. */
    private static Optional<HostPort> ofThisPc(SystemProxy system, String broker) throws RefusedSettingException {
        if (system.isUnreadableFor(broker)) {
            throw new RefusedSettingException(Problem.LINK_PROXY_INVALID);
        }
        return system.proxyFor(broker);
    }

    private static @Nullable Login login(String user, String file, Path home) throws RefusedSettingException {
        if (user.isBlank()) {
            return null;
        }
        try {
            return new Login(user.strip(), file.isBlank() ? null : new Secret(home.resolve(file.strip())));
        } catch (InvalidPathException e) {
            // Its message has the path.
            throw new RefusedSettingException(Problem.LINK_PASSWORD_UNREADABLE);
        }
    }
}
