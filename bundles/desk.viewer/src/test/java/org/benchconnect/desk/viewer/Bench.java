package org.benchconnect.desk.viewer;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.IOException;
import java.net.BindException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.security.GeneralSecurityException;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.security.PrivateKey;
import java.security.Signature;
import java.time.Duration;
import java.time.Instant;
import java.util.Arrays;
import java.util.Base64;
import java.util.HexFormat;
import java.util.Set;
import java.util.concurrent.ThreadLocalRandom;
import org.benchconnect.desk.relay.Relay;
import org.benchconnect.desk.relay.RelayLimits;
import org.benchconnect.desk.relay.RelaySettings;

/** A desk as far as a session needs it: the real relay, the real server of the page, a registry, and a supporter's files. */
final class Bench implements AutoCloseable {
    static final String CODE = "123456789";
    static final String PASSWORD = "23LZ4ABCDE";

    private static final KeyPair SIGNER = pair();

    /** Nobody is cut for being slow. */
    private static final Duration LONG = Duration.ofMinutes(10);

    private static final RelayLimits LIMITS = new RelayLimits(
            100_000,
            100_000,
            RelayLimits.SHIPPED.sockets(),
            LONG,
            LONG,
            RelayLimits.SHIPPED.ping(),
            LONG,
            RelayLimits.SHIPPED.session());

    final Path folder;
    final Relay relay;
    final Viewer viewer;
    final Path key;
    final Path chain;

    private final Tls tls;

    Bench(Tls tls) throws Exception {
        this.tls = tls;
        folder = Files.createTempDirectory("viewer-bench");
        key = folder.resolve("supporter.key");
        chain = folder.resolve("supporter.pem");
        Files.writeString(key, pem("PRIVATE KEY", Golden.bytes(Golden.read("inputs"), "supporter", "pkcs8")));
        Files.writeString(chain, chainOf("inputs"));
        register(TestAgent.ID, TestAgent.digest(), Instant.now());
        int free = free();
        InetAddress here = InetAddress.getLoopbackAddress();
        String key32 = Base64.getEncoder().encodeToString(raw(SIGNER));
        viewer = Viewer.start(new ViewerSettings(
                new InetSocketAddress(here, 0),
                tls.server,
                "wss://127.0.0.1:" + free,
                key32,
                new RegistryFile(registry())));
        relay = Relay.start(new RelaySettings(
                new InetSocketAddress(here, free), tls.server, Set.of(url()), () -> "a list".getBytes(UTF_8), LIMITS));
    }

    /** One that no outgoing connection gets meanwhile: the system takes theirs from 32768 up. */
    private static int free() throws IOException {
        while (true) {
            int port = ThreadLocalRandom.current().nextInt(20_000, 32_000);
            try (ServerSocket socket = new ServerSocket(port, 1, InetAddress.getLoopbackAddress())) {
                return socket.getLocalPort();
            } catch (BindException e) {
                continue; // somebody has it
            }
        }
    }

    String url() {
        return "https://127.0.0.1:" + viewer.port();
    }

    /** An agent that waits. */
    TestAgent agent() throws Exception {
        return new TestAgent(tls, relay.port(), CODE);
    }

    Path registry() {
        return folder.resolve("registry");
    }

    /** A registry of one agent. */
    void register(String agent, String digest, Instant issued) throws IOException, GeneralSecurityException {
        register(
                "{\"v\":1,\"issued\":\"" + issued + "\",\"agents\":{\"" + agent + "\":\"" + digest + "\"}}",
                SIGNER.getPrivate());
    }

    /** A registry that somebody else signed. */
    void registerByAnother() throws IOException, GeneralSecurityException {
        register(
                "{\"v\":1,\"issued\":\"" + Instant.now() + "\",\"agents\":{\"" + TestAgent.ID + "\":\""
                        + TestAgent.digest() + "\"}}",
                pair().getPrivate());
    }

    void registerOld() throws IOException, GeneralSecurityException {
        register(TestAgent.ID, TestAgent.digest(), Instant.now().minus(Duration.ofHours(25)));
    }

    void register(String json) throws IOException, GeneralSecurityException {
        register(json, SIGNER.getPrivate());
    }

    private void register(String json, PrivateKey signer) throws IOException, GeneralSecurityException {
        Signature signature = Signature.getInstance("Ed25519");
        signature.initSign(signer);
        signature.update(json.getBytes(UTF_8));
        String line = "benchconnect-registry 1 " + Base64.getEncoder().encodeToString(signature.sign()) + "\n";
        Path next = folder.resolve("next");
        Files.writeString(next, line + json);
        Files.move(next, registry(), StandardCopyOption.REPLACE_EXISTING, StandardCopyOption.ATOMIC_MOVE);
    }

    private static KeyPair pair() {
        try {
            return KeyPairGenerator.getInstance("Ed25519").generateKeyPair();
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException(e);
        }
    }

    private static byte[] raw(KeyPair pair) {
        byte[] spki = pair.getPublic().getEncoded();
        return Arrays.copyOfRange(spki, spki.length - 32, spki.length);
    }

    static String pem(String label, byte[] der) {
        return "-----BEGIN " + label + "-----\n"
                + Base64.getMimeEncoder(64, "\n".getBytes(UTF_8)).encodeToString(der) + "\n-----END " + label
                + "-----\n";
    }

    private static String chainOf(String golden) {
        StringBuilder chain = new StringBuilder();
        Golden.read(golden)
                .getAsJsonArray("chain")
                .forEach(one -> chain.append(pem("CERTIFICATE", HexFormat.of().parseHex(one.getAsString()))));
        return chain.toString();
    }

    @Override
    public void close() throws IOException {
        viewer.close();
        relay.close();
        try (var files = Files.list(folder)) {
            for (Path file : files.toList()) {
                Files.delete(file);
            }
        }
        Files.delete(folder);
    }
}
