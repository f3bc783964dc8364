package org.benchconnect.link;

import java.net.URI;
import java.util.List;
import org.benchconnect.core.link.TlsClient;
import org.benchconnect.link.Backoff.Loss;
import org.benchconnect.link.dialect.Access;
import org.benchconnect.link.dialect.Incoming;
import org.benchconnect.link.dialect.Message;

/** The service side as the supervisor sees it. Only the supervisor's thread calls it. */
interface Broker extends AutoCloseable {
    /**
     * Begins one connection and returns at once; how it went is told to the listener.
     *
     * @throws RefusedSettingException if it cannot even begin
     */
    Session open(TlsClient tls, Visit visit, Listener listener) throws RefusedSettingException;

    /** Gives everything back. All sessions are closed by then. */
    @Override
    void close();

    /**
     * One connection to be.
     *
     * @param address where
     * @param client the MQTT client id
     * @param access as whom; closed by the caller when {@link #open} has returned
     * @param will what the service side publishes if this connection breaks
     */
    record Visit(URI address, String client, Access access, Message will) {}

    /** One connection. */
    interface Session extends AutoCloseable {
        /** Publishes; if it is to be acknowledged, the listener hears of that with the same token. Does not wait for it. */
        void publish(Message message, long token);

        /** Asks for what comes on these filters; the listener hears of the answer. Does not wait for it. */
        void subscribe(List<String> filters);

        /** Acknowledges what came: the service side does not send it again. */
        void taken(Receipt receipt);

        /** Ends the connection, whatever state it is in, and gives everything back. */
        @Override
        void close();
    }

    /**
     * What an acknowledgement of something that came needs.
     *
     * @param packet its MQTT packet identifier
     * @param quality its MQTT quality of service: nothing is acknowledged for 0
     */
    record Receipt(int packet, int quality) {}

    /** What becomes of something that came. */
    enum Reception {
        /** Nobody asked for it: the connection ends. */
        UNASKED,
        /** It is acknowledged at once. */
        DONE,
        /** It is acknowledged by {@link Session#taken}, or comes again with the next connection. */
        LATER
    }

    /** Called on threads of the connection; must not block. */
    interface Listener {
        void connected();

        void acknowledged(long token);

        /** The service side has answered to the subscription. */
        void subscribed(boolean granted);

        /** Something came, and may come without end. */
        Reception came(Incoming message, Receipt receipt);

        /** Not connected any more, or never. May be called more than once. */
        void lost(Problem problem, Loss loss);
    }
}
