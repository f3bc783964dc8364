package org.benchconnect.core.link;

import java.net.InetSocketAddress;
import java.net.UnknownHostException;
import java.time.Duration;
import org.osgi.annotation.versioning.ProviderType;

/**
 * Where this agent may connect to: the hosts of the vendor profile and region, port 443, and, on a list of their own, the addresses of the laboratory's own
 * network that an administrator named. Whoever opens a connection asks first; without this service nobody connects. Loopback is always permitted: it leaves nothing.
 * Immutable for one set of settings; safe for any thread. What only asks the rule never blocks, and never asks a name server.
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

    /**
     * The address to connect to in the laboratory's own network. The rule is asked first; then the name is looked up, once, and of what it resolves to only an address that
     * the internet does not route counts: a name on the list that points elsewhere is refused. Blocks for the patience at most.
     *
     * @param host a name or a literal address, without brackets
     * @param port 1 to 65535
     * @param patience for the name servers, more than nothing
     * @return resolved; whoever connects uses this address, not the name
     * @throws EgressRefusedException if the administrator did not name it, or none of its addresses is one of a network of one's own
     * @throws UnknownHostException if the name has no address, or nobody said so in time
     */
    default InetSocketAddress requireLaboratoryAddress(String host, int port, Duration patience)
            throws EgressRefusedException, UnknownHostException {
        requireLaboratory(host, port);
        return new InetSocketAddress(
                NameLookup.of(host, patience).stream()
                        .filter(NameLookup::isPrivate)
                        .findFirst()
                        .orElseThrow(() -> new EgressRefusedException(host, port)),
                port);
    }

    /**
     * How a connection to the service side, or to releases, goes: through the proxy of the settings, if there is one. The rule is asked for both. Blocks for the patience
     * at most. Unless somebody brings settings, it goes straight.
     *
     * @param host a name or a literal address, without brackets
     * @param port 1 to 65535
     * @param patience for the proxy's name, more than nothing
     * @throws EgressRefusedException if the host or the proxy is not permitted, or what is written as proxy is none: nothing then goes without
     * @throws UnknownHostException if the proxy's name has no address, or nobody said so in time
     */
    default Passage requirePassage(String host, int port, Duration patience)
            throws EgressRefusedException, UnknownHostException {
        requireService(host, port);
        return Passage.direct();
    }
}
