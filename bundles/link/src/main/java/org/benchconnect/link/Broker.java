package org.benchconnect.link;

import org.benchconnect.core.link.TlsClient;
import org.benchconnect.link.Backoff.Loss;

/** The service side as the supervisor sees it. Only the supervisor's thread calls it. */
interface Broker extends AutoCloseable {
    /**
     * Begins one connection and returns at once; how it went is told to the listener.
     *
     * @param will what the service side publishes, retained, if this connection breaks
     * @param look the only topic on which something may come
     * @throws RefusedSettingException if it cannot even begin
     */
    Session open(TlsClient tls, String client, Message will, String look, Listener listener)
            throws RefusedSettingException;

    /** Gives everything back. All sessions are closed by then. */
    @Override
    void close();

    /**
     * What is published, at least once.
     *
     * @param topic where
     * @param payload what
     * @param retained whether later subscribers get it too
     */
    record Message(String topic, byte[] payload, boolean retained) {}

    /** One connection. */
    interface Session extends AutoCloseable {
        /** Publishes; the listener hears of the acknowledgement with the same token. Does not wait for it. */
        void publish(Message message, long token);

        /** Asks for what comes on the one topic; the listener hears of the answer. Does not wait for it. */
        void subscribe();

        /** Ends the connection, whatever state it is in, and gives everything back. */
        @Override
        void close();
    }

    /** Called on threads of the connection; must not block. */
    interface Listener {
        void connected();

        void acknowledged(long token);

        /** The service side has answered to the subscription. */
        void subscribed(boolean granted);

        /** Something came on the one topic, and may come without end. */
        void look();

        /** Not connected any more, or never. May be called more than once. */
        void lost(Problem problem, Loss loss);
    }
}
