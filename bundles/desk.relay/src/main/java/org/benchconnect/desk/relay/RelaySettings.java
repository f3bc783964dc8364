package org.benchconnect.desk.relay;

import java.net.InetSocketAddress;
import java.util.Set;
import javax.net.ssl.SSLContext;

/**
 * What a relay needs.
 *
 * @param address where it listens; port 0: any free one
 * @param tls its certificate and key
 * @param viewers the origins of viewer pages, like {@code https://desk.example} or {@code https://localhost:8444}: lower case, no slash at the end
 * @param supporters the signed list that each agent gets
 * @param limits how much anybody may take
 */
public record RelaySettings(
        InetSocketAddress address, SSLContext tls, Set<String> viewers, ListSource supporters, RelayLimits limits) {
    /** Copies the set; refuses what no browser would send as an origin. */
    public RelaySettings {
        viewers = Set.copyOf(viewers);
        for (String origin : viewers) {
            if (!origin.matches("https://[a-z0-9.\\[\\]:-]{1,253}")) {
                throw new IllegalArgumentException(
                        "an origin is https://host or https://host:port, not '" + origin + "'");
            }
        }
    }
}
