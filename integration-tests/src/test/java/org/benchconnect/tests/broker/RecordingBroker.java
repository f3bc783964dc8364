package org.benchconnect.tests.broker;

import io.moquette.BrokerConstants;
import io.moquette.broker.Server;
import io.moquette.broker.config.IConfig;
import io.moquette.broker.config.MemoryConfig;
import io.moquette.interception.AbstractInterceptHandler;
import io.moquette.interception.messages.InterceptPublishMessage;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import java.util.Properties;
import java.util.concurrent.CopyOnWriteArrayList;
import org.benchconnect.demo.PrivateAuthority;
import org.benchconnect.tests.FreePort;

/** A broker over TLS on loopback that keeps each message, topic and payload, as it came. */
public final class RecordingBroker implements AutoCloseable {
    private final Server server = new Server();
    private final List<String> messages = new CopyOnWriteArrayList<>();
    private final PrivateAuthority authority;
    private final int port;

    public RecordingBroker(Path folder) throws IOException, InterruptedException {
        authority = PrivateAuthority.in(folder);
        port = FreePort.next();
        Properties settings = new Properties();
        settings.setProperty(IConfig.HOST_PROPERTY_NAME, "127.0.0.1");
        settings.setProperty(IConfig.PORT_PROPERTY_NAME, BrokerConstants.DISABLED_PORT_BIND);
        settings.setProperty(IConfig.WEB_SOCKET_PORT_PROPERTY_NAME, BrokerConstants.DISABLED_PORT_BIND);
        settings.setProperty(IConfig.WSS_PORT_PROPERTY_NAME, String.valueOf(port));
        settings.setProperty(IConfig.WEB_SOCKET_PATH_PROPERTY_NAME, "/mqtt");
        settings.setProperty(
                IConfig.JKS_PATH_PROPERTY_NAME, authority.keyStore().toString());
        settings.setProperty(IConfig.KEY_STORE_TYPE, "pkcs12");
        settings.setProperty(IConfig.KEY_STORE_PASSWORD_PROPERTY_NAME, authority.password());
        settings.setProperty(IConfig.KEY_MANAGER_PASSWORD_PROPERTY_NAME, authority.password());
        settings.setProperty(IConfig.ALLOW_ANONYMOUS_PROPERTY_NAME, "true");
        settings.setProperty(IConfig.PERSISTENCE_ENABLED_PROPERTY_NAME, "false");
        settings.setProperty(IConfig.ENABLE_TELEMETRY_NAME, "false");
        settings.setProperty(IConfig.NETTY_MAX_BYTES_PROPERTY_NAME, "262144");
        server.startServer(new MemoryConfig(settings), List.of(new Recorder(messages)));
    }

    public String address() {
        return "wss://localhost:" + port + "/mqtt";
    }

    public Path certificate() {
        return authority.certificate();
    }

    /** Topic and payload of every message so far. */
    public List<String> messages() {
        return messages;
    }

    @Override
    public void close() {
        server.stopServer();
    }

    private static final class Recorder extends AbstractInterceptHandler {
        private final List<String> messages;

        Recorder(List<String> messages) {
            this.messages = messages;
        }

        @Override
        public String getID() {
            return "recorder";
        }

        @Override
        public void onSessionLoopError(Throwable error) {
            messages.add("the broker failed");
        }

        @Override
        public void onPublish(InterceptPublishMessage message) {
            messages.add(message.getTopicName() + " " + message.getPayload().toString(StandardCharsets.UTF_8));
            super.onPublish(message); // gives the buffer back
        }
    }
}
