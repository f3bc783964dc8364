package org.benchconnect.link.hub;

import java.io.IOException;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.security.cert.X509Certificate;
import java.time.Instant;
import java.util.Arrays;
import java.util.Iterator;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicInteger;
import javax.net.ssl.SSLSocket;
import org.benchconnect.link.hub.ConnectRequest.Will;
import org.benchconnect.link.hub.Packet.Walk;
import org.jspecify.annotations.Nullable;

/** One connection of a device, on a thread of its own. */
final class DeviceConnection implements Runnable {
    private static final int LONGEST = 256 * 1024;

    private final HubDouble hub;
    private final Socket socket;
    private final Set<String> filters = ConcurrentHashMap.newKeySet();
    private final Map<Integer, byte[]> underWay = new ConcurrentHashMap<>();
    private final MethodCalls calls = new MethodCalls();
    private final AtomicInteger numbers = new AtomicInteger();
    private volatile @Nullable Frames frames;
    private volatile String device = "";
    private volatile @Nullable Instant tokenEnds;
    private @Nullable HubEvent will;

    /** A rule was broken. */
    private static final class Broken extends Exception {
        private static final long serialVersionUID = 1;
        private final Rule rule;

        Broken(Rule rule) {
            this.rule = rule;
        }
    }

    DeviceConnection(HubDouble hub, Socket socket) {
        this.hub = hub;
        this.socket = socket;
    }

    @Override
    public void run() {
        boolean farewell = false;
        try (socket) {
            Frames opened = new Frames(socket);
            frames = opened;
            hub.asked(opened.upgrade());
            farewell = serve(opened);
        } catch (Broken e) {
            hub.broke(e.rule);
        } catch (IOException e) {
            // Cut off, by either side.
        } finally {
            HubEvent last = will;
            if (!farewell && last != null) {
                hub.take(last);
            }
        }
    }

    /** Until the device says good-bye; what ends it otherwise is thrown. */
    private boolean serve(Frames opened) throws Broken, IOException {
        try {
            connect(Packet.read(opened));
            Packet packet = Packet.read(opened);
            while (packet.type() != Packet.DISCONNECT) {
                read(packet);
                packet = Packet.read(opened);
            }
            return true;
        } finally {
            // Before the socket is closed: then the device comes again.
            hub.gone(this, device);
        }
    }

    private void connect(Packet packet) throws Broken, IOException {
        ConnectRequest asked = ConnectRequest.of(packet);
        String client = asked.client();
        Optional<Instant> end = asked.password().isEmpty()
                ? ofCertificate(client)
                : SignatureCheck.end(asked.password(), HubDouble.NAME, client, hub.key(client));
        if (!asked.isFor(HubDouble.NAME) || end.isEmpty() || !end.get().isAfter(hub.now())) {
            write(new Packet(Packet.CONNACK, 0, new byte[] {0, 5}));
            throw new Broken(Rule.CREDENTIALS);
        }
        Will asWill = asked.will();
        if (asWill != null && !asWill.topic().startsWith(HubEvent.topicOf(client))) {
            throw new Broken(Rule.WILL);
        }
        device = client;
        will = asWill == null ? null : HubEvent.of(client, asWill.topic(), asWill.body(), asWill.retained());
        tokenEnds = end.get();
        hub.connected(this, client);
        write(new Packet(Packet.CONNACK, 0, new byte[] {0, 0}));
    }

    /** Until when the certificate that the device has shown counts; empty if it is not this device's. */
    private Optional<Instant> ofCertificate(String client) throws IOException {
        SSLSocket tls = (SSLSocket) socket;
        if (!tls.getNeedClientAuth()) {
            return Optional.empty();
        }
        X509Certificate shown = (X509Certificate) tls.getSession().getPeerCertificates()[0];
        return shown.getSubjectX500Principal().getName().equals("CN=" + client)
                ? Optional.of(shown.getNotAfter().toInstant())
                : Optional.empty();
    }

    private void read(Packet packet) throws Broken, IOException {
        switch (packet.type()) {
            case Packet.PUBLISH -> published(packet);
            case Packet.SUBSCRIBE -> subscribe(packet);
            case Packet.PINGREQ -> write(new Packet(Packet.PINGRESP, 0, new byte[0]));
            case Packet.PUBACK -> acknowledged(new Walk(packet).two());
            default -> throw new Broken(Rule.TOPICS);
        }
    }

