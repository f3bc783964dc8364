package org.benchconnect.cli.desk;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.google.gson.JsonObject;
import com.google.gson.JsonParser;
import java.io.ByteArrayOutputStream;
import java.io.InputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.KeyPairGenerator;
import java.security.MessageDigest;
import java.security.PublicKey;
import java.security.cert.CertificateFactory;
import java.security.cert.X509Certificate;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.Base64;
import java.util.HexFormat;
import java.util.List;
import java.util.stream.Stream;
import org.benchconnect.crypto.signature.Scheme;
import org.benchconnect.crypto.signature.VerificationKey;
import org.benchconnect.crypto.supporter.SupporterPolicy;
import org.benchconnect.crypto.supporter.SupporterRefusedException;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The commands, as somebody types them. */
class DeskTest {
    private static final InstantSource CLOCK = InstantSource.fixed(Instant.parse("2026-11-22T10:00:00Z"));
    private static final String AGENT = "0b9aa1c2-95dc-4d0e-8d4b-3ab1b2f11c02";

    @TempDir
    Path folder;

    private String desk;
    private String said = "";

    @BeforeEach
    void init() {
        desk = folder.resolve("desk").toString();
        assertEquals(0, run("init", desk, "--telephone", "+39 02 123456"), () -> said);
    }

    @Test
    void aNewDeskHasWhatAgentsNeedAndKeepsItsKeys() throws Exception {
        JsonObject support = JsonParser.parseString(Files.readString(Path.of(desk, "for-agents/support.json")))
                .getAsJsonObject();

        assertEquals("+39 02 123456", support.get("telephone").getAsString());
        assertEquals("eu", support.get("region").getAsString());
        assertEquals("[\"wss://localhost:8443\"]", support.get("relays").toString());
        assertEquals("[\"supporters-ca.pem\"]", support.get("authorities").toString());
        assertEquals(
                32, Base64.getDecoder().decode(support.get("supporters-key").getAsString()).length);
        try (Stream<Path> all = Files.walk(Path.of(desk))) {
            for (Path key : all.filter(file -> file.toString().endsWith(".key"))
                    .filter(file -> !file.toString().contains("public"))
                    .toList()) {
                assertEquals(
                        "rw-------", PosixFilePermissions.toString(Files.getPosixFilePermissions(key)), key.toString());
            }
        }
    }

    @Test
    void aDeskIsMadeInAnEmptyFolderOnly() {
        assertEquals(1, run("init", desk, "--telephone", "+39 02 123456"));
        assertTrue(said.contains("not empty"), said);
    }

    @Test
    void relayAndPageAreOfDifferentOrigins() {
        String other = folder.resolve("other").toString();

        assertEquals(
                2, run("init", other, "--telephone", "112", "--relay", "desk.example", "--viewer", "desk.example:443"));
        assertFalse(Files.exists(Path.of(other)));
    }

    @Test
    void aDeskForOthersListensAtAllAddressesAtItsName() throws Exception {
        String other = folder.resolve("other").toString();

        assertEquals(
                0,
                run("init", other, "--telephone", "112", "--relay", "relay.example", "--viewer", "desk.example:8444"));
        String settings = Files.readString(Path.of(other, "desk.json"));

        assertTrue(settings.contains("\"0.0.0.0\"") && settings.contains("443"), settings);
        assertTrue(settings.contains("\"viewers\": \"https://desk.example:8444\""), settings);
        assertTrue(settings.contains("\"relay\": \"wss://relay.example\""), settings);
    }

    @Test
    void aSupporterGetsKeyAndCertificateAndIsOnTheList() throws Exception {
        assertEquals(
                0,
                run(
                        "supporter",
                        "add",
                        desk,
                        "Ada Example",
                        "--organisation",
                        "Example Service",
                        "--trained",
                        "2027-03-31",
                        "--region",
                        "eu,ch"),
                () -> said);

        assertEquals(0, run("supporter", "list", desk, "--json"));
        JsonObject listed = JsonParser.parseString(said).getAsJsonArray().get(0).getAsJsonObject();
        String digest = listed.get("certificate").getAsString();
        assertEquals("Ada Example", listed.get("name").getAsString());
        assertTrue(Files.readString(Path.of(desk, "public/supporters")).contains(digest));
        assertTrue(Files.exists(Path.of(desk, "supporters/Ada-Example/key.pem")));
        assertTrue(Files.exists(Path.of(desk, "supporters/Ada-Example/chain.pem")));
    }

