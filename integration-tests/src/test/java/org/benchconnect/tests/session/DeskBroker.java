package org.benchconnect.tests.session;

import java.io.IOException;
import java.net.InetAddress;
import java.net.Socket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Map;
import org.benchconnect.tests.Await;
import org.benchconnect.tests.FreePort;

/** The service side's broker, a mosquitto: WebSocket over TLS for agents, MQTT over TLS for the journal. */
final class DeskBroker {
    private static final Duration PATIENCE = Duration.ofMinutes(2);

    private final int agents = FreePort.next();
    private final int journals = FreePort.next();

    /** @param folder with {@code server.pem} and {@code server.key} */
    DeskBroker(Programs programs, Path folder) throws Exception {
        Programs.require("mosquitto");
        Path configuration = Files.writeString(folder.resolve("mosquitto.conf"), configuration(folder));
        Process broker = programs.start(Map.of(), "/usr/sbin/mosquitto", "-c", configuration.toString());
        Await.until("mosquitto listens", PATIENCE, () -> {
            if (!broker.isAlive()) {
                throw new AssertionError("mosquitto ended: " + programs.said("mosquitto"));
            }
            return listens(agents) && listens(journals);
        });
    }

    private String configuration(Path folder) {
        String tls = "certfile " + folder.resolve("server.pem") + "\nkeyfile " + folder.resolve("server.key");
        return String.join(
                "\n",
                "user " + System.getProperty("user.name"),
                "persistence false",
                "allow_anonymous true",
                "listener " + journals + " 127.0.0.1",
                tls,
                "listener " + agents + " 127.0.0.1",
                "protocol websockets",
                tls,
                "");
    }

    private static boolean listens(int port) {
        try (Socket socket = new Socket(InetAddress.getLoopbackAddress(), port)) {
            return socket.isConnected();
        } catch (IOException notYet) {
            return false;
        }
    }

    /** Where agents come to. */
    int agents() {
        return agents;
    }

    /** Where the journal comes to. */
    int journals() {
        return journals;
    }
}
