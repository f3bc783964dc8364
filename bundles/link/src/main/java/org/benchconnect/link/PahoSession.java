package org.benchconnect.link;

import java.util.Arrays;
import java.util.List;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.IntConsumer;
import java.util.stream.IntStream;
import org.benchconnect.link.Backoff.Loss;
import org.benchconnect.link.Broker.Listener;
import org.benchconnect.link.dialect.Access;
import org.benchconnect.link.dialect.Incoming;
import org.benchconnect.link.dialect.Message;
import org.benchconnect.link.transport.DaemonPings;
import org.benchconnect.link.transport.TransportException;
import org.benchconnect.link.transport.WebSocketConnectOptions;
import org.eclipse.paho.client.mqttv3.IMqttActionListener;
import org.eclipse.paho.client.mqttv3.IMqttDeliveryToken;
import org.eclipse.paho.client.mqttv3.IMqttToken;
import org.eclipse.paho.client.mqttv3.MqttAsyncClient;
import org.eclipse.paho.client.mqttv3.MqttCallback;
import org.eclipse.paho.client.mqttv3.MqttException;
import org.eclipse.paho.client.mqttv3.MqttMessage;
import org.eclipse.paho.client.mqttv3.persist.MemoryPersistence;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * One client of Paho for one connection, never used again. Its messages and exceptions go no further than here: they may
 * hold what was sent.
 */
final class PahoSession implements Broker.Session {
    private static final Logger LOG = LoggerFactory.getLogger(PahoSession.class);
    /** For the farewell packet to leave; Paho always waits this long. If it is late, the will says the same. */
    private static final long FAREWELL_MILLIS = 100;

    /** What a broker answers to a subscription that it refuses (MQTT 3.1.1, 3.9.3). */
    private static final int REFUSED = 0x80;

    private final MqttAsyncClient client;
    private final Listener listener;
    /** Whether a message has come that nobody asked for. */
    private final AtomicBoolean unasked = new AtomicBoolean();

    private PahoSession(MqttAsyncClient client, Listener listener) {
        this.client = client;
        this.listener = listener;
    }

    /**
     * Begins.
     *
     * @param signedIn is told the return code of the CONNACK, and may be told other codes of Paho above 5
     */
    static PahoSession open(
            String address,
            Broker.Visit visit,
            WebSocketConnectOptions options,
            Listener listener,
            IntConsumer signedIn)
            throws RefusedSettingException {
        try {
            Access access = visit.access();
            if (access.user() != null) {
                options.setUserName(access.user());
                if (access.password().length > 0) {
                    // Paho keeps a copy of its own.
                    options.setPassword(access.password());
                }
            }
            MqttAsyncClient paho =
                    new MqttAsyncClient(address, visit.client(), new MemoryPersistence(), new DaemonPings());
            // What came is acknowledged when it is kept, not before.
            paho.setManualAcks(true);
            PahoSession session = new PahoSession(paho, listener);
            paho.setCallback(session.new Lost());
            session.connect(options, signedIn);
            return session;
        } catch (MqttException | IllegalArgumentException e) {
            // Paho looks at nothing but the address before it begins.
            throw new RefusedSettingException(Problem.LINK_ADDRESS_NOT_WSS);
        }
    }

    private void connect(WebSocketConnectOptions options, IntConsumer signedIn) {
        try {
            client.connect(options, null, new IMqttActionListener() {
                @Override
                public void onSuccess(IMqttToken token) {
                    signedIn.accept(0);
                    listener.connected();
                }

                @Override
                public void onFailure(IMqttToken token, @Nullable Throwable thrown) {
                    // Paho gives the return codes of a CONNACK that refuses, 1 to 5, as its own; 0 is "an exception of
                    // mine".
                    if (thrown instanceof MqttException refused && refused.getReasonCode() > 0) {
                        signedIn.accept(refused.getReasonCode());
                    }
                    lost(thrown);
                }
            });
        } catch (MqttException e) {
            lost(e);
        }
    }

    @Override
    public void publish(Message message, long token) {
        try {
            int quality = message.acknowledged() ? 1 : 0;
            client.publish(
                    message.topic(), message.payload(), quality, message.retained(), null, new IMqttActionListener() {
                        @Override
                        public void onSuccess(IMqttToken published) {
                            if (message.acknowledged()) {
                                listener.acknowledged(token);
                            }
                        }

                        @Override
                        public void onFailure(IMqttToken published, @Nullable Throwable thrown) {
                            lost(thrown);
                        }
                    });
        } catch (MqttException e) {
            lost(e);
        }
    }

    @Override
    public void subscribe(List<String> filters) {
        int[] qualities = new int[filters.size()];
        Arrays.fill(qualities, 1);
        try {
            client.subscribe(filters.toArray(String[]::new), qualities, null, new IMqttActionListener() {
                @Override
                public void onSuccess(IMqttToken answered) {
                    listener.subscribed(
                            IntStream.of(answered.getGrantedQos()).noneMatch(granted -> granted == REFUSED));
                }

                @Override
                public void onFailure(IMqttToken answered, @Nullable Throwable thrown) {
                    if (thrown instanceof MqttException refused
                            && refused.getReasonCode() == MqttException.REASON_CODE_SUBSCRIBE_FAILED) {
                        listener.subscribed(false);
                    } else {
                        lost(thrown);
                    }
                }
            });
        } catch (MqttException e) {
            lost(e);
        }
    }

