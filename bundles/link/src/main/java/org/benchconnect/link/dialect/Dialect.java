package org.benchconnect.link.dialect;

import java.net.URI;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.benchconnect.core.link.Stream;

/** How one service side is spoken to by one agent. Pure apart from reading the secret; safe for any thread. */
public interface Dialect {
    /** Where the WebSocket is. */
    URI address();

    /** The MQTT client id. One connection at a time has it. */
    String client();

    /**
     * As whom to connect now; the caller closes it.
     *
     * @param now of the PC's clock
     * @throws UnreadableSecretException if the password or key cannot be read
     */
    Access access(Instant now) throws UnreadableSecretException;

    /**
     * An event, to be published at least once.
     *
     * @param stream what it belongs to
     * @param id its CloudEvents id
     * @param event in UTF-8
     * @throws IllegalArgumentException if the service side takes none of this size
     */
    Message event(Stream stream, String id, byte[] event);

    /**
     * Where the agent listens, at most five filters. Asked for together, once in a connection.
     *
     * @param commands whether a command would be obeyed here: without, nobody listens for any
     */
    List<String> subscriptions(boolean commands);

    /** What the agent asks when the service side has granted that it listens; empty for nothing. */
    Optional<Message> question();

    /** What a message is taken to be. */
    Heard heard(Incoming message);

    /**
     * The answer to a command that somebody waits for.
     *
     * @param request as it was heard
     */
    Message answer(String request, Outcome outcome);

    /** What became of a command. */
    enum Outcome {
        /** Obeyed. */
        TAKEN,
        /** Not obeyed: unknown, unsigned, not now, or here before. */
        REFUSED,
        /** There is no such thing here. */
        UNKNOWN,
        /** It could not be kept that it was here, so it was not obeyed; it may come again. */
        NOT_NOW
    }
}
