package org.benchconnect.teamviewerbridge.support;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Instant;
import java.util.Base64;
import java.util.List;
import java.util.Optional;
import org.benchconnect.crypto.testing.TestSupporters;
import org.benchconnect.launcher.storage.testing.FaultyStorage;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class SupportFileTest {
    private static final Path FOLDER = Path.of("/installation");
    private static final TestSupporters SERVICE = new TestSupporters(Instant.parse("2026-11-22T12:00:00Z"));
    private static final String KEY = Base64.getEncoder().encodeToString(SERVICE.listKey());
    private static final String WHOLE =
            "{\"telephone\":\"+39 02 123456\",\"region\":\"eu\",\"relays\":[\"wss://relay.example\"],"
                    + "\"supporters-key\":\"" + KEY + "\",\"authorities\":[\"ca.pem\"]}";

    private final FaultyStorage storage = new FaultyStorage(FOLDER);
    private final SupportFile file = new SupportFile(storage, FOLDER);

    @BeforeEach
    void anAuthority() throws Exception {
        storage.create(
                FOLDER.resolve("ca.pem"),
                ("-----BEGIN CERTIFICATE-----\n"
                                + Base64.getMimeEncoder()
                                        .encodeToString(SERVICE.authority().getEncoded())
                                + "\n-----END CERTIFICATE-----\n")
                        .getBytes(StandardCharsets.US_ASCII));
    }

    private Optional<Support> read(String text) throws SupportFileException {
        try {
            storage.create(FOLDER.resolve(SupportFile.NAME), text.getBytes(StandardCharsets.UTF_8));
        } catch (IOException e) {
            throw new IllegalStateException(e);
        }
        return file.read();
    }

    @Test
    void withoutTheFileThereIsNoService() throws SupportFileException {
        assertEquals(Optional.empty(), file.read());
    }

    @Test
    void aWholeFileIsRead() throws SupportFileException {
        Support support = read(WHOLE).orElseThrow();

        assertEquals("+39 02 123456", support.telephone());
        assertEquals("eu", support.region());
        assertEquals(
                List.of(URI.create("wss://relay.example")),
                support.own().orElseThrow().relays());
    }

    @Test
    void aProgramWithAServiceOfItsOwnNeedsOnlyNumberAndRegion() throws SupportFileException {
        assertTrue(read("{\"telephone\":\"+39 02 123456\",\"region\":\"eu\"}")
                .orElseThrow()
                .own()
                .isEmpty());
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "[]",
                "{}",
                "{\"telephone\":\"+39 02 123456\"}",
                "{\"telephone\":\"call me\",\"region\":\"eu\"}",
                "{\"telephone\":\"+39 02 123456\",\"region\":\"EU\"}",
                "{\"telephone\":\"+39 02 123456\",\"region\":\"eu\",\"more\":\"x\"}",
                "{\"telephone\":\"+39 02 123456\",\"region\":\"eu\",\"region\":\"us\"}",
                "{\"telephone\":\"+39 02 123456\",\"region\":null}",
                "{\"telephone\":\"+39 02 123456\",\"region\":\"eu\"} x",
                "{\"telephone\":\"+39 02 123456\",\"region\":\"eu\",}",
                "{\"telephone\":\"+39 02 123456\",\"region\":\"eu\",\"relays\":[\"wss://relay.example\"]}",
                "{'telephone':'+39 02 123456','region':'eu'}"
            })
    void anythingElseDoesNotCount(String text) {
        assertThrows(SupportFileException.class, () -> read(text));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "ws://relay.example",
                "https://relay.example",
                "wss://relay.example:8443",
                "wss://user@relay.example",
                "wss://relay.example/path",
                "wss://relay.example?x",
                "wss://",
                "wss:relay.example",
                "wss://127.0.0.1.example:8443",
                "wss://rel ay"
            })
    void anAddressThatIsNotPlainWssDoesNotCount(String relay) {
        assertThrows(SupportFileException.class, () -> read(WHOLE.replace("wss://relay.example", relay)));
    }

    @ParameterizedTest
    @ValueSource(strings = {"wss://localhost:8443", "wss://127.0.0.1:9000", "wss://relay.example:443"})
    void onThisPcAnyPortIsTaken(String relay) throws SupportFileException {
        assertTrue(read(WHOLE.replace("wss://relay.example", relay)).isPresent());
    }

    @ParameterizedTest
    @ValueSource(strings = {"../ca.pem", "/etc/ca.pem", "other.pem", "", ".hidden", "support.json"})
    void anAuthorityThatIsNoFileOfTheInstallationDoesNotCount(String name) {
        assertThrows(SupportFileException.class, () -> read(WHOLE.replace("ca.pem", name)));
    }

    @Test
    void anotherKeyThanEd25519DoesNotCount() {
        assertThrows(SupportFileException.class, () -> read(WHOLE.replace(KEY, "AAAA")));
        assertThrows(
                SupportFileException.class,
                () -> read(WHOLE.replace(KEY, Base64.getEncoder().encodeToString(new byte[32]))));
    }

    @Test
    void aFileThatIsTooLongDoesNotCount() {
        assertThrows(SupportFileException.class, () -> read(WHOLE + " ".repeat(SupportText.LONGEST)));
    }
}
