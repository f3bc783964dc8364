package org.benchconnect.desk.viewer;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.google.gson.JsonObject;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.WebSocket;
import java.nio.ByteBuffer;
import java.security.GeneralSecurityException;
import java.security.KeyFactory;
import java.security.PrivateKey;
import java.security.Signature;
import java.security.cert.CertificateFactory;
import java.security.spec.MGF1ParameterSpec;
import java.security.spec.PKCS8EncodedKeySpec;
import java.security.spec.X509EncodedKeySpec;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.Objects;
import java.util.Queue;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import javax.crypto.Cipher;
import javax.crypto.KeyAgreement;
import javax.crypto.spec.OAEPParameterSpec;
import javax.crypto.spec.PSource;
import org.jspecify.annotations.Nullable;

/** An agent's end of a session as far as the page can see it: it says whatever a test wants it to say. */
final class TestAgent implements AutoCloseable {
    static final String ID = "0a1b2c3d-4e5f-4678-8abc-0123456789ab";

    private static final JsonObject INPUTS = Golden.read("inputs");
    private static final byte[] SPKI = Golden.bytes(INPUTS, "agentRsa", "spki");
    private static final int SECONDS = 60;

    private final BlockingQueue<byte[]> received = new LinkedBlockingQueue<>();
    private final Queue<byte[]> ofThePicture = new ArrayDeque<>();
    private final BlockingQueue<String> texts = new LinkedBlockingQueue<>();
    private final WebSocket socket;
    private volatile boolean full;
    private @Nullable AgentKeys keys;
    byte[] answer = {};

    TestAgent(Tls tls, int relay, String code) throws Exception {
        socket = HttpClient.newBuilder()
                .sslContext(tls.client)
                .build()
                .newWebSocketBuilder()
                .buildAsync(URI.create("wss://127.0.0.1:" + relay + "/v1/agent"), new Ears())
                .get(SECONDS, TimeUnit.SECONDS);
        socket.sendText("{\"v\":1,\"code\":\"" + code + "\",\"agent\":\"" + ID + "\"}", true)
                .get(SECONDS, TimeUnit.SECONDS);
        assertTrue(text().contains("waiting"));
        Objects.requireNonNull(received.poll(SECONDS, TimeUnit.SECONDS), "the relay sends no list");
    }

    /** The digest of its key, as a registry has it. */
    static String digest() throws GeneralSecurityException {
        return HexFormat.of().formatHex(AgentKeys.sha256(SPKI));
    }

    void joined() throws InterruptedException {
        assertTrue(text().contains("joined"));
    }

    private String text() throws InterruptedException {
        return Objects.requireNonNull(texts.poll(SECONDS, TimeUnit.SECONDS), "the relay says nothing");
    }

    /** All that the page sends before the password, checked as the protocol's document says. */
    void handshake() throws Exception {
        joined();
        byte[] hello = hello();
        sendRaw(hello);
        answer = next();
        ByteBuffer in = ByteBuffer.wrap(answer);
        assertTrue(in.get() == 2, "an answer");
        byte[] wrapped = field(in);
        byte[] point = field(in);
        field(in);
        byte[] chain = field(in);
        byte[] unsigned = Arrays.copyOf(answer, in.position());
        assertTrue(proves(chain, AgentKeys.sha256(hello, unsigned), field(in)), "the supporter's signature");
        keys = new AgentKeys(unwrap(wrapped), agree(point), hello, answer);
        sendRaw(keys.confirm());
    }

    /** Up to where nothing is allowed and everything can be asked. */
    void admit() throws Exception {
        handshake();
        say("{\"t\":\"ready\"}");
        assertTrue(heard().contains("\"password\""));
        say("{\"t\":\"authenticated\"}");
    }

    byte[] hello() {
        return AgentKeys.join(
                new byte[] {1},
                field("BCS1".getBytes(UTF_8)),
                field("RSA4096-P256-AES256GCM-SHA256".getBytes(UTF_8)),
                field("0123456789abcdef".getBytes(UTF_8)),
                field(SPKI),
                field(Golden.bytes(INPUTS, "agentEphemeral", "point")),
                field(Golden.bytes(INPUTS, "agentNonce")));
    }

    AgentKeys keys() {
        return Objects.requireNonNull(keys);
    }

    /** A control message. */
    void say(String json) throws Exception {
        send(2, json.getBytes(UTF_8));
    }

    void send(int type, byte[] plain) throws Exception {
        for (int at = 0; at == 0 || at < plain.length; at += 32_768) {
            sendRaw(keys().seal(type, Arrays.copyOfRange(plain, at, Math.min(plain.length, at + 32_768))));
        }
    }

    void sendRaw(byte[] message) throws Exception {
        socket.sendBinary(ByteBuffer.wrap(message), true).get(SECONDS, TimeUnit.SECONDS);
    }

    /** Sends it, unless what was sent before it has ended everything already. */
    void sendUnlessOver(byte[] message) throws InterruptedException {
        try {
            socket.sendBinary(ByteBuffer.wrap(message), true).get(SECONDS, TimeUnit.SECONDS);
        } catch (ExecutionException | TimeoutException e) {
            assertInstanceOf(IOException.class, e.getCause());
        }
    }