    @Test
    void anAgentAdmitsWhomTheDeskListsAndNobodyElse() throws Exception {
        run("supporter", "add", desk, "Ada Example", "--organisation", "Example Service", "--trained", "2027-03-31");
        JsonObject support = JsonParser.parseString(Files.readString(Path.of(desk, "for-agents/support.json")))
                .getAsJsonObject();
        SupporterPolicy policy = SupporterPolicy.of(
                VerificationKey.of(
                        Scheme.ED25519,
                        Base64.getDecoder().decode(support.get("supporters-key").getAsString())),
                certificates(Path.of(desk, "for-agents/supporters-ca.pem")),
                "eu");
        List<byte[]> chain = new ArrayList<>();
        for (X509Certificate one : certificates(Path.of(desk, "supporters/Ada-Example/chain.pem"))) {
            chain.add(one.getEncoded());
        }
        byte[] list = Files.readAllBytes(Path.of(desk, "public/supporters"));
        run("supporter", "remove", desk, "Ada Example");
        byte[] later = Files.readAllBytes(Path.of(desk, "public/supporters"));

        assertEquals(
                "Ada Example",
                policy.admit(chain, list, CLOCK.instant()).supporter().name());
        assertThrows(SupporterRefusedException.class, () -> policy.admit(chain, later, CLOCK.instant()));
    }

    private static List<X509Certificate> certificates(Path pem) throws Exception {
        try (InputStream in = Files.newInputStream(pem)) {
            return CertificateFactory.getInstance("X.509").generateCertificates(in).stream()
                    .map(X509Certificate.class::cast)
                    .toList();
        }
    }

    @Test
    void aSupporterWhoIsRemovedIsOnNoListFromThenOn() throws Exception {
        run("supporter", "add", desk, "Ada Example", "--organisation", "Service", "--trained", "2027-03-31");

        assertEquals(0, run("supporter", "remove", desk, "Ada Example"));

        assertTrue(Files.readString(Path.of(desk, "public/supporters")).endsWith("\"supporters\":[]}"));
        assertEquals(1, run("supporter", "remove", desk, "Ada Example"));
    }

    @Test
    void aSupporterMayBringACertificate() throws Exception {
        Path theirs = Path.of(desk, "keys/supporters-ca.pem"); // any certificate does for this

        assertEquals(
                0,
                run(
                        "supporter",
                        "add",
                        desk,
                        "Ada Example",
                        "--certificate",
                        theirs.toString(),
                        "--trained",
                        "2027-03-31"),
                () -> said);

        assertFalse(Files.exists(Path.of(desk, "supporters")));
    }

    @Test
    void whatIsNoSupporterIsRefusedBeforeAKeyIsMade() {
        assertEquals(
                1,
                run(
                        "supporter",
                        "add",
                        desk,
                        "Ada",
                        "--organisation",
                        "S",
                        "--trained",
                        "2027-03-31",
                        "--region",
                        "EU"));
        assertEquals(2, run("supporter", "add", desk, "Ada", "--organisation", "S", "--trained", "tomorrow"));
        assertEquals(2, run("supporter", "add", desk, "Ada", "--trained", "2027-03-31"));
        assertEquals(1, run("supporter", "add", desk, "..", "--organisation", "S", "--trained", "2027-03-31"));
        assertFalse(Files.exists(Path.of(desk, "supporters")));
    }

    @Test
    void anAgentIsKnownByItsKey() throws Exception {
        KeyPairGenerator generator = KeyPairGenerator.getInstance("RSA");
        generator.initialize(4096);
        PublicKey key = generator.generateKeyPair().getPublic();
        String digest =
                HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(key.getEncoded()));
        Path pem = Files.writeString(
                folder.resolve("agent.pem"),
                "-----BEGIN PUBLIC KEY-----\n" + Base64.getMimeEncoder().encodeToString(key.getEncoded())
                        + "\n-----END PUBLIC KEY-----\n");

        assertEquals(0, run("agent", "add", desk, AGENT, pem.toString()), () -> said);
        assertTrue(Files.readString(Path.of(desk, "public/registry")).contains(digest));
        assertEquals(0, run("agent", "list", desk));
        assertEquals(AGENT + "  " + digest, said.strip());

        assertEquals(0, run("agent", "remove", desk, AGENT));
        assertFalse(Files.readString(Path.of(desk, "public/registry")).contains(digest));
    }

    @Test
    void aKeyThatIsTooShortIsRefused() throws Exception {
        KeyPairGenerator generator = KeyPairGenerator.getInstance("RSA");
        generator.initialize(2048);
        Path pem = Files.writeString(
                folder.resolve("agent.pem"),
                Base64.getMimeEncoder()
                        .encodeToString(generator.generateKeyPair().getPublic().getEncoded()));

        assertEquals(1, run("agent", "add", desk, AGENT, pem.toString()));
        assertTrue(said.contains("4096"), said);
    }

    @Test
    void aFolderThatIsNoDeskIsSaidSo() {
        assertEquals(1, run("supporter", "list", folder.toString()));
        assertTrue(said.contains("is it a desk's folder?"), said);
        assertEquals(2, run("nothing"));
        assertEquals(2, run());
        assertEquals(2, run("sign"));
    }

    private int run(String... words) {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        PrintStream print = new PrintStream(out, true, StandardCharsets.UTF_8);
        int code = Desk.run(List.of(words), CLOCK, print, print);
        said = out.toString(StandardCharsets.UTF_8);
        return code;
    }
}
