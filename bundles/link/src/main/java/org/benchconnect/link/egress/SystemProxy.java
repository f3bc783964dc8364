package org.benchconnect.link.egress;

import java.net.URI;
import java.net.URISyntaxException;
import java.util.Arrays;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/**
 * The proxy that this PC's administrator set for its programs: by the environment's {@code https_proxy} and {@code no_proxy}, on Windows else by the
 * registry. Asked only where the settings say {@code system}. Nothing is searched for in the network: no WPAD, no script for automatic configuration.
 * Pure: what the PC says is given to it.
 */
public final class SystemProxy {
    /** The setting that asks for it. */
    public static final String WORD = "system";

    private static final int HTTP = 80;

    private final Map<String, String> environment;
    private final Optional<WindowsProxy> windows;

    SystemProxy(Map<String, String> environment, Optional<WindowsProxy> windows) {
        this.environment = Map.copyOf(environment);
        this.windows = windows;
    }

    /** As this PC says now; on Windows this runs a program of the system for a moment. */
    public static SystemProxy ofThisPc() {
        return new SystemProxy(System.getenv(), WindowsProxy.ofThisPc());
    }

    /** The proxy that a setting means on this PC, which is only asked if the setting says so. */
    static Optional<HostPort> chosenHere(String setting) {
        return setting.strip().equals(WORD) ? ofThisPc().proxy() : HostPort.of(setting.strip());
    }

    /**
     * The proxy that a setting means.
     *
     * @param setting {@code host:port}, {@link #WORD}, or empty for none
     * @return empty for none, also where what is written is no proxy
     */
    public Optional<HostPort> chosen(String setting) {
        return setting.strip().equals(WORD) ? proxy() : HostPort.of(setting.strip());
    }

    /** For https; empty also where what is written is {@linkplain #isUnreadableFor none that is understood here}. */
    public Optional<HostPort> proxy() {
        return ofAddress(written());
    }

    private String written() {
        String written = said("https_proxy");
        return written.isEmpty() ? windows.map(WindowsProxy::forHttps).orElse("") : written;
    }

    /** Whether the administrator set a proxy in a form that is none here, whatever host it is for. */
    public boolean isUnreadable() {
        return !written().isEmpty() && proxy().isEmpty();
    }

    /** Whether the administrator set a proxy for this host in a form that is none here. Nobody may take that for leave to connect directly. */
    public boolean isUnreadableFor(String host) {
        return isUnreadable() && !isWithout(host);
    }

    /**
     * For https to one host.
     *
     * @return empty if there is none, or the administrator said that this host is reached without it
     */
    public Optional<HostPort> proxyFor(String host) {
        return isWithout(host) ? Optional.empty() : proxy();
    }

    private boolean isWithout(String host) {
        return Host.of(bare(host)).filter(this::isBypassed).isPresent();
    }

    private static String bare(String host) {
        return host.startsWith("[") && host.endsWith("]") ? host.substring(1, host.length() - 1) : host;
    }

    /** Whether the administrator said that this host is reached without it. */
    public boolean isBypassed(Host host) {
        String written = said("no_proxy");
        return written.isEmpty()
                ? windows.filter(system -> system.isBypassed(host)).isPresent()
                : Arrays.stream(written.split(","))
                        .map(each -> each.strip().toLowerCase(Locale.ROOT))
                        .anyMatch(each -> isMeant(each, host));
    }

    /** Also what is written in capital letters, as most programs read it. */
    private String said(String name) {
        String lower = environment.getOrDefault(name, "").strip();
        return lower.isEmpty()
                ? environment.getOrDefault(name.toUpperCase(Locale.ROOT), "").strip()
                : lower;
    }

    /** {@code host:port} or {@code http://host:port/}, there on port 80 unless it says; a password there would be in the environment of every program, and is refused. */
    private static Optional<HostPort> ofAddress(String written) {
        if (!written.contains("://")) {
            return HostPort.of(written);
        }
        try {
            URI uri = new URI(written);
            boolean plain = "http".equalsIgnoreCase(uri.getScheme())
                    && uri.getRawUserInfo() == null
                    && uri.getHost() != null
                    && (uri.getRawPath().isEmpty() || uri.getRawPath().equals("/"));
            String port = uri.getPort() < 0 ? ":" + HTTP : ":" + uri.getPort();
            return plain ? HostPort.of(uri.getHost() + port) : Optional.empty();
        } catch (URISyntaxException e) {
            return Optional.empty();
        }
    }

    /** A name means itself and what is below it, as everywhere. */
    private static boolean isMeant(String entry, Host host) {
        String domain =
                entry.startsWith("*.") ? entry.substring(2) : entry.startsWith(".") ? entry.substring(1) : entry;
        return entry.equals("*")
                || !domain.isEmpty()
                        && (host.text().equals(domain)
                                || host.isName() && host.text().endsWith("." + domain));
    }
}
