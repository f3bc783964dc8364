package org.benchconnect.engine.rfb.relay;

import java.io.IOException;

/** A connection to a relay, which sees only what is sealed. For one sender and one receiver at a time; {@link #abort} for any thread. */
public interface RelayTransport {
    /** One message is handed to the network; waits until it is. */
    void send(byte[] message) throws IOException;

    /** One text is handed to the network; waits until it is. */
    void send(String text) throws IOException;

    /**
     * The next message; nothing more is read from the network than what is asked for here.
     *
     * @throws IOException when there is none any more, or it is longer than 64 KiB
     */
    Message receive() throws IOException;

    /** Ends it at once: nothing is handed to the network any more, and nothing received. Never waits, never fails, any number of times. */
    void abort();

    /**
     * A whole message.
     *
     * @param text whether it is one of the relay's own
     * @param bytes of the text in UTF-8, or opaque
     */
    record Message(boolean text, byte[] bytes) {}
}
