package org.benchconnect.desk.journal;

import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.net.InetAddress;
import java.net.Socket;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.eclipse.paho.client.mqttv3.MqttClient;
import org.eclipse.paho.client.mqttv3.MqttConnectOptions;
import org.eclipse.paho.client.mqttv3.MqttException;
import org.eclipse.paho.client.mqttv3.persist.MemoryPersistence;
import org.jspecify.annotations.Nullable;

/** A real mosquitto that keeps sessions over restarts, and an agent that publishes to it. */
final class Broker implements AutoCloseable {
    private static final Path PROGRAM = Path.of("/usr/sbin/mosquitto");

    private final Path folder;
    private final int port;
    private @Nullable Process process;

    Broker(Path folder) throws IOException, InterruptedException {
        assumeTrue(Files.isExecutable(PROGRAM), "skipped: needs mosquitto (package mosquitto)");
        this.folder = folder;
        port = FreePort.find();
        Files.writeString(
                folder.resolve("mosquitto.conf"),
                String.join(
                        "\n",
                        "user " + System.getProperty("user.name"),
                        "persistence true",
                        "persistence_location " + folder + "/",
                        "max_queued_messages 0",
                        "listener " + port + " 127.0.0.1",
                        "allow_anonymous true",
                        ""));
        start();
    }

    void start() throws IOException, InterruptedException {
        process = new ProcessBuilder(List.of(
                        PROGRAM.toString(),
                        "-c",
                        folder.resolve("mosquitto.conf").toString()))
                .redirectErrorStream(true)
                .redirectOutput(folder.resolve("log").toFile())
                .start();
        Await.until(this::answers, "the broker listens");
    }

    URI address() {
        return URI.create("tcp://127.0.0.1:" + port);
    }

    void publish(String topic, byte[]... events) throws MqttException {
        try (MqttClient agent = new MqttClient(address().toString(), "agent", new MemoryPersistence())) {
            MqttConnectOptions options = new MqttConnectOptions();
            options.setCleanSession(true);
            options.setMaxInflight(1000); // an answered one counts as under way for a moment more
            agent.connect(options);
            for (byte[] event : events) {
                agent.publish(topic, event, 1, false);
            }
            agent.disconnect();
        }
    }

    private boolean answers() {
        try (Socket socket = new Socket(InetAddress.getLoopbackAddress(), port)) {
            return socket.isConnected();
        } catch (IOException e) {
            return false;
        }
    }

    @Override
    public void close() {
        Process running = process;
        if (running != null) {
            running.destroy();
            try {
                // it writes down what it keeps, and has the port until then
                if (!running.waitFor(60, TimeUnit.SECONDS)) {
                    running.destroyForcibly().waitFor();
                }
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
            }
            process = null;
        }
    }
}
