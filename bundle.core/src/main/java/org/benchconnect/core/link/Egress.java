package org.benchconnect.core.link;

import org.osgi.annotation.versioning.ProviderType;

/**
 * Where this agent may connect to: the hosts of the vendor profile and region, port 443, and, on a list of their own, the addresses of the laboratory's own
 * network that an administrator named. Whoever opens a connection asks first; without this service nobody connects. Loopback is always permitted: it leaves nothing.
 * Pure and immutable for one set of settings; safe for any thread; never blocks, and never asks a name server.
 */
@ProviderType
public interface Egress {
    /**
     * A connection to the service side, to releases, or to the proxy on the way there.
     *
     * @param host a name or a literal address, without brackets
     * @param port 1 to 65535
     * @throws EgressRefusedException if the profile does not name it
     */
    void requireService(String host, int port) throws EgressRefusedException;

    /**
     * A connection to an instrument or a system in the laboratory's own network.
     *
     * @param host a name or a literal address, without brackets
     * @param port 1 to 65535
     * @throws EgressRefusedException if the administrator did not name it
     */
    void requireLaboratory(String host, int port) throws EgressRefusedException;
}
