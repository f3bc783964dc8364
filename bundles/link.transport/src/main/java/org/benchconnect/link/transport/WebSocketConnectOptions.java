package org.benchconnect.link.transport;

import org.eclipse.paho.client.mqttv3.MqttConnectOptions;

/** Paho's options, and with what the WebSocket is opened. */
public final class WebSocketConnectOptions extends MqttConnectOptions {
    /** The scheme that {@code wss} addresses have for Paho, so that it takes this transport and never its own. */
    public static final String SCHEME = "wss+jdk";

    private final JdkWebSockets webSockets;

    /** With what the WebSocket is opened; the caller closes it. */
    public WebSocketConnectOptions(JdkWebSockets webSockets) {
        this.webSockets = webSockets;
    }

    JdkWebSockets webSockets() {
        return webSockets;
    }

    /** Says nothing: Paho's own text has the user's name. */
    @Override
    public String toString() {
        return "WebSocketConnectOptions";
    }
}
