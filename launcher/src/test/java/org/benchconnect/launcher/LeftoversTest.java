package org.benchconnect.launcher;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.RandomAccessFile;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.time.Duration;
import java.time.Instant;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class LeftoversTest {
    private static final Instant NOW = Instant.parse("2027-03-01T08:00:00Z");
    private static final String ONE = "1".repeat(64);
    private static final String TWO = "2".repeat(64);

    @TempDir
    Path home;

    @BeforeEach
    void anEmptyHome() throws Exception {
        Files.createDirectories(home.resolve("modules"));
        Files.createDirectories(home.resolve("generations"));
    }

    @Test
    void aModuleThatNoGenerationNamesGoes() throws Exception {
        module(ONE + ".jar");
        module(TWO + ".jar");
        list("1", ONE + "  modules/" + ONE + ".jar\n");

        Leftovers.collect(home, NOW);

        assertEquals(Set.of(ONE + ".jar"), modules());
    }

    @Test
    void modulesOfEveryGenerationStay() throws Exception {
        module(ONE + ".jar");
        module(TWO + ".jar");
        list("1", ONE + "  modules/" + ONE + ".jar\n");
        list("2", TWO + "  modules/" + TWO + ".jar\n");

        Leftovers.collect(home, NOW);

        assertEquals(Set.of(ONE + ".jar", TWO + ".jar"), modules());
    }

    @Test
    void whatATornOrEditedListNamesStaysAsEvidence() throws Exception {
        module(ONE + ".jar");
        list("1", "edited\r\n" + ONE + "  modu");

        Leftovers.collect(home, NOW);

        assertEquals(Set.of(ONE + ".jar"), modules());
    }

    @ParameterizedTest
    @ValueSource(strings = {"notes.txt", "11.jar", "1111111111111111-5.part", "A.jar"})
    void whatIsNoModuleStays(String name) throws Exception {
        module(name);

        Leftovers.collect(home, NOW);

        assertEquals(Set.of(name), modules());
    }

    @Test
    void aLinkAndWhatItPointsToStay() throws Exception {
        Path precious = Files.writeString(home.resolve("precious"), "");
        Files.createSymbolicLink(home.resolve("modules").resolve(ONE + ".jar"), precious);

        Leftovers.collect(home, NOW);

        assertTrue(Files.exists(precious));
        assertEquals(Set.of(ONE + ".jar"), modules());
    }

    @Test
    void aFolderThatCannotBeReadRemovesNothing() throws Exception {
        module(ONE + ".jar");
        Files.delete(home.resolve("generations"));

        Leftovers.collect(home, NOW);

        assertEquals(Set.of(ONE + ".jar"), modules());
    }

    @Test
    void aModuleThatAPersonMayStillBeAskedAboutStaysForTwoWeeks() throws Exception {
        module(ONE + ".jar", NOW.minus(Duration.ofDays(13)));
        module(TWO + ".jar", NOW.minus(Duration.ofDays(15)));

        Leftovers.collect(home, NOW);

        assertEquals(Set.of(ONE + ".jar"), modules());
    }

    @Test
    void aModuleOfTimesToComeGoes() throws Exception {
        module(ONE + ".jar", NOW.plus(Duration.ofDays(400)));

        Leftovers.collect(home, NOW);

        assertEquals(Set.of(), modules());
    }

    @Test
    void whatNobodyWasAskedAboutTakesAGibibyteAtMostAndTheNewestStay() throws Exception {
        for (int age = 1; age <= 3; age++) {
            Path file = module(String.valueOf(age).repeat(64) + ".jar", NOW);
            try (RandomAccessFile sparse = new RandomAccessFile(file.toFile(), "rw")) {
                sparse.setLength(500L << 20);
            }
            Files.setLastModifiedTime(file, FileTime.from(NOW.minus(Duration.ofDays(age))));
        }

        Leftovers.collect(home, NOW);

        assertEquals(Set.of(ONE + ".jar", TWO + ".jar"), modules());
    }

    private void module(String name) throws Exception {
        module(name, NOW.minus(Duration.ofDays(100)));
    }

    private Path module(String name, Instant written) throws Exception {
        Path file = Files.writeString(home.resolve("modules").resolve(name), "");
        return Files.setLastModifiedTime(file, FileTime.from(written));
    }

    private void list(String generation, String text) throws Exception {
        Path folder = Files.createDirectory(home.resolve("generations").resolve(generation));
        Files.writeString(folder.resolve("SHA256SUMS"), text);
    }

    private Set<String> modules() throws Exception {
        try (Stream<Path> files = Files.list(home.resolve("modules"))) {
            return files.map(file -> file.getFileName().toString()).collect(Collectors.toSet());
        }
    }
}
