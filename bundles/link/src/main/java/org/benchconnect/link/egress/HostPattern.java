package org.benchconnect.link.egress;

import java.util.Optional;

/**
 * The hosts that a profile permits by one line: a name, or {@code *.} and a domain of at least two labels, which stands for every name below it, at
 * any depth, and not for the domain itself. Never an address: a certificate names hosts.
 */
public final class HostPattern {
    private static final String BELOW = "*.";

    private final boolean below;
    private final Host name;

    private HostPattern(boolean below, Host name) {
        this.below = below;
        this.name = name;
    }

    /** The pattern that this text means; empty if it is none. */
    public static Optional<HostPattern> of(String text) {
        boolean below = text.startsWith(BELOW);
        return Host.of(below ? text.substring(BELOW.length()) : text)
                .filter(host -> host.isName() && host.text().contains("."))
                .map(host -> new HostPattern(below, host));
    }

    /** Whether it stands for this host. */
    public boolean matches(Host host) {
        return host.isName() && (below ? host.text().endsWith("." + name.text()) : host.equals(name));
    }

    /** The name, or the domain below which every name is meant. */
    public String domain() {
        return name.text();
    }

    /** Whether it stands for the names below a domain. */
    public boolean isWild() {
        return below;
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof HostPattern pattern && pattern.below == below && pattern.name.equals(name);
    }

    @Override
    public int hashCode() {
        return name.hashCode();
    }

    /** As it is written in a profile. */
    @Override
    public String toString() {
        return (below ? BELOW : "") + name;
    }
}
