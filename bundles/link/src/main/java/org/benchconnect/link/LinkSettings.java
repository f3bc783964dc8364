package org.benchconnect.link;

import java.net.InetSocketAddress;
import java.net.URI;
import java.net.URISyntaxException;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.benchconnect.link.Backoff.Spans;
import org.jspecify.annotations.Nullable;

/**
 * The settings of section {@code link}, checked.
 *
 * @param broker where and as whom
 * @param proxy through which proxy, or null
 * @param keepAlive MQTT keep-alive
 * @param connectTimeout for proxy, TLS and WebSocket together
 * @param spans how long to wait between attempts
 */
record LinkSettings(Endpoint broker, @Nullable Proxy proxy, Duration keepAlive, Duration connectTimeout, Spans spans) {
    private static final Pattern TENANT = Pattern.compile("[a-z0-9][a-z0-9-]{0,39}");
    private static final Pattern HOST_PORT = Pattern.compile("\\[?([A-Za-z0-9.:-]{1,253})\\]?:([0-9]{1,5})");

    /**
     * Where and as whom.
     *
     * @param address wss
     * @param tenant second part of every topic
     * @param login user and password, or null
     */
    record Endpoint(URI address, String tenant, @Nullable Login login) {}

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
        String address = section.address().strip();
        if (address.isEmpty()) {
            return Optional.empty();
        }
        if (!TENANT.matcher(section.tenant()).matches()) {
            throw new RefusedSettingException(Problem.LINK_TENANT_INVALID);
        }
        return Optional.of(new LinkSettings(
                new Endpoint(wss(address), section.tenant(), login(section.user(), section.password_file(), home)),
                proxy(section, home),
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

    private static @Nullable Proxy proxy(LinkConfiguration section, Path home) throws RefusedSettingException {
        String proxy = section.proxy().strip();
        if (proxy.isEmpty()) {
            return null;
        }
        Matcher parts = HOST_PORT.matcher(proxy);
        if (!parts.matches() || Integer.parseInt(parts.group(2)) > 65_535 || Integer.parseInt(parts.group(2)) == 0) {
            throw new RefusedSettingException(Problem.LINK_PROXY_INVALID);
        }
        Login login = login(section.proxy_user(), section.proxy_password_file(), home);
        if (login != null && ProxyLogin.isBasicDisabled()) {
            throw new RefusedSettingException(Problem.LINK_PROXY_BASIC_DISABLED);
        }
        return new Proxy(InetSocketAddress.createUnresolved(parts.group(1), Integer.parseInt(parts.group(2))), login);
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
