package org.benchconnect.link.transport;

import java.net.URI;
import java.net.URISyntaxException;
import java.util.Set;
import org.eclipse.paho.client.mqttv3.MqttConnectOptions;
import org.eclipse.paho.client.mqttv3.internal.NetworkModule;
import org.eclipse.paho.client.mqttv3.spi.NetworkModuleFactory;

/** Found by Paho's {@link java.util.ServiceLoader} for addresses of {@link WebSocketConnectOptions#SCHEME}. */
public final class WebSocketModuleFactory implements NetworkModuleFactory {
    /** For the service loader. */
    public WebSocketModuleFactory() {}

    @Override
    public Set<String> getSupportedUriSchemes() {
        return Set.of(WebSocketConnectOptions.SCHEME);
    }

    @Override
    public void validateURI(URI address) {
        if (address.getHost() == null || address.getRawUserInfo() != null || address.getRawFragment() != null) {
            throw new IllegalArgumentException("an address is a host, a port and a path");
        }
    }

    @Override
    public NetworkModule createNetworkModule(URI address, MqttConnectOptions options, String clientId) {
        validateURI(address);
        if (!(options instanceof WebSocketConnectOptions webSocket)) {
            throw new IllegalArgumentException("this transport needs WebSocketConnectOptions");
        }
        return new WebSocketModule(secure(address), webSocket.webSockets());
    }

    private static URI secure(URI address) {
        try {
            return new URI(
                    "wss", null, address.getHost(), address.getPort(), address.getPath(), address.getQuery(), null);
        } catch (URISyntaxException e) {
            throw new IllegalArgumentException("an address is a host, a port and a path", e);
        }
    }
}
