package org.benchconnect.link.dialect;

import java.net.URI;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.benchconnect.core.link.Stream;
import org.jspecify.annotations.Nullable;

/**
 * Any MQTT 3.1.1 broker that a laboratory or vendor runs itself: topics {@code bc/v1/{tenant}/{agent}/...}, presence retained, user and password or a client
 * certificate.
 *
 * @param address where
 * @param tenant whose agent
 * @param agent which
 * @param user at the broker, or null
 * @param password of the user, or null
 */
public record SelfHosted(URI address, String tenant, UUID agent, @Nullable String user, @Nullable SecretLine password)
        implements Dialect {
    /** What receivers of any of our service sides take. */
    private static final int LONGEST_EVENT = 256 * 1024;
    /** Longer than any command. */
    private static final int LONGEST_INCOMING = 16 * 1024;

    @Override
    public String client() {
        return agent.toString();
    }

    @Override
    public Access access(Instant now) throws UnreadableSecretException {
        return user == null
                ? Access.anonymous()
                : new Access(user, password == null ? new char[0] : password.reveal(), null);
    }

    @Override
    public Message event(Stream stream, String id, byte[] event) {
        if (event.length > LONGEST_EVENT) {
            throw new IllegalArgumentException("an event has at most " + LONGEST_EVENT + " bytes");
        }
        Message message = Message.atLeastOnce(topic(name(stream)), event);
        return stream == Stream.PRESENCE ? message.kept() : message;
    }

    /** What a stream is called on the wire. */
    public static String name(Stream stream) {
        return switch (stream) {
            case PRESENCE -> "presence";
            case REGISTRATION -> "registration";
            case NOTICES, HOST_CHECKS -> "notify";
            case SESSIONS -> "session";
            case RELEASE_REPORTS -> "update";
            case AUDIT_HEADS -> "audit";
        };
    }

    @Override
    public List<String> subscriptions(boolean commands) {
        return commands ? List.of(topic("cmd/#")) : List.of();
    }

    @Override
    public Optional<Message> question() {
        return Optional.empty();
    }

    /** A retained command is passed over: it would come again with each connection. */
    @Override
    public Heard heard(Incoming message) {
        boolean ours = message.topic().equals(topic("cmd")) || message.topic().startsWith(topic("cmd/"));
        if (!ours || message.payload().length > LONGEST_INCOMING) {
            return new Heard.Unasked();
        }
        return message.retained() ? new Heard.Nothing() : new Heard.Command(message.payload(), null);
    }

    /** Nobody waits for one. */
    @Override
    public Message answer(String request, Outcome outcome) {
        throw new IllegalStateException("nobody waits for an answer");
    }

    private String topic(String name) {
        return "bc/v1/" + tenant + "/" + agent + "/" + name;
    }

    /** Neither user nor secret. */
    @Override
    public String toString() {
        return "SelfHosted";
    }
}
