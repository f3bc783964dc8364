package org.benchconnect.demo;

import com.google.gson.JsonObject;
import com.google.gson.JsonParseException;
import com.google.gson.JsonParser;
import io.moquette.BrokerConstants;
import io.moquette.broker.Server;
import io.moquette.broker.config.IConfig;
import io.moquette.broker.config.MemoryConfig;
import io.moquette.interception.AbstractInterceptHandler;
import io.moquette.interception.messages.InterceptPublishMessage;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Properties;

/**
 * {@code Broker PORT KEYSTORE PASSWORD}: an MQTT broker on loopback, WebSocket over TLS only, which prints a line for each
 * message that it receives.
 */
final class Broker {
    private Broker() {}

    public static void main(String[] arguments) throws IOException {
        Properties settings = new Properties();
        settings.setProperty(IConfig.HOST_PROPERTY_NAME, "127.0.0.1");
        settings.setProperty(IConfig.PORT_PROPERTY_NAME, BrokerConstants.DISABLED_PORT_BIND);
        settings.setProperty(IConfig.WEB_SOCKET_PORT_PROPERTY_NAME, BrokerConstants.DISABLED_PORT_BIND);
        settings.setProperty(IConfig.WSS_PORT_PROPERTY_NAME, arguments[0]);
        settings.setProperty(IConfig.WEB_SOCKET_PATH_PROPERTY_NAME, "/mqtt");
        settings.setProperty(IConfig.JKS_PATH_PROPERTY_NAME, arguments[1]);
        settings.setProperty(IConfig.KEY_STORE_TYPE, "pkcs12");
        settings.setProperty(IConfig.KEY_STORE_PASSWORD_PROPERTY_NAME, arguments[2]);
        settings.setProperty(IConfig.KEY_MANAGER_PASSWORD_PROPERTY_NAME, arguments[2]);
        settings.setProperty(IConfig.ALLOW_ANONYMOUS_PROPERTY_NAME, "true");
        settings.setProperty(IConfig.PERSISTENCE_ENABLED_PROPERTY_NAME, "false");
        settings.setProperty(IConfig.ENABLE_TELEMETRY_NAME, "false");
        settings.setProperty(IConfig.NETTY_MAX_BYTES_PROPERTY_NAME, "262144");
        Server server = new Server();
        server.startServer(new MemoryConfig(settings), List.of(new Printer(System.out)));
        Runtime.getRuntime().addShutdownHook(new Thread(server::stopServer, "shutdown"));
    }

    /** Prints what a person at the service side would want to see of a message. */
    private static final class Printer extends AbstractInterceptHandler {
        private final PrintStream out;

        Printer(PrintStream out) {
            this.out = out;
        }

        @Override
        public String getID() {
            return "printer";
        }

        @Override
        public void onSessionLoopError(Throwable error) {
            out.println("the broker failed: " + error);
        }

        @Override
        public void onPublish(InterceptPublishMessage message) {
            String payload = message.getPayload().toString(StandardCharsets.UTF_8);
            super.onPublish(message); // gives the buffer back
            String topic = message.getTopicName();
            out.println(topic.substring(topic.lastIndexOf('/') + 1) + "  " + summary(payload));
        }

        private static String summary(String payload) {
            try {
                JsonObject event = JsonParser.parseString(payload).getAsJsonObject();
                return event.has("data") ? event.get("data").toString() : payload;
            } catch (JsonParseException | IllegalStateException notOurs) {
                return payload.length() + " characters";
            }
        }
    }
}
