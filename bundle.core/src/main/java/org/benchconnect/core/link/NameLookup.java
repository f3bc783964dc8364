package org.benchconnect.core.link;

import java.net.Inet6Address;
import java.net.InetAddress;
import java.net.UnknownHostException;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.FutureTask;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;

/**
 * What the operating system says a name's addresses are, in limited time, and which of them are of a network of one's own. Whoever connects to an address that was
 * looked at here connects to that one and asks for the name no second time. The rule of {@link Egress} was asked before. Any thread.
 */
public final class NameLookup {
    /** Lookups that nobody waits for any more still hold a thread until the operating system gives up: no more than these. */
    private static final int MOST_UNDER_WAY = 4;

    private static final Semaphore FREE = new Semaphore(MOST_UNDER_WAY);
    private static final int UNIQUE_LOCAL = 0xfc;

    private NameLookup() {}

    /**
     * All addresses of a name, in the operating system's order; a literal address is its own. Blocks.
     *
     * @param host a name or a literal address, without brackets
     * @param patience more than nothing
     * @return at least one
     * @throws UnknownHostException if it has none, or nobody said so in time
     */
    public static List<InetAddress> of(String host, Duration patience) throws UnknownHostException {
        if (!FREE.tryAcquire()) {
            throw new UnknownHostException("the name servers do not answer");
        }
        FutureTask<InetAddress[]> asking = new FutureTask<>(() -> {
            try {
                return InetAddress.getAllByName(host);
            } finally {
                FREE.release();
            }
        });
        Thread thread = new Thread(asking, "benchconnect-name");
        thread.setDaemon(true);
        thread.start();
        try {
            return List.of(asking.get(patience.toNanos(), TimeUnit.NANOSECONDS));
        } catch (ExecutionException | TimeoutException e) {
            throw new UnknownHostException(host);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new UnknownHostException(host);
        }
    }

    /**
     * Whether the internet does not route it: loopback, link-local (RFC 3927, RFC 4291 2.5.6), private (RFC 1918) or unique local (RFC 4193). The deprecated site-local
     * addresses of IPv6, and addresses in which another one is hidden (NAT64, 6to4), are none.
     */
    public static boolean isPrivate(InetAddress address) {
        if (address.isLoopbackAddress() || address.isLinkLocalAddress()) {
            return true;
        }
        return address instanceof Inet6Address
                ? (address.getAddress()[0] & 0xfe) == UNIQUE_LOCAL
                : address.isSiteLocalAddress();
    }
}
