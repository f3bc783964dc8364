package org.benchconnect.launcher;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Somebody, or a dying disk, left in the home folder what the agent never writes. It starts all the same, or says what to do. */
class DamagedHomeTest {
    @TempDir
    Path folder;

    private Installation installation;
    private Path home;
    private Path generations;

    @BeforeEach
    void aHomeWithOneGeneration() throws Exception {
        installation = new Installation(folder.resolve("installation"));
        OneFeature.install(installation, "one");
        home = folder.resolve("home");
        generations = home.resolve("generations");
        Home.take(home).close();
        Generation.current(installation, home);
    }

    @Test
    void aGenerationThatIsAPlainFileGivesWayToTheBaseRelease() throws Exception {
        Files.move(generations.resolve("1"), folder.resolve("elsewhere"));
        Files.writeString(generations.resolve("1"), "no folder");

        assertRuns(2);
    }

    @Test
    void aPointerThatIsAFolderIsSetAside() throws Exception {
        Files.delete(generations.resolve("current"));
        Files.writeString(Files.createDirectory(generations.resolve("current")).resolve("evidence"), "");

        assertRuns(2);
        assertTrue(Files.exists(generations.resolve("current.refused-1/evidence")));
    }

    @Test
    void aPointerThatIsAFolderOnceMoreIsSetAsideToo() throws Exception {
        Files.createDirectory(generations.resolve("current.refused-1"));
        Files.createDirectories(generations.resolve("current.tmp/full"));
        Files.delete(generations.resolve("current"));
        Files.createDirectory(generations.resolve("current"));

        assertRuns(2);
        assertTrue(Files.isDirectory(generations.resolve("current.refused-2")));
    }

    @Test
    void aSignatureThatIsAFolderIsNone() throws Exception {
        Files.writeString(
                generations.resolve("1/SHA256SUMS"),
                "# feature org.benchconnect.base 0.1.0 privileges none models any\n" + "b".repeat(64) + "  modules/"
                        + "b".repeat(64) + ".jar\n");
        Files.createDirectory(generations.resolve("1/SHA256SUMS.sig"));

        assertRuns(2);
    }

    @Test
    void aFolderOfTheGreatestNumberDoesNotEndTheCounting() throws Exception {
        Files.createDirectory(generations.resolve("999999999"));
        Files.delete(generations.resolve("current"));

        assertRuns(2);
        assertRuns(2);
    }

    @Test
    void aPointerToTheGreatestNumberDoesNotEndTheCounting() throws Exception {
        Files.createDirectory(generations.resolve("999999999"));
        Files.writeString(generations.resolve("current"), "999999999\n");

        assertRuns(2);
        assertRuns(2);
    }

    @Test
    void aNumberThatIsTakenIsNotGivenAgain() {
        assertEquals(1, Numbering.after(List.of()));
        assertEquals(8, Numbering.after(List.of("7", "2", "current", "current.refused-1", "1000000000", "08")));
        assertEquals(999_999_999, Numbering.after(List.of("999999998")));
        assertEquals(4, Numbering.after(List.of("3", "999999999", "1")));
        assertEquals(1, Numbering.after(List.of("999999999")));
    }

    @ParameterizedTest
    @ValueSource(strings = {"log", "run", "identity", "data", "trust"})
    void aFolderThatIsALinkIsRefusedAndWhatItLeadsToIsLeftAlone(String name) throws Exception {
        Path elsewhere = Files.createDirectory(folder.resolve("elsewhere"));
        Files.setPosixFilePermissions(elsewhere, PosixFilePermissions.fromString("rwxr-xr-x"));
        Path moved = folder.resolve("moved");
        Files.move(home.resolve(name), moved);
        Files.createSymbolicLink(home.resolve(name), elsewhere);

        StartRefusedException refused = assertThrows(StartRefusedException.class, () -> Home.take(home));

        assertTrue(refused.getMessage().contains("is a link"), refused::getMessage);
        assertEquals("rwxr-xr-x", PosixFilePermissions.toString(Files.getPosixFilePermissions(elsewhere)));
        try (Stream<Path> written = Files.list(elsewhere)) {
            assertEquals(0, written.count());
        }
    }

    @Test
    void aHomeFolderMayItselfBeALink() throws Exception {
        Path link = Files.createSymbolicLink(folder.resolve("link"), home);

        Home.take(link).close();
    }

    @Test
    void whatAKilledAgentLeftOfItsTalksWithTheTpmIsCleared() throws Exception {
        Path precious = Files.writeString(
                Files.createDirectory(folder.resolve("elsewhere")).resolve("precious"), "");
        Files.writeString(Files.createDirectory(home.resolve("run/tpm2-123")).resolve("session"), "");
        Files.createSymbolicLink(home.resolve("run/tpm2-123/link"), precious);
        Files.createSymbolicLink(home.resolve("run/tpm2-link"), precious.getParent());
        Files.writeString(home.resolve("run/api"), "");
        Path other = Files.writeString(home.resolve("run/passphrase"), "");

        Home.take(home).close();

        try (Stream<Path> left = Files.list(home.resolve("run"))) {
            assertEquals(List.of(other), left.toList());
        }
        assertTrue(Files.exists(precious));
    }

    private void assertRuns(int number) throws Exception {
        Generation running = Generation.current(installation, home);

        assertEquals(number, running.number());
        running.modules().verify(home);
        assertEquals(
                String.valueOf(number),
                Files.readString(generations.resolve("current")).strip());
    }
}