    @Override
    public void taken(Broker.Receipt receipt) {
        try {
            client.messageArrivedComplete(receipt.packet(), receipt.quality());
        } catch (MqttException e) {
            lost(e);
        }
    }

    private void lost(@Nullable Throwable thrown) {
        Failure failure = Failure.of(thrown);
        listener.lost(failure.problem(), failure.loss());
    }

    @Override
    public void close() {
        try {
            client.disconnectForcibly(0, FAREWELL_MILLIS, client.isConnected());
        } catch (MqttException e) {
            LOG.debug("Paho's disconnect ended with code {}", e.getReasonCode());
        }
        try {
            client.close(true);
        } catch (MqttException e) {
            LOG.debug("Paho's close ended with code {}", e.getReasonCode());
        }
    }

    /** Hears of the end of a connection that had been made. */
    private final class Lost implements MqttCallback {
        @Override
        public void connectionLost(@Nullable Throwable cause) {
            lost(cause);
        }

        @Override
        public void messageArrived(String topic, MqttMessage message) throws MqttException {
            Broker.Receipt receipt = new Broker.Receipt(message.getId(), message.getQos());
            Broker.Reception reception =
                    listener.came(new Incoming(topic, message.getPayload(), message.isRetained()), receipt);
            if (reception == Broker.Reception.DONE) {
                taken(receipt);
            }
            if (reception != Broker.Reception.UNASKED) {
                return;
            }
            // Whatever else comes is not for this agent, and more may follow without end.
            if (!unasked.getAndSet(true)) {
                LOG.warn("The service side sent a message that nobody asked for: the connection is ended");
                listener.lost(Problem.LINK_NOT_MQTT, Loss.VIOLATION);
            }
            // Paho ends its client at this, and reads no further.
            throw new MqttException(MqttException.REASON_CODE_INVALID_MESSAGE);
        }

        @Override
        public void deliveryComplete(IMqttDeliveryToken token) {
            // Each publish has its own listener.
        }
    }

    /**
     * What Paho's exception means to us.
     *
     * @param problem why
     * @param loss whether other agents have lost their connection too
     */
    record Failure(Problem problem, Loss loss) {
        static Failure of(@Nullable Throwable thrown) {
            for (Throwable cause = thrown; cause != null; cause = cause.getCause()) {
                if (cause instanceof TransportException transport) {
                    return of(transport.reason());
                }
            }
            return thrown instanceof MqttException mqtt
                    ? of(mqtt.getReasonCode())
                    : new Failure(Problem.LINK_LOST, Loss.ISOLATED);
        }

        private static Failure of(TransportException.Reason reason) {
            return switch (reason) {
                case TIMEOUT, UNREACHABLE -> new Failure(Problem.LINK_UNREACHABLE, Loss.ISOLATED);
                case CERTIFICATE -> new Failure(Problem.LINK_UNTRUSTED, Loss.ISOLATED);
                case CLIENT_CERTIFICATE -> new Failure(Problem.LINK_CERTIFICATE_REFUSED, Loss.ISOLATED);
                case TLS -> new Failure(Problem.LINK_NO_SAFE_TLS, Loss.ISOLATED);
                case PROXY -> new Failure(Problem.LINK_PROXY_REFUSED, Loss.ISOLATED);
                case UPGRADE -> new Failure(Problem.LINK_NOT_MQTT, Loss.ISOLATED);
                case PROTOCOL -> new Failure(Problem.LINK_NOT_MQTT, Loss.VIOLATION);
                case CLOSED -> new Failure(Problem.LINK_LOST, Loss.SERVER_SIDE);
            };
        }

        /** Codes of CONNACK (MQTT 3.1.1, table 3.1) and of Paho. */
        private static Failure of(int code) {
            return switch (code) {
                case MqttException.REASON_CODE_INVALID_CLIENT_ID,
                        MqttException.REASON_CODE_FAILED_AUTHENTICATION,
                        MqttException.REASON_CODE_NOT_AUTHORIZED ->
                    new Failure(Problem.LINK_CREDENTIALS_REFUSED, Loss.ISOLATED);
                case MqttException.REASON_CODE_BROKER_UNAVAILABLE ->
                    new Failure(Problem.LINK_SERVER_BUSY, Loss.SERVER_SIDE);
                case MqttException.REASON_CODE_INVALID_PROTOCOL_VERSION, MqttException.REASON_CODE_INVALID_MESSAGE ->
                    new Failure(Problem.LINK_NOT_MQTT, Loss.ISOLATED);
                case MqttException.REASON_CODE_CLIENT_TIMEOUT, MqttException.REASON_CODE_WRITE_TIMEOUT ->
                    new Failure(Problem.LINK_NO_ACKNOWLEDGEMENT, Loss.ISOLATED);
                default -> new Failure(Problem.LINK_LOST, Loss.ISOLATED);
            };
        }
    }
}
