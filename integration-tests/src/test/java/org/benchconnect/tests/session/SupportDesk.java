package org.benchconnect.tests.session;

import java.io.File;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.GeneralSecurityException;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.security.Signature;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Base64;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import org.benchconnect.crypto.testing.TestAuthority;
import org.benchconnect.crypto.testing.TestServer;
import org.benchconnect.crypto.testing.TestSupporters;
import org.benchconnect.crypto.testing.TestSupporters.Person;
import org.benchconnect.tests.Await;
import org.benchconnect.tests.FreePort;

/** The service side: relay, journal and supporter's page in a process of their own, the broker, the lists that say who is who, and supporters with their files. */
final class SupportDesk implements AutoCloseable {
    static final String REGION = "eu";

    private static final Duration PATIENCE = Duration.ofMinutes(2);
    /** The journal writes meanwhile. */
    private static final String PATIENT = "?busy_timeout=120000"; // milliseconds

    final TestSupporters supporters = new TestSupporters(Instant.now());
    final Person anna = supporters.person("Anna Example");
    private final Person unlisted = supporters.person("Nobody Listed");
    private final Person untrained = supporters.person("Training Over");
    private final Person elsewhere = supporters.person("Region Other");

    private final Path folder;
    private final Path authority;
    private final KeyPair registrar = KeyPairGenerator.getInstance("Ed25519").generateKeyPair();
    private final int relayPort = FreePort.next();
    private final DeskBroker broker;
    private final Process relay;
    private volatile int pagePort;
    private volatile int waiting = -1;

    SupportDesk(Programs programs, Path folder) throws Exception {
        this.folder = Files.createDirectories(folder);
        TestAuthority tls = TestAuthority.root("Service side");
        authority = tls.writePem(folder.resolve("anchors.pem"));
        TestServer server = tls.server().issue();
        server.writeChain(folder.resolve("server.pem"));
        Path key = server.writeKey(folder.resolve("server.key"));
        Files.setPosixFilePermissions(key, PosixFilePermissions.fromString("rw-------"));
        replace("supporters", list());
        broker = new DeskBroker(programs, folder);
        relay = programs.startAndRead(
                Map.of(),
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-XX:TieredStopAtLevel=1",
                "-XX:+UseSerialGC",
                "-cp",
                classPath(),
                DeskProgram.class.getName(),
                folder.toString(),
                String.valueOf(relayPort),
                Base64.getEncoder().encodeToString(raw(registrar)),
                String.valueOf(broker.journals()));
        Thread listening = new Thread(this::listen, "relay-of-a-test");
        listening.setDaemon(true);
        listening.start();
        Await.until("the desk listens; it said: " + programs.said("java"), PATIENCE, () -> {
            if (!relay.isAlive()) {
                throw new AssertionError("the desk ended: " + programs.said("java"));
            }
            return waiting == 0;
        });
    }

    private void listen() {
        relay.inputReader(StandardCharsets.US_ASCII)
                .lines()
                .mapToInt(Integer::parseInt)
                .forEach(number -> {
                    if (pagePort == 0) {
                        pagePort = number;
                    } else {
                        waiting = number;
                    }
                });
    }

    /** The page's texts have the same names as other modules' texts: its module comes first. */
    private static String classPath() {
        List<String> all =
                new ArrayList<>(List.of(System.getProperty("java.class.path").split(File.pathSeparator)));
        all.sort(Comparator.comparing(each -> !each.contains("desk.viewer")));
        return String.join(File.pathSeparator, all);
    }

    /** Waits until an agent waits for its viewer. */
    void awaitAgent() throws Exception {
        Await.until("an agent waits at the relay", PATIENCE, () -> waiting == 1);
    }

    private byte[] list() {
        String next = "2126-12-31";
        return supporters.list(
                Instant.now(),
                TestSupporters.entry(anna, next, "us", REGION),
                TestSupporters.entry(untrained, "2026-01-31", REGION),
                TestSupporters.entry(elsewhere, next, "us"));
    }

    /** A supporter whom the agent refuses for this reason. */
    Person refusedFor(String reason) {
        return switch (reason) {
            case "NOT_LISTED" -> unlisted;
            case "TRAINING" -> untrained;
            case "REGION" -> elsewhere;
            default -> throw new AssertionError(reason);
        };
    }

    /** The page's origin. */
    String page() {
        return "https://localhost:" + pagePort;
    }

    int relayPort() {
        return relayPort;
    }

