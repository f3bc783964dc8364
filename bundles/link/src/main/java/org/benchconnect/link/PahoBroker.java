package org.benchconnect.link;

import java.net.URI;
import org.benchconnect.core.link.TlsClient;
import org.benchconnect.link.transport.JdkWebSockets;
import org.benchconnect.link.transport.WebSocketConnectOptions;
import org.jspecify.annotations.Nullable;

/** Brokers that speak MQTT 3.1.1 over WebSocket, by Paho over the JDK's WebSocket. */
final class PahoBroker implements Broker {
    /** Paho's limit of unacknowledged publishes; by default 10. */
    static final int MAX_IN_FLIGHT = 64;

    private final LinkSettings settings;
    private final Way way;
    private @Nullable TlsClient tlsInUse;
    private @Nullable JdkWebSockets webSockets;

    PahoBroker(LinkSettings settings) {
        this.settings = settings;
        this.way = new Way(settings.proxy());
    }

    /** Who says where it may connect to. */
    Way way() {
        return way;
    }

    @Override
    public Session open(TlsClient tls, Visit visit, Listener listener) throws RefusedSettingException {
        way.require(visit.address());
        WebSocketConnectOptions options = new WebSocketConnectOptions(webSockets(tls));
        options.setMqttVersion(WebSocketConnectOptions.MQTT_VERSION_3_1_1);
        options.setCleanSession(false);
        options.setAutomaticReconnect(false);
        options.setMaxInflight(MAX_IN_FLIGHT);
        options.setKeepAliveInterval((int) settings.keepAlive().toSeconds());
        options.setConnectionTimeout((int) settings.connectTimeout().toSeconds());
        options.setWill(
                visit.will().topic(), visit.will().payload(), 1, visit.will().retained());
        return PahoSession.open(address(visit.address()), visit, options, way.explaining(visit.address(), listener));
    }

    private JdkWebSockets webSockets(TlsClient tls) {
        if (webSockets == null || tlsInUse != tls) {
            close();
            webSockets = new JdkWebSockets(
                    tls.context(), tls.parameters(), way.selector(), way.login(), settings.connectTimeout());
            tlsInUse = tls;
        }
        return webSockets;
    }

    /** The scheme tells Paho which transport to take; behind it this is wss again. */
    private static String address(URI address) {
        return WebSocketConnectOptions.SCHEME
                + address.toString().substring(address.getScheme().length());
    }

    @Override
    public void close() {
        if (webSockets != null) {
            webSockets.close();
            webSockets = null;
        }
    }
}
