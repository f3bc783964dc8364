package org.benchconnect.launcher;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class LeftoversTest {
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

        Leftovers.collect(home);

        assertEquals(Set.of(ONE + ".jar"), modules());
    }

    @Test
    void modulesOfEveryGenerationStay() throws Exception {
        module(ONE + ".jar");
        module(TWO + ".jar");
        list("1", ONE + "  modules/" + ONE + ".jar\n");
        list("2", TWO + "  modules/" + TWO + ".jar\n");

        Leftovers.collect(home);

        assertEquals(Set.of(ONE + ".jar", TWO + ".jar"), modules());
    }

    @Test
    void whatATornOrEditedListNamesStaysAsEvidence() throws Exception {
        module(ONE + ".jar");
        list("1", "edited\r\n" + ONE + "  modu");

        Leftovers.collect(home);

        assertEquals(Set.of(ONE + ".jar"), modules());
    }

    @ParameterizedTest
    @ValueSource(strings = {"notes.txt", "11.jar", "1111111111111111-5.part", "A.jar"})
    void whatIsNoModuleStays(String name) throws Exception {
        module(name);

        Leftovers.collect(home);

        assertEquals(Set.of(name), modules());
    }

    @Test
    void aLinkAndWhatItPointsToStay() throws Exception {
        Path precious = Files.writeString(home.resolve("precious"), "");
        Files.createSymbolicLink(home.resolve("modules").resolve(ONE + ".jar"), precious);

        Leftovers.collect(home);

        assertTrue(Files.exists(precious));
        assertEquals(Set.of(ONE + ".jar"), modules());
    }

    @Test
    void aFolderThatCannotBeReadRemovesNothing() throws Exception {
        module(ONE + ".jar");
        Files.delete(home.resolve("generations"));

        Leftovers.collect(home);

        assertEquals(Set.of(ONE + ".jar"), modules());
    }

    private void module(String name) throws Exception {
        Files.writeString(home.resolve("modules").resolve(name), "");
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