    /** Where agents say what happens. */
    String broker() {
        return "wss://localhost:" + broker.agents() + "/mqtt";
    }

    /** The ports that a laboratory's proxy must let through. */
    List<Integer> ports() {
        return List.of(relayPort, broker.agents());
    }

    /** What the journal has of a session: {@code KIND} or {@code KIND REASON}, in the order of the agent's ledger. */
    List<String> journal(String session) throws SQLException {
        List<String> found = new ArrayList<>();
        try (Connection database =
                        DriverManager.getConnection("jdbc:sqlite:" + folder.resolve("journal.db") + PATIENT);
                PreparedStatement select = database.prepareStatement(
                        "SELECT event, reason FROM session_event WHERE session = ? ORDER BY entry")) {
            select.setString(1, session);
            try (ResultSet rows = select.executeQuery()) {
                while (rows.next()) {
                    String reason = rows.getString(2);
                    found.add(reason == null ? rows.getString(1) : rows.getString(1) + " " + reason);
                }
            }
        }
        return found;
    }

    /** Who vouches for the relay's certificate, and the broker's. */
    Path authority() {
        return authority;
    }

    /** What the administrator of a PC installs: {@code support.json} and the authority of supporters. */
    void install(Path installation) throws IOException, GeneralSecurityException {
        Files.writeString(
                installation.resolve("supporters-ca.pem"),
                pem("CERTIFICATE", supporters.authority().getEncoded()));
        Files.writeString(
                installation.resolve("support.json"),
                """
                {"telephone": "+00 000 0000", "region": "%s", "relays": ["wss://localhost:%d"],
                 "supporters-key": "%s", "authorities": ["supporters-ca.pem"]}
                """
                        .formatted(REGION, relayPort, Base64.getEncoder().encodeToString(supporters.listKey())));
    }

    /** The page learns which key this agent has. */
    void register(String agent, String digest) throws IOException, GeneralSecurityException {
        byte[] json = "{\"v\":1,\"issued\":\"%s\",\"agents\":{\"%s\":\"%s\"}}"
                .formatted(Instant.now(), agent, digest)
                .getBytes(StandardCharsets.UTF_8);
        Signature signature = Signature.getInstance("Ed25519");
        signature.initSign(registrar.getPrivate());
        signature.update(json);
        byte[] line = ("benchconnect-registry 1 " + Base64.getEncoder().encodeToString(signature.sign()) + "\n")
                .getBytes(StandardCharsets.US_ASCII);
        byte[] whole = Arrays.copyOf(line, line.length + json.length);
        System.arraycopy(json, 0, whole, line.length, json.length);
        replace("registry", whole);
    }

    private void replace(String name, byte[] bytes) throws IOException {
        Path next = Files.write(folder.resolve(name + ".next"), bytes);
        Files.move(next, folder.resolve(name), StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
    }

    /** The supporter's key as its file, PKCS#8. */
    Path keyFile(Person person) throws IOException {
        return Files.writeString(
                folder.resolve(person.digest() + ".key"),
                pem("PRIVATE KEY", person.key().getEncoded()));
    }

    /** The supporter's certificate as its file. */
    Path chainFile(Person person) throws IOException {
        return Files.writeString(folder.resolve(person.digest() + ".pem"), pem("CERTIFICATE", person.der()));
    }

    private static String pem(String label, byte[] der) {
        String base64 = Base64.getMimeEncoder(64, new byte[] {'\n'}).encodeToString(der);
        return "-----BEGIN " + label + "-----\n" + base64 + "\n-----END " + label + "-----\n";
    }

    private static byte[] raw(KeyPair pair) {
        byte[] info = pair.getPublic().getEncoded();
        return Arrays.copyOfRange(info, info.length - 32, info.length);
    }

    /** The relay stands still: its connections stay, and it neither reads nor writes. */
    void freeze() throws IOException, InterruptedException {
        signal("-STOP");
    }

    /** It goes on. */
    void thaw() throws IOException, InterruptedException {
        signal("-CONT");
    }

    private void signal(String name) throws IOException, InterruptedException {
        Process kill = new ProcessBuilder("/bin/kill", name, String.valueOf(relay.pid())).start();
        if (kill.waitFor() != 0) {
            throw new AssertionError("no signal " + name + " for the relay");
        }
    }

    @Override
    public void close() throws Exception {
        thaw(); // a process that stands still does not end
        Programs.end(relay);
    }
}
