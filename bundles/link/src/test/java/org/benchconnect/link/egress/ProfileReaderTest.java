package org.benchconnect.link.egress;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ProfileReaderTest {
    private static final String WHOLE =
            """
            {"name": "lab", "dialect": "azure-iot-hub",
             "regions": {"north": {"hosts": ["*.example.org", "hub.example.net"], "remote-sessions": ["*.example.com"]},
                         "south": {"hosts": []}},
             "proxies": ["proxy.example:3128", "[fd00::5]:8080"],
             "command-key": "MCowBQYDK2VwAyEAAAECAwQFBgcICQoLDA0ODxAREhMUFRYXGBkaGxwdHh8=",
             "trust-roots": ["roots.pem"]}""";

    private static Profile read(String json) throws BrokenProfileException {
        return ProfileReader.read(json.getBytes(StandardCharsets.UTF_8), "lab");
    }

    @Test
    void wholeProfileIsRead() throws BrokenProfileException {
        Profile profile = read(WHOLE);

        assertEquals(Dialect.AZURE_IOT_HUB, profile.dialect());
        assertEquals(Set.of("north", "south"), profile.regions().keySet());
        Profile.Region north = profile.region("north").orElseThrow();
        assertEquals("[*.example.org, hub.example.net]", north.hosts().toString());
        assertEquals("[*.example.com]", north.remoteSessions().toString());
        assertEquals(
                Optional.of(List.of("proxy.example:3128", "[fd00:0:0:0:0:0:0:5]:8080")),
                profile.proxies()
                        .map(all -> all.stream().map(HostPort::toString).toList()));
        assertEquals(Optional.of("MCowBQYDK2VwAyEAAAECAwQFBgcICQoLDA0ODxAREhMUFRYXGBkaGxwdHh8="), profile.commandKey());
        assertEquals(List.of("roots.pem"), profile.trustRoots());
    }

    @Test
    void regionMustBeNamedWhereThereAreSeveral() throws BrokenProfileException {
        Profile two = read(WHOLE);
        Profile one = read("{\"name\":\"lab\",\"dialect\":\"self-hosted\",\"regions\":{\"site\":{}}}");

        assertTrue(two.region("").isEmpty());
        assertTrue(two.region("west").isEmpty());
        assertTrue(one.region("").isPresent());
        assertTrue(one.region("north").isEmpty());
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "[]",
                "null",
                "{}",
                "{\"name\":\"lab\"}",
                "{\"name\":\"other\",\"dialect\":\"self-hosted\",\"regions\":{\"r\":{}}}",
                "{\"name\":\"lab\",\"dialect\":\"mqtt\",\"regions\":{\"r\":{}}}",
                "{\"name\":\"lab\",\"dialect\":\"self-hosted\",\"regions\":{}}",
                "{\"name\":\"lab\",\"dialect\":\"self-hosted\",\"regions\":{\"R\":{}}}",
                "{\"name\":\"lab\",\"dialect\":\"self-hosted\",\"regions\":{\"r\":[]}}",
                "{\"name\":\"lab\",\"dialect\":\"self-hosted\",\"regions\":{\"r\":{}},\"more\":\"x\"}",
                "{\"name\":\"lab\",\"dialect\":\"self-hosted\",\"regions\":{\"r\":{\"host\":[]}}}",
                "{\"name\":\"lab\",\"name\":\"lab\",\"dialect\":\"self-hosted\",\"regions\":{\"r\":{}}}",
                "{\"name\":\"lab\",\"dialect\":\"self-hosted\",\"regions\":{\"r\":{}}} {}",
                "{\"name\":\"lab\",\"dialect\":\"self-hosted\",\"regions\":{\"r\":{}},}",
                "{\"name\":\"lab\",\"dialect\":\"self-hosted\",/* any */\"regions\":{\"r\":{}}}",
                "{'name':'lab','dialect':'self-hosted','regions':{'r':{}}}",
                "{\"name\":\"lab\",\"dialect\":\"self-hosted\",\"regions\":{\"r\":{}},\"command-key\":\"AAEC\"}",
                "{\"name\":\"lab\",\"dialect\":\"self-hosted\",\"regions\":{\"r\":{}},\"command-key\":\"*\"}",
                "{\"name\":\"lab\",\"dialect\":\"self-hosted\",\"regions\":{\"r\":{}},\"command-key\":"
                        + "\"MCowBQYDK2VuAyEAAAECAwQFBgcICQoLDA0ODxAREhMUFRYXGBkaGxwdHh8=\"}", // X25519
                "{\"name\":\"lab\",\"dialect\":\"self-hosted\",\"regions\":{\"r\":{}},\"trust-roots\":[\"../roots.pem\"]}",
                "{\"name\":\"lab\",\"dialect\":\"self-hosted\",\"regions\":{\"r\":{}},\"trust-roots\":[\"/etc/x.pem\"]}",
                "{\"name\":\"lab\",\"dialect\":\"self-hosted\",\"regions\":{\"r\":{}},\"trust-roots\":\"roots.pem\"}",
                "{\"name\":\"lab\",\"dialect\":\"self-hosted\",\"regions\":{\"r\":{}},\"proxies\":[\"proxy\"]}"
            })
    void profileWithAMistakeIsRefusedWhole(String json) {
        assertThrows(BrokenProfileException.class, () -> read(json));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "*", "*.", "*.net", "net", "**.example.org", "a.*.example.org", "*example.org", "hub*.example.org",
                "example.org:443", "https://example.org", "10.0.0.1", "::1", "example.org.", "ex\u00e4mple.org", "",
                        " ",
                "*.*.example.org", "*.10.0.0.1", "*.0.1", "hub_1.example.org"
            })
    void patternThatIsTooWideOrNoNameIsRefused(String pattern) {
        assertThrows(
                BrokenProfileException.class,
                () -> read("{\"name\":\"lab\",\"dialect\":\"self-hosted\",\"regions\":{\"r\":{\"hosts\":[\"" + pattern
                        + "\"]}}}"));
    }

    @Test
    void profileThatIsTooLongIsRefused() {
        String spaces = " ".repeat(ProfileReader.MAX_BYTES);

        assertThrows(BrokenProfileException.class, () -> read(WHOLE + spaces));
    }

    @Test
    void messageShowsNothingThatDoesNotPrint() {
        BrokenProfileException e = assertThrows(
                BrokenProfileException.class,
                () -> read("{\"name\":\"lab\",\"dialect\":\"\\u001b[31m\\u202e" + "x".repeat(200)
                        + "\",\"regions\":{\"r\":{}}}"));

        assertTrue(String.valueOf(e.getMessage()).chars().allMatch(c -> c >= ' ' && c < 0x7f));
        assertTrue(e.found().length() < 110);
    }

    @Test
    void shippedProfilesPermitWhatTheRequirementNamesAndSelfHostedNothingYet()
            throws BrokenProfileException, IOException {
        ProfileFolder shipped = new ProfileFolder(Path.of("..", "..", "cnf"));

        assertEquals(List.of("azure-iot-hub", "self-hosted"), shipped.names());
        Profile azure = shipped.read("azure-iot-hub");
        assertEquals(
                "[*.beckman.com, *.azure-devices.com, *.azure-devices.net]",
                azure.region("international").orElseThrow().hosts().toString());
        assertEquals(
                "[*.mybeckman.cn, *.azure-devices.cn]",
                azure.region("china").orElseThrow().hosts().toString());
        assertEquals(
                "[*.teamviewer.com]",
                azure.region("china").orElseThrow().remoteSessions().toString());
        assertEquals(
                List.of(), shipped.read("self-hosted").region("").orElseThrow().hosts());
    }

    @Test
    void nameOfAProfileCannotLeaveTheFolder(@TempDir Path installation) throws IOException {
        Files.createDirectories(installation.resolve("profiles"));
        Files.writeString(installation.resolve("lab.json"), WHOLE);
        ProfileFolder folder = new ProfileFolder(installation);

        for (String name : List.of("../lab", "..\\lab", "/etc/lab", "", ".", "LAB", "lab.json", "lab\0")) {
            assertFalse(folder.has(name), name);
            assertThrows(BrokenProfileException.class, () -> folder.read(name));
        }
    }

    @Test
    void linkInTheFolderIsNoProfile(@TempDir Path installation) throws IOException {
        Files.createDirectories(installation.resolve("profiles"));
        Path elsewhere = Files.writeString(installation.resolve("elsewhere"), WHOLE);
        Files.createSymbolicLink(installation.resolve("profiles/lab.json"), elsewhere);

        assertFalse(new ProfileFolder(installation).has("lab"));
    }
}
