package org.benchconnect.link;

import java.net.ProxySelector;
import java.net.URI;
import java.net.http.HttpClient;
import org.benchconnect.core.link.TlsClient;
import org.benchconnect.link.LinkSettings.Proxy;
import org.benchconnect.link.transport.JdkWebSockets;
import org.benchconnect.link.transport.WebSocketConnectOptions;
import org.jspecify.annotations.Nullable;

/** Brokers that speak MQTT 3.1.1 over WebSocket, by Paho over the JDK's WebSocket. */
final class PahoBroker implements Broker {
    /** Paho's limit of unacknowledged publishes; by default 10. */
    static final int MAX_IN_FLIGHT = 64;

    private final LinkSettings settings;
    private @Nullable TlsClient tlsInUse;
    private @Nullable JdkWebSockets webSockets;

    PahoBroker(LinkSettings settings) {
        this.settings = settings;
    }

    @Override
    public Session open(TlsClient tls, String client, Message will, String look, Listener listener)
            throws RefusedSettingException {
        WebSocketConnectOptions options = new WebSocketConnectOptions(webSockets(tls));
        options.setMqttVersion(WebSocketConnectOptions.MQTT_VERSION_3_1_1);
        options.setCleanSession(false);
        options.setAutomaticReconnect(false);
        options.setMaxInflight(MAX_IN_FLIGHT);
        options.setKeepAliveInterval((int) settings.keepAlive().toSeconds());
        options.setConnectionTimeout((int) settings.connectTimeout().toSeconds());
        options.setWill(will.topic(), will.payload(), 1, will.retained());
        return PahoSession.open(
                address(), client, options, settings.broker().login(), new PahoSession.Incoming(look, listener));
    }

    private JdkWebSockets webSockets(TlsClient tls) {
        if (webSockets == null || tlsInUse != tls) {
            close();
            Proxy proxy = settings.proxy();
            webSockets = new JdkWebSockets(
                    tls.context(),
                    tls.parameters(),
                    proxy == null ? HttpClient.Builder.NO_PROXY : ProxySelector.of(proxy.address()),
                    proxy == null || proxy.login() == null ? null : new ProxyLogin(proxy.login()),
                    settings.connectTimeout());
            tlsInUse = tls;
        }
        return webSockets;
    }

    /** The scheme tells Paho which transport to take; behind it this is wss again. */
    private String address() {
        URI address = settings.broker().address();
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
