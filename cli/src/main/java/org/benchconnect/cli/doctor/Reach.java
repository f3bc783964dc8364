package org.benchconnect.cli.doctor;

import java.io.IOException;
import java.net.ConnectException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.FutureTask;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.benchconnect.link.egress.HostPort;

/** The first two hops: from a name to addresses, and from an address to an open TCP connection. The caller has asked the rule. */
final class Reach {
    /** How often an address is tried at the most: some names have dozens. */
    private static final int MOST_ADDRESSES = 2;

    private final Limits limits;
    private final boolean toProxy;

    /**
     * For one machine.
     *
     * @param toProxy whether it is the proxy, which has causes of its own
     */
    Reach(Limits limits, boolean toProxy) {
        this.limits = limits;
        this.toProxy = toProxy;
    }

    /** Its addresses. The operating system's resolver cannot be stopped, so it is left behind on a daemon thread. */
    List<InetAddress> resolve(HostPort target) throws BlockedException {
        FutureTask<InetAddress[]> asking =
                new FutureTask<>(() -> InetAddress.getAllByName(target.host().text()));
        Thread thread = new Thread(asking, "doctor-name");
        thread.setDaemon(true);
        thread.start();
        try {
            return List.of(asking.get(limits.millis(), TimeUnit.MILLISECONDS));
        } catch (ExecutionException | TimeoutException e) {
            throw blocked(Cause.NAME_UNKNOWN, Cause.PROXY_NAME_UNKNOWN, target);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw blocked(Cause.NAME_UNKNOWN, Cause.PROXY_NAME_UNKNOWN, target);
        }
    }

    /** An open connection to one of them. */
    Socket connect(HostPort target, List<InetAddress> addresses) throws BlockedException {
        List<InetAddress> tried = addresses.subList(0, Math.min(addresses.size(), MOST_ADDRESSES));
        boolean refused = false;
        for (InetAddress address : tried) {
            Socket socket = new Socket();
            try {
                socket.connect(new InetSocketAddress(address, target.port()), limits.millis() / tried.size());
                socket.setTcpNoDelay(true);
                return socket;
            } catch (ConnectException e) {
                // Also "timed out" of the operating system, which is no refusal.
                refused |= String.valueOf(e.getMessage()).contains("refused");
                Guard.quietly(socket);
            } catch (IOException e) {
                Guard.quietly(socket);
            }
        }
        throw refused
                ? blocked(Cause.PORT_CLOSED, Cause.PROXY_CLOSED, target)
                : blocked(Cause.NO_ANSWER, Cause.PROXY_NO_ANSWER, target);
    }

    private BlockedException blocked(Cause ofServer, Cause ofProxy, HostPort target) {
        return new BlockedException(
                toProxy ? ofProxy : ofServer,
                Map.of("host", target.host().text(), "port", Integer.toString(target.port())));
    }
}
