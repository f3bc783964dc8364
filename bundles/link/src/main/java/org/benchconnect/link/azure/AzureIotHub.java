package org.benchconnect.link.azure;

import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.random.RandomGenerator;
import java.util.regex.Pattern;
import org.benchconnect.core.link.Stream;
import org.benchconnect.link.dialect.Access;
import org.benchconnect.link.dialect.Dialect;
import org.benchconnect.link.dialect.Heard;
import org.benchconnect.link.dialect.Incoming;
import org.benchconnect.link.dialect.Message;
import org.benchconnect.link.dialect.SecretLine;
import org.benchconnect.link.dialect.SelfHosted;
import org.benchconnect.link.dialect.UnreadableSecretException;
import org.jspecify.annotations.Nullable;

/**
 * Azure IoT Hub. With a device key each connection has a token of its own, which ends after {@link #TOKEN_LIFE}; the hub takes no new one within a connection, so the
 * connection is made anew before. Without a key the client certificate of the TLS connection says which device this is.
 *
 * <p>Never QoS 2 (the hub ends the connection), nothing retained (the hub makes a property of it), a will on the topic for events alone, four of at most five
 * subscriptions. The agent reports nothing in its twin: what leaves this PC is in streams.
 */
public final class AzureIotHub implements Dialect {
    /** Of the WebSocket. */
    public static final String PATH = "/$iothub/websocket";

    /** Long enough that a fleet's renewals are few, short enough that a token that got into wrong hands is soon worth nothing. */
    static final Duration TOKEN_LIFE = Duration.ofHours(4);

    private static final String API = "/?api-version=2021-04-12";
    /** The hub takes 256 KB with everything about a message. */
    private static final int LONGEST_EVENT = 250 * 1024;
    /** A method has at most 128 KB, a twin 32 KB on each side with what the hub adds. */
    private static final int LONGEST_INCOMING = 128 * 1024;
    /** Those of the hub that need no encoding in a topic. */
    private static final Pattern DEVICE = Pattern.compile("[A-Za-z0-9][A-Za-z0-9._:-]{0,127}");

    private static final Pattern REQUEST = Pattern.compile("[A-Za-z0-9-]{1,64}");
    private static final String TWIN = "$iothub/twin/res/";
    private static final String DESIRED = "$iothub/twin/PATCH/properties/desired/";
    private static final String METHODS = "$iothub/methods/POST/";
    /** The one method of this agent. */
    private static final String METHOD = METHODS + "command/?$rid=";

    private static final String RID = "?$rid=";

    private final URI address;
    private final String device;
    private final @Nullable SecretLine key;
    private final RandomGenerator random;

    /**
     * One device of one hub.
     *
     * @param hub {@code wss://host} or with port; its path does not matter
     * @param device the device's id
     * @param key the device's symmetric key in base64, or null for a client certificate
     * @param random for when the token is renewed
     * @throws IllegalArgumentException if no device can be called so
     */
    public AzureIotHub(URI hub, String device, @Nullable SecretLine key, RandomGenerator random) {
        if (!isDevice(device)) {
            throw new IllegalArgumentException("a device's id does not have the form of one");
        }
        String port = hub.getPort() < 0 ? "" : ":" + hub.getPort();
        this.address =
                URI.create("wss://" + hub.getHost() + port + PATH + (key == null ? "" : "?iothub-no-client-cert=true"));
        this.device = device;
        this.key = key;
        this.random = random;
    }

    /** Whether a device can be called so. */
    public static boolean isDevice(String id) {
        return DEVICE.matcher(id).matches();
    }

    @Override
    public URI address() {
        return address;
    }

    @Override
    public String client() {
        return device;
    }

    @Override
    public Access access(Instant now) throws UnreadableSecretException {
        String hub = address.getHost().toLowerCase(Locale.ROOT);
        String user = hub + "/" + device + API;
        if (key == null) {
            return new Access(user, new char[0], null);
        }
        char[] secret = key.reveal();
        try {
            return new Access(user, SasToken.of(hub, device, secret, now.plus(TOKEN_LIFE)), renewal());
        } finally {
            Arrays.fill(secret, '\0');
        }
    }

    /** At about 85 % of the token's life, each agent at another moment. */
    private Duration renewal() {
        long hundredth = TOKEN_LIFE.toMillis() / 100;
        return Duration.ofMillis(80 * hundredth + random.nextLong(10 * hundredth + 1));
    }

    @Override
    public Message event(Stream stream, String id, byte[] event) {
        if (event.length > LONGEST_EVENT) {
            throw new IllegalArgumentException("an event has at most " + LONGEST_EVENT + " bytes");
        }
        return Message.atLeastOnce(
                "devices/" + device + "/messages/events/" + PropertyBag.of(id, SelfHosted.name(stream)), event);
    }

    @Override
    public List<String> subscriptions(boolean commands) {
        List<String> filters = new ArrayList<>(List.of(TWIN + "#", DESIRED + "#"));
        if (commands) {
            filters.add(METHODS + "#");
            filters.add(toDevice() + "#");
        }
        return filters;
    }

    private String toDevice() {
        return "devices/" + device + "/messages/devicebound/";
    }

    /** A change of the desired properties comes only while connected, so the agent asks after each connect. */
    @Override
    public Optional<Message> question() {
        return Optional.of(Message.once("$iothub/twin/GET/" + RID + "1", new byte[0]));
    }

    @Override
    public Heard heard(Incoming message) {
        if (message.payload().length > LONGEST_INCOMING) {
            return new Heard.Unasked();
        }
        String topic = message.topic();
        if (topic.startsWith(toDevice())) {
            return new Heard.Command(message.payload(), null);
        }
        if (topic.startsWith(METHODS)) {
            return method(topic, message.payload());
        }
        if (topic.startsWith(TWIN)) {
            boolean answer = topic.startsWith(TWIN + "200/");
            return answer && DesiredState.asksInTwin(message.payload()) ? new Heard.Look() : new Heard.Nothing();
        }
        if (topic.startsWith(DESIRED)) {
            return DesiredState.asksInChange(message.payload()) ? new Heard.Look() : new Heard.Nothing();
        }
        return new Heard.Unasked();
    }

    private static Heard method(String topic, byte[] payload) {
        int rid = topic.lastIndexOf(RID);
        String request = rid < 0 ? "" : topic.substring(rid + RID.length());
        if (!REQUEST.matcher(request).matches()) {
            return new Heard.Unasked();
        }
        return topic.equals(METHOD + request) ? new Heard.Command(payload, request) : new Heard.Unknown(request);
    }

    @Override
    public Message answer(String request, Outcome outcome) {
        int status =
                switch (outcome) {
                    case TAKEN -> 200;
                    case REFUSED -> 403;
                    case UNKNOWN -> 404;
                    case NOT_NOW -> 503;
                };
        return Message.once(
                "$iothub/methods/res/" + status + "/" + RID + request, "{}".getBytes(StandardCharsets.UTF_8));
    }

    /** The hub alone. */
    @Override
    public String toString() {
        return "AzureIotHub";
    }
}