    private void published(Packet packet) throws Broken, IOException {
        int quality = packet.flags() >> 1 & 3;
        if (quality == 2) {
            throw new Broken(Rule.NO_QUALITY_2);
        }
        if (packet.body().length > LONGEST) {
            throw new Broken(Rule.SIZE);
        }
        Walk walk = new Walk(packet);
        String topic = walk.text();
        byte[] id = quality == 0 ? new byte[0] : new byte[] {(byte) walk.one(), (byte) walk.one()};
        if (topic.startsWith(HubEvent.topicOf(device))) {
            if (hub.enforces(Rule.QUOTA)) {
                throw new Broken(Rule.QUOTA);
            }
            hub.take(HubEvent.of(device, topic, walk.rest(), (packet.flags() & 1) != 0));
        } else if (topic.startsWith("$iothub/twin/GET/?$rid=")) {
            say("$iothub/twin/res/200/?$rid=" + topic.substring(topic.indexOf('=') + 1), twin(), 0);
        } else if (topic.startsWith("$iothub/methods/res/")) {
            calls.answered(topic);
        } else {
            throw new Broken(Rule.TOPICS);
        }
        if (quality == 1) {
            write(new Packet(Packet.PUBACK, 0, id));
        }
    }

    private byte[] twin() {
        return ("{\"desired\":" + versioned(hub.desired(device)) + ",\"reported\":{\"$version\":1}}")
                .getBytes(StandardCharsets.UTF_8);
    }

    private static String versioned(String properties) {
        return properties.equals("{}")
                ? "{\"$version\":1}"
                : properties.substring(0, properties.length() - 1) + ",\"$version\":2}";
    }

    private void subscribe(Packet packet) throws Broken, IOException {
        if (hub.enforces(Rule.SUBSCRIPTIONS_REFUSED)) {
            throw new Broken(Rule.SUBSCRIPTIONS_REFUSED);
        }
        Walk walk = new Walk(packet);
        byte[] id = {(byte) walk.one(), (byte) walk.one()};
        int asked = 0;
        while (walk.hasMore()) {
            filters.add(walk.text());
            walk.one();
            asked++;
        }
        if (filters.size() > 5) {
            throw new Broken(Rule.FIVE_SUBSCRIPTIONS);
        }
        if (!filters.stream().allMatch(this::isKnown)) {
            throw new Broken(Rule.TOPICS);
        }
        byte[] answer = Arrays.copyOf(id, 2 + asked);
        Arrays.fill(answer, 2, answer.length, (byte) 1);
        write(new Packet(Packet.SUBACK, 0, answer));
        for (byte[] message : hub.queue(device)) {
            deliver(message);
        }
    }

    private boolean isKnown(String filter) {
        return Set.of(
                        "$iothub/twin/res/#",
                        "$iothub/twin/PATCH/properties/desired/#",
                        "$iothub/methods/POST/#",
                        "devices/" + device + "/messages/devicebound/#")
                .contains(filter);
    }

    /** Only what the device has subscribed to reaches it. */
    void deliver(byte[] message) throws IOException {
        if (filters.contains("devices/" + device + "/messages/devicebound/#") && !underWay.containsValue(message)) {
            int id = numbers.incrementAndGet();
            underWay.put(id, message);
            Frames out = frames;
            if (out != null) {
                out.write(Packet.publish("devices/" + device + "/messages/devicebound/%24.to=device", message, 1, id)
                        .bytes());
            }
        }
    }

    private void acknowledged(int id) {
        byte[] message = underWay.remove(id);
        for (Iterator<byte[]> queued = hub.queue(device).iterator(); queued.hasNext(); ) {
            if (queued.next() == message) {
                queued.remove();
            }
        }
    }

    void tellDesired(String properties) throws IOException {
        if (filters.contains("$iothub/twin/PATCH/properties/desired/#")) {
            say(
                    "$iothub/twin/PATCH/properties/desired/?$version=2",
                    versioned(properties).getBytes(StandardCharsets.UTF_8),
                    0);
        }
    }

    int invoke(String method, byte[] payload) throws IOException, InterruptedException {
        if (!filters.contains("$iothub/methods/POST/#")) {
            return 404;
        }
        String request = calls.begin();
        say("$iothub/methods/POST/" + method + "/?$rid=" + request, payload, 0);
        return calls.status(request);
    }

    void endIfTokenEnds(Instant then) {
        Instant end = tokenEnds;
        if (end != null && !end.isAfter(then)) {
            hub.broke(Rule.TOKEN_ENDED);
            close();
        }
    }

    Set<String> filters() {
        return Set.copyOf(filters);
    }

    /** No longer this device's before the device can notice, and so before it comes again. */
    void close() {
        hub.gone(this, device);
        try {
            socket.close();
        } catch (IOException e) {
            // Gone already.
        }
    }

    private void say(String topic, byte[] payload, int quality) throws IOException {
        write(Packet.publish(topic, payload, quality, 0));
    }

    private void write(Packet packet) throws IOException {
        Frames out = frames;
        if (out != null) {
            out.write(packet.bytes());
        }
    }
}