    /** The next message of the page, as it came. */
    byte[] next() throws InterruptedException {
        return Objects.requireNonNull(received.poll(SECONDS, TimeUnit.SECONDS), "the page says nothing");
    }

    /** One more message is taken, and what the page sends behind it waits on its way. */
    void takeOneMore() {
        full = true;
    }

    /** The next control message; what came for the picture before it is kept. */
    String heard() throws Exception {
        byte[] frame = next();
        while (frame[0] == 1) {
            ofThePicture.add(keys().open(frame));
            frame = next();
        }
        assertTrue(frame[0] == 2, "a control message, not " + frame[0]);
        return new String(keys().open(frame), UTF_8);
    }

    /** The next messages for the picture, in their order; null if none comes within this time. */
    byte @Nullable [] picture(Duration patience) throws Exception {
        byte[] kept = ofThePicture.poll();
        if (kept != null) {
            return kept;
        }
        byte[] frame = received.poll(patience.toMillis(), TimeUnit.MILLISECONDS);
        if (frame == null) {
            return null;
        }
        assertTrue(frame[0] == 1, "a part of the picture's stream, not " + frame[0]);
        return keys().open(frame);
    }

    /** Begins a picture stream as the agent does, step by step. */
    void open(int width, int height) throws Exception {
        open(Picture.serverInit(width, height, "BenchConnect".getBytes(UTF_8)));
    }

    void open(byte[] serverInit) throws Exception {
        send(1, Picture.VERSION);
        awaitPicture(12);
        send(1, Picture.SECURITY);
        awaitPicture(1);
        send(1, Picture.ACCEPTED);
        awaitPicture(1);
        send(1, serverInit);
    }

    private void awaitPicture(int bytes) throws Exception {
        byte[] plain = keys().open(next());
        assertTrue(plain.length == bytes, plain.length + " bytes for " + bytes);
    }

    /** What the page sent and nobody has looked at. */
    BlockingQueue<byte[]> received() {
        return received;
    }

    /** Gone without a word. */
    void vanish() {
        socket.abort();
    }

    @Override
    public void close() {
        socket.abort();
    }

    private static byte[] field(byte[] bytes) {
        return AgentKeys.join(new byte[] {(byte) (bytes.length >> 8), (byte) bytes.length}, bytes);
    }

    private static byte[] field(ByteBuffer in) {
        byte[] field = new byte[Short.toUnsignedInt(in.getShort())];
        in.get(field);
        return field;
    }

    private static byte[] unwrap(byte[] wrapped) throws GeneralSecurityException {
        Cipher cipher = Cipher.getInstance("RSA/ECB/OAEPPadding");
        OAEPParameterSpec oaep =
                new OAEPParameterSpec("SHA-256", "MGF1", MGF1ParameterSpec.SHA256, PSource.PSpecified.DEFAULT);
        cipher.init(Cipher.DECRYPT_MODE, secret("RSA", Golden.bytes(INPUTS, "agentRsa", "pkcs8")), oaep);
        return cipher.doFinal(wrapped);
    }

    private static byte[] agree(byte[] point) throws GeneralSecurityException {
        byte[] head = HexFormat.of().parseHex("3059301306072a8648ce3d020106082a8648ce3d030107034200");
        KeyAgreement agreement = KeyAgreement.getInstance("ECDH");
        agreement.init(secret("EC", Golden.bytes(INPUTS, "agentEphemeral", "pkcs8")));
        agreement.doPhase(
                KeyFactory.getInstance("EC").generatePublic(new X509EncodedKeySpec(AgentKeys.join(head, point))), true);
        return agreement.generateSecret();
    }

    private static PrivateKey secret(String algorithm, byte[] pkcs8) throws GeneralSecurityException {
        return KeyFactory.getInstance(algorithm).generatePrivate(new PKCS8EncodedKeySpec(pkcs8));
    }

    private static boolean proves(byte[] chain, byte[] digest, byte[] signature) throws GeneralSecurityException {
        int length = Short.toUnsignedInt(ByteBuffer.wrap(chain).getShort(1));
        Signature verifier = Signature.getInstance("SHA256withECDSAinP1363Format");
        verifier.initVerify(CertificateFactory.getInstance("X.509")
                .generateCertificate(new ByteArrayInputStream(chain, 3, length)));
        verifier.update(AgentKeys.join("BenchConnect supporter 1\0".getBytes(UTF_8), digest));
        return verifier.verify(signature);
    }

    private final class Ears implements WebSocket.Listener {
        private final ByteArrayOutputStream message = new ByteArrayOutputStream();

        @Override
        public @Nullable CompletionStage<?> onText(WebSocket from, CharSequence text, boolean last) {
            texts.add(text.toString());
            from.request(1);
            return null;
        }

        @Override
        public @Nullable CompletionStage<?> onBinary(WebSocket from, ByteBuffer bytes, boolean last) {
            byte[] part = new byte[bytes.remaining()];
            bytes.get(part);
            message.writeBytes(part);
            if (last) {
                received.add(message.toByteArray());
                message.reset();
            }
            if (!last || !full) {
                from.request(1);
            }
            return null;
        }
    }
}
