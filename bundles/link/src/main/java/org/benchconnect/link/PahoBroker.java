package org.benchconnect.link;

import java.net.URI;
import org.benchconnect.core.link.ClientCertificate;
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
    private final SignIns signIns;
    private @Nullable TlsClient tlsInUse;
    private @Nullable JdkWebSockets webSockets;

    PahoBroker(LinkSettings settings, SignIns signIns) {
        this.settings = settings;
        this.signIns = signIns;
        this.way = new Way(settings.proxy());
    }

    /** Who says where it may connect to. */
    Way way() {
        return way;
    }

    @Override
    public Session open(TlsClient tls, Visit visit, Listener listener) throws RefusedSettingException {
        way.require(visit.address());
        requireCertificate(tls.clientCertificate());
        WebSocketConnectOptions options = new WebSocketConnectOptions(webSockets(tls));
        options.setMqttVersion(WebSocketConnectOptions.MQTT_VERSION_3_1_1);
        options.setCleanSession(false);
        options.setAutomaticReconnect(false);
        options.setMaxInflight(MAX_IN_FLIGHT);
        options.setKeepAliveInterval((int) settings.keepAlive().toSeconds());
        options.setConnectionTimeout((int) settings.connectTimeout().toSeconds());
        options.setWill(
                visit.will().topic(), visit.will().payload(), 1, visit.will().retained());
        return PahoSession.open(
                address(visit.address()), visit, options, way.explaining(visit.address(), listener), signIns::answered);
    }

    /** Where a certificate is configured and cannot be shown, nothing connects. */
    private static void requireCertificate(ClientCertificate shown) throws RefusedSettingException {
        switch (shown) {
            case NONE, READY, EXPIRING -> {
                return;
            }
            case KEYS_NOT_THERE -> throw new RefusedSettingException(Problem.LINK_CERTIFICATE_KEYS_MISSING);
            case NOT_ISSUED -> throw new RefusedSettingException(Problem.LINK_CERTIFICATE_NOT_ISSUED);
            case UNREADABLE, KEY_UNREADABLE -> throw new RefusedSettingException(Problem.LINK_CERTIFICATE_UNREADABLE);
            case KEY_NOT_PRIVATE -> throw new RefusedSettingException(Problem.LINK_CERTIFICATE_KEY_NOT_PRIVATE);
            case NOT_MATCHING -> throw new RefusedSettingException(Problem.LINK_CERTIFICATE_NOT_MATCHING);
            case NOT_YET_VALID, EXPIRED -> throw new RefusedSettingException(Problem.LINK_CERTIFICATE_NOT_VALID);
        }
    }

    private JdkWebSockets webSockets(TlsClient tls) {
        if (webSockets == null || tlsInUse != tls) {
            close();
            webSockets = new JdkWebSockets(
                    tls.brokerContext(), tls.parameters(), way.selector(), way.login(), settings.connectTimeout());
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
