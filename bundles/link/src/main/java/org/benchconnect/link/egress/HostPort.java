package org.benchconnect.link.egress;

import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * One address to connect to, as people write it: {@code host:port}, an IPv6 address in brackets.
 *
 * @param host in its one spelling
 * @param port 1 to 65535
 */
public record HostPort(Host host, int port) {
    private static final int MOST = 65_535;
    private static final Pattern WRITTEN =
            Pattern.compile("(\\[[^\\[\\]]{2,45}\\]|[^\\[\\]:]{1,253}):([1-9][0-9]{0,4})");

    /** Checks the port. */
    public HostPort {
        if (port < 1 || port > MOST) {
            throw new IllegalArgumentException("a port is 1 to " + MOST);
        }
    }

    /** What this text means; empty if it is nothing of that form. */
    public static Optional<HostPort> of(String text) {
        Matcher parts = WRITTEN.matcher(text);
        if (!parts.matches()) {
            return Optional.empty();
        }
        String host = parts.group(1);
        boolean bracketed = host.startsWith("[");
        String bare = bracketed ? host.substring(1, host.length() - 1) : host;
        int port = Integer.parseInt(parts.group(2));
        return port > MOST || bracketed != bare.contains(":")
                ? Optional.empty()
                : Host.of(bare).map(found -> new HostPort(found, port));
    }

    /** As people write it. */
    @Override
    public String toString() {
        return (host.text().contains(":") ? "[" + host + "]" : host.text()) + ":" + port;
    }
}
