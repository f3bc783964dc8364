package org.benchconnect.tests.network;

import com.google.gson.JsonObject;
import com.google.gson.JsonParser;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.BitSet;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.CopyOnWriteArrayList;
import org.eclipse.paho.client.mqttv3.MqttClient;
import org.eclipse.paho.client.mqttv3.MqttConnectOptions;
import org.eclipse.paho.client.mqttv3.MqttException;
import org.eclipse.paho.client.mqttv3.MqttMessage;
import org.eclipse.paho.client.mqttv3.persist.MemoryPersistence;

/**
 * Who receives: counts which events came, and how many of them again. Its session lies at the broker while it is away. Of each event only a number is kept, so that
 * this does not grow.
 */
final class Arrivals implements AutoCloseable {
    private final MqttClient client;
    private final BitSet came = new BitSet();
    private final List<String> wrong = new CopyOnWriteArrayList<>();
    private int[] digests = new int[1 << 17];
    private long repeated;
    private String source = "";

    Arrivals(InetSocketAddress broker) throws MqttException {
        client = new MqttClient(
                "tcp://" + broker.getAddress().getHostAddress() + ":" + broker.getPort(),
                UUID.randomUUID().toString(),
                new MemoryPersistence());
        client.setTimeToWait(120_000);
        comeBack();
    }

    /** Connects, again after the broker was away. */
    void comeBack() throws MqttException {
        MqttConnectOptions options = new MqttConnectOptions();
        options.setCleanSession(false);
        options.setConnectionTimeout(120);
        client.connect(options);
        client.subscribe("bc/v1/+/+/notify", 1, this::take);
    }

    /** Lets the broker keep what comes. */
    void leave() throws MqttException {
        client.disconnect();
    }

    private void take(String topic, MqttMessage message) {
        String text = new String(message.getPayload(), StandardCharsets.UTF_8);
        try {
            JsonObject event = JsonParser.parseString(text).getAsJsonObject();
            note(event.get("source").getAsString(), event.get("id").getAsString(), text);
        } catch (RuntimeException e) {
            wrong.add("no event of ours: " + e.getClass().getSimpleName());
        }
    }

    private synchronized void note(String from, String id, String text) {
        int sequence = Integer.parseInt(id.substring(id.indexOf('-') + 1));
        if (source.isEmpty()) {
            source = from;
        }
        if (!source.equals(from)) {
            wrong.add("another source");
        }
        if (sequence >= digests.length) {
            digests = Arrays.copyOf(digests, Math.max(sequence + 1, digests.length * 2));
        }
        int digest = (id + text).hashCode();
        if (!came.get(sequence)) {
            came.set(sequence);
            digests[sequence] = digest;
        } else if (digests[sequence] == digest) {
            repeated++;
        } else {
            wrong.add("one id, two events: " + id);
        }
    }

    /** How many different events. */
    synchronized int different() {
        return came.cardinality();
    }

    /** The first that did not come. */
    synchronized int firstMissing() {
        return came.nextClearBit(1);
    }

    /** How many came again, with the same source and id and the same text. */
    synchronized long repeated() {
        return repeated;
    }

    /** What should not have come like this. */
    List<String> wrong() {
        return wrong;
    }

    @Override
    public void close() throws MqttException {
        if (client.isConnected()) {
            client.disconnectForcibly(0, 50);
        }
        client.close(true);
    }
}
