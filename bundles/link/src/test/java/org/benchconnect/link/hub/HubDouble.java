package org.benchconnect.link.hub;

import java.io.IOException;
import java.net.InetAddress;
import java.net.Socket;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentLinkedDeque;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.atomic.AtomicInteger;
import javax.net.ssl.SSLContext;
import javax.net.ssl.SSLServerSocket;

/** One hub with its devices. What the agent may not do ends its connection and is counted by rule. Safe for any thread. */
public final class HubDouble implements AutoCloseable {
    /** How the hub is called in users and tokens; connections come to loopback. */
    public static final String NAME = "localhost";

    private final SSLServerSocket listener;
    private final Map<String, byte[]> keys = new ConcurrentHashMap<>();
    private final Map<String, DeviceConnection> connections = new ConcurrentHashMap<>();
    private final Map<String, ConcurrentLinkedDeque<byte[]>> toDevices = new ConcurrentHashMap<>();
    private final Map<String, String> desired = new ConcurrentHashMap<>();
    private final Map<Rule, AtomicInteger> broken = new ConcurrentHashMap<>();
    private final List<HubEvent> events = new CopyOnWriteArrayList<>();
    private final List<String> paths = new CopyOnWriteArrayList<>();
    private final Set<Rule> strict = ConcurrentHashMap.newKeySet();
    private final AtomicInteger accepted = new AtomicInteger();

    /** Listens on a free port of loopback, for devices with keys. */
    public HubDouble(SSLContext tls) throws IOException {
        this(tls, false);
    }

    /**
     * The same.
     *
     * @param certificates whether devices show certificates that the context trusts, whose common names are their ids, and no keys
     */
    public HubDouble(SSLContext tls, boolean certificates) throws IOException {
        listener = (SSLServerSocket)
                tls.getServerSocketFactory().createServerSocket(0, 50, InetAddress.getLoopbackAddress());
        listener.setNeedClientAuth(certificates);
        Thread thread = new Thread(this::serve, "hub-double");
        thread.setDaemon(true);
        thread.start();
    }

    /** As the settings of an agent have it. */
    public String address() {
        return "wss://localhost:" + listener.getLocalPort() + "/$iothub/websocket";
    }

    /** A device with its symmetric key. */
    public void register(String device, byte[] key) {
        keys.put(device, key.clone());
    }

    /** From now on every message ends the connection, or every subscription does. */
    public void enforce(Rule rule) {
        strict.add(rule);
    }

    /** As before. */
    public void relent(Rule rule) {
        strict.remove(rule);
    }

    /** The hub's clock is this much later for a moment: connections whose token has ended by then end. */
    public void endTokensOf(Duration later) {
        Instant then = now().plus(later);
        connections.values().forEach(connection -> connection.endIfTokenEnds(then));
    }

    /** What the service side wants of a device: the desired properties, JSON without version. */
    public void desire(String device, String properties) throws IOException {
        desired.put(device, properties);
        DeviceConnection connection = connections.get(device);
        if (connection != null) {
            connection.tellDesired(properties);
        }
    }

    /** Queues a message for a device; false if 50 wait already. */
    public boolean send(String device, byte[] message) throws IOException {
        ConcurrentLinkedDeque<byte[]> queue = queue(device);
        if (queue.size() >= 50) {
            return false;
        }
        queue.add(message);
        DeviceConnection connection = connections.get(device);
        if (connection != null) {
            connection.deliver(message);
        }
        return true;
    }

    /** How many messages the device has not acknowledged. */
    public int waiting(String device) {
        return queue(device).size();
    }

    /**
     * Invokes a method of a connected device and waits for its status.
     *
     * @return 504 if it does not answer in time
     */
    public int invoke(String device, String method, byte[] payload) throws IOException, InterruptedException {
        DeviceConnection connection = connections.get(device);
        return connection == null ? 404 : connection.invoke(method, payload);
    }

    /** Ends a device's connection without a word. */
    public void drop(String device) {
        DeviceConnection connection = connections.get(device);
        if (connection != null) {
            connection.close();
        }
    }

    /** Events that were acknowledged, and wills. */
    public List<HubEvent> events() {
        return List.copyOf(events);
    }

    /** How many connections were ended because of a rule. */
    public int broken(Rule rule) {
        AtomicInteger count = broken.get(rule);
        return count == null ? 0 : count.get();
    }

    /** All rules that were broken. */
    public Set<Rule> broken() {
        return Set.copyOf(broken.keySet());
    }

    /** How many connections were accepted: CONNACK with 0. */
    public int accepted() {
        return accepted.get();
    }

    /** Whether a device is connected. */
    public boolean isConnected(String device) {
        return connections.containsKey(device);
    }

    /** Which filters a connected device has subscribed to. */
    public Set<String> subscriptions(String device) {
        DeviceConnection connection = connections.get(device);
        return connection == null ? Set.of() : connection.filters();
    }

    /** The addresses that were asked for. */
    public List<String> paths() {
        return List.copyOf(paths);
    }

    private void serve() {
        while (!listener.isClosed()) {
            try {
                Socket socket = listener.accept();
                Thread thread = new Thread(new DeviceConnection(this, socket), "hub-double-device");
                thread.setDaemon(true);
                thread.start();
            } catch (IOException e) {
                // The test is over.
                return;
            }
        }
    }

    boolean enforces(Rule rule) {
        return strict.contains(rule);
    }

    byte[] key(String device) {
        return keys.getOrDefault(device, new byte[0]);
    }

    Instant now() {
        return Clock.systemUTC().instant();
    }

    void asked(String path) {
        paths.add(path);
    }

    void broke(Rule rule) {
        broken.computeIfAbsent(rule, none -> new AtomicInteger()).incrementAndGet();
    }

    void take(HubEvent event) {
        events.add(event);
    }

    String desired(String device) {
        return desired.getOrDefault(device, "{}");
    }

    ConcurrentLinkedDeque<byte[]> queue(String device) {
        return toDevices.computeIfAbsent(device, none -> new ConcurrentLinkedDeque<>());
    }

    /** The second connection of a device takes the place of the first. */
    void connected(DeviceConnection connection, String device) {
        accepted.incrementAndGet();
        DeviceConnection before = connections.put(device, connection);
        if (before != null) {
            broke(Rule.ONE_CONNECTION);
            before.close();
        }
    }

    void gone(DeviceConnection connection, String device) {
        connections.remove(device, connection);
    }

    @Override
    public void close() throws IOException {
        listener.close();
        new ArrayList<>(connections.values()).forEach(DeviceConnection::close);
    }
}
