package org.benchconnect.upgrade.repository;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.HashMap;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;
import org.benchconnect.upgrade.tuf.testing.ReleaseRepositorySimulator;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class TrustFolderTest {
    @TempDir
    Path folder;

    private final Map<String, ReleaseRepositorySimulator> vendors = new HashMap<>();
    private Path home;
    private VendorFolder vendor;

    @BeforeEach
    void install() throws IOException {
        home = folder.resolve("home");
        vendor = VendorFolder.in(folder.resolve("installation")).root(root(1, "ours"));
    }

    private String root(int version, String vendor) {
        ReleaseRepositorySimulator repository = vendors.computeIfAbsent(
                vendor, name -> ReleaseRepositorySimulator.at(Instant.parse("2030-01-01T00:00:00Z")));
        while (repository.version("root") < version) {
            repository.publish("root");
        }
        return new String(repository.file(version + ".root.json"), UTF_8);
    }

    private TrustFolder open() throws IOException, VendorProfileException {
        return TrustFolder.open(home, vendor.read());
    }

    private static String trusted(TrustFolder trust) throws IOException {
        return new String(trust.read("root").orElseThrow(), UTF_8);
    }

    @Test
    void theInstallationsRootIsTheFirst() throws Exception {
        assertEquals(root(1, "ours"), trusted(open()));
    }

    @Test
    void metadataIsKeptByteForByte() throws Exception {
        byte[] odd = {'{', '\r', '\n', ' ', '}', 0, -1};
        open().write("timestamp", odd);
        open().write("..%2Fvendor", odd);

        TrustFolder again = open();

        assertArrayEquals(odd, again.read("timestamp").orElseThrow());
        assertArrayEquals(odd, again.read("..%2Fvendor").orElseThrow());
        assertTrue(again.read("snapshot").isEmpty());
    }

    @Test
    void whatIsForgottenStaysForgotten() throws Exception {
        TrustFolder trust = open();
        trust.write("snapshot", new byte[1]);

        trust.delete("snapshot");
        trust.delete("never-there");

        assertTrue(open().read("snapshot").isEmpty());
    }

    @Test
    void aVerifiedNewerRootStays() throws Exception {
        open().write("root", root(2, "ours").getBytes(UTF_8));

        assertEquals(root(2, "ours"), trusted(open()));
    }

    @Test
    void anInstallersNewerRootIsUsedForTheChain() throws Exception {
        open();
        vendor.root(root(5, "ours"));

        assertEquals(root(5, "ours"), trusted(open()));
    }

    @Test
    void anOldInstallerDoesNotTakeTheChainBack() throws Exception {
        TrustFolder trust = open();
        trust.write("root", root(2, "ours").getBytes(UTF_8));
        trust.write("root", root(3, "ours").getBytes(UTF_8));
        vendor.root(root(2, "ours"));

        assertEquals(root(3, "ours"), trusted(open()));
    }

    @Test
    void anotherVendorsRootReplacesTheChain() throws Exception {
        TrustFolder trust = open();
        trust.write("root", root(2, "ours").getBytes(UTF_8));
        trust.write("root", root(3, "ours").getBytes(UTF_8));
        vendor.root(root(1, "theirs"));

        assertEquals(root(1, "theirs"), trusted(open()));
        assertEquals(root(1, "theirs"), trusted(open()));
    }

    @Test
    void aRootWithoutVersionIsNone() throws Exception {
        vendor.root("{\"signed\": {\"version\": \"1\"}}");

        assertThrows(IOException.class, this::open);
        assertFalse(Files.exists(home.resolve("trust/root.json")));
    }

    @ParameterizedTest
    @ValueSource(strings = {"Root", "ROOT", "nul", "con", "roots", "newest-time"})
    void aDelegatedRoleTakesNoOthersPlaceOnAnyFileSystem(String role) throws Exception {
        TrustFolder trust = open();
        trust.write(role, new byte[] {'v'});
        trust.write("vendor", new byte[] {'1'});
        trust.write("Vendor", new byte[] {'2'});

        assertEquals(root(1, "ours"), trusted(open()));
        assertArrayEquals(new byte[] {'v'}, open().read(role).orElseThrow());
        assertArrayEquals(new byte[] {'1'}, open().read("vendor").orElseThrow());
        try (Stream<Path> kept = Files.list(home.resolve("trust"))) {
            assertEquals(
                    3,
                    kept.map(file -> file.getFileName().toString())
                            .filter(name -> name.matches("delegated-[0-9a-f]{64}\\.json"))
                            .count());
        }
    }

    @Test
    void rolesThatTheReleaseNoLongerHasAreForgotten() throws Exception {
        TrustFolder trust = open();
        trust.write("targets", new byte[1]);
        trust.write("stays", new byte[1]);
        trust.write("goes", new byte[1]);

        trust.retain(Set.of("targets", "stays"));

        assertTrue(open().read("goes").isEmpty());
        assertTrue(open().read("stays").isPresent() && open().read("targets").isPresent());
        assertEquals(root(1, "ours"), trusted(open()));
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "torn", "{\"signed\": {\"version\": 3}, \"signatures\": []}"})
    void aDamagedRootIsMadeAnewFromTheInstallationsAndTheKeptChain(String damaged) throws Exception {
        TrustFolder trust = open();
        trust.write("root", root(2, "ours").getBytes(UTF_8));
        trust.write("root", root(3, "ours").getBytes(UTF_8));
        Files.writeString(home.resolve("trust/root.json"), damaged);

        assertEquals(root(3, "ours"), trusted(open()));
    }

    @Test
    void aDamagedRootBringsNoFormerVendorBack() throws Exception {
        TrustFolder trust = open();
        trust.write("root", root(2, "ours").getBytes(UTF_8));
        vendor.root(root(1, "theirs"));
        open();
        Files.write(home.resolve("trust/root.json"), new byte[9 * 1024 * 1024]);

        assertEquals(root(1, "theirs"), trusted(open()));
    }

    @Test
    void aDamagedRootAndADamagedChainEndWithTheInstallations() throws Exception {
        open().write("root", root(2, "ours").getBytes(UTF_8));
        Files.writeString(home.resolve("trust/root.json"), "torn");
        Files.writeString(home.resolve("trust/roots/2.json"), "torn");

        assertEquals(root(1, "ours"), trusted(open()));
    }

    @Test
    void whatACrashLeftIsReplaced() throws Exception {
        open();
        Files.writeString(home.resolve("trust/timestamp.json.tmp"), "torn");

        open().write("timestamp", new byte[] {'x'});

        assertArrayEquals(new byte[] {'x'}, open().read("timestamp").orElseThrow());
        assertFalse(Files.exists(home.resolve("trust/timestamp.json.tmp")));
    }

    @ParameterizedTest
    @ValueSource(strings = {"../root", "a/b", "a\\b", "", "a:b", "a\u0000", "\u00e9"})
    void pathTraversalInARolesName(String role) throws Exception {
        TrustFolder trust = open();

        assertThrows(UnsafePathException.class, () -> trust.write(role, new byte[1]));
        assertThrows(UnsafePathException.class, () -> trust.read(role));
        assertThrows(UnsafePathException.class, () -> trust.delete(role));
    }

    @Test
    void aFileLongerThanAnyMetadataIsNotReadIntoMemory() throws Exception {
        TrustFolder trust = open();
        Files.write(home.resolve("trust/targets.json"), new byte[8 * 1024 * 1024 + 1]);

        assertThrows(OversizedException.class, () -> trust.read("targets"));
    }
}
