package org.benchconnect.desk.relay;

import java.net.InetSocketAddress;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.LongSupplier;
import org.eclipse.jetty.io.Connection;
import org.eclipse.jetty.io.ssl.SslConnection;
import org.eclipse.jetty.websocket.core.WebSocketConnection;

/**
 * Sockets before they say anything that the relay could answer: whoever is not through TLS and the upgrade in the time of a first message is cut, and one address
 * has at most twice as many sockets as it may have ends. Safe for any thread.
 */
final class Doorstep implements Connection.Listener {
    private record Arrival(String address, long at) {}

    private final RelayLimits limits;
    private final LongSupplier nanoTime;
    private final Addresses addresses;
    private final Map<SslConnection, Arrival> here = new ConcurrentHashMap<>();

    Doorstep(RelayLimits limits, LongSupplier nanoTime) {
        this.limits = limits;
        this.nanoTime = nanoTime;
        this.addresses = new Addresses(new RelayLimits(
                Math.min(100_000, limits.socketsPerAddress() * 2),
                limits.joinsPerMinute(),
                Math.min(100_000, limits.sockets() * 2),
                limits.firstMessage(),
                limits.waiting(),
                limits.ping(),
                limits.silence(),
                limits.session()));
    }

    @Override
    public void onOpened(Connection connection) {
        if (connection instanceof SslConnection tls
                && tls.getEndPoint().getRemoteSocketAddress() instanceof InetSocketAddress remote) {
            String address = Addresses.key(remote.getAddress());
            if (addresses.open(address)) {
                here.put(tls, new Arrival(address, nanoTime.getAsLong()));
            } else {
                tls.getEndPoint().close();
            }
        }
    }

    @Override
    public void onClosed(Connection connection) {
        if (connection instanceof SslConnection tls) {
            Arrival gone = here.remove(tls);
            if (gone != null) {
                addresses.close(gone.address);
            }
        }
    }

    /** To be called often. */
    void look() {
        long now = nanoTime.getAsLong();
        here.forEach((tls, arrival) -> {
            boolean upgraded = tls.getSslEndPoint().getConnection() instanceof WebSocketConnection;
            if (!upgraded && now - arrival.at > limits.firstMessage().toNanos()) {
                tls.getEndPoint().close();
            }
        });
        addresses.tidy(now);
    }
}
