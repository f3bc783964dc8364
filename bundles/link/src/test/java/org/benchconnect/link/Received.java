package org.benchconnect.link;

import java.util.List;
import java.util.UUID;
import java.util.concurrent.CopyOnWriteArrayList;
import org.eclipse.paho.client.mqttv3.MqttClient;
import org.eclipse.paho.client.mqttv3.MqttConnectOptions;
import org.eclipse.paho.client.mqttv3.MqttException;
import org.eclipse.paho.client.mqttv3.MqttMessage;
import org.eclipse.paho.client.mqttv3.persist.MemoryPersistence;

/** A receiver with a session that the broker keeps while it is away, so that nothing the broker accepted is missed. */
final class Received implements AutoCloseable {
    private final MqttClient client;
    private final List<Event> notices = new CopyOnWriteArrayList<>();
    private final List<Event> presence = new CopyOnWriteArrayList<>();
    private final List<String> refused = new CopyOnWriteArrayList<>();

    Received(int port) throws MqttException {
        client = new MqttClient("tcp://127.0.0.1:" + port, UUID.randomUUID().toString(), new MemoryPersistence());
        connect();
        client.subscribe("bc/v1/#", 1, this::take);
    }

    private void connect() throws MqttException {
        MqttConnectOptions options = new MqttConnectOptions();
        options.setCleanSession(false);
        options.setConnectionTimeout(60);
        client.setTimeToWait(60_000);
        client.connect(options);
    }

    /** Lets the broker keep what comes. */
    void leave() throws MqttException {
        client.disconnect();
    }

    void comeBack() throws MqttException {
        connect();
        client.subscribe("bc/v1/#", 1, this::take);
    }

    private void take(String topic, MqttMessage message) {
        try {
            Event event = CloudEvents.decode(message.getPayload());
            boolean expected =
                    topic.equals("bc/v1/lab-7/" + event.agent() + (event.sequence() == null ? "/presence" : "/notify"));
            if (!expected) {
                refused.add("on another topic: " + topic);
            } else if (event.sequence() == null) {
                presence.add(event);
            } else {
                notices.add(event);
            }
        } catch (MalformedEventException e) {
            refused.add(String.valueOf(e.getMessage()));
        }
    }

    List<Event> notices() {
        return notices;
    }

    List<Event> presence() {
        return presence;
    }

    /** What an event of ours should not have been; empty if all is well. */
    List<String> refused() {
        return refused;
    }

    @Override
    public void close() throws MqttException {
        if (client.isConnected()) {
            client.disconnectForcibly(0, 50);
        }
        client.close(true);
    }
}
