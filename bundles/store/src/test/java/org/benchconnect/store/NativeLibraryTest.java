package org.benchconnect.store;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.sqlite.JDBC;
import org.sqlite.util.LibraryLoaderUtil;

/** The driver loads the pre-installed library or none: it never extracts one. Each in a JVM of its own. */
@Timeout(180)
class NativeLibraryTest {
    @TempDir
    Path folder;

    Path home;
    Path temporary;
    Path library;

    @BeforeEach
    void folders() throws IOException {
        home = Files.createDirectories(folder.resolve("home"));
        temporary = Files.createDirectories(folder.resolve("tmp"));
        library = Files.createDirectories(folder.resolve("installed/native"))
                .resolve(LibraryLoaderUtil.getNativeLibName());
    }

    private void assertAnswers(String expected) throws Exception {
        try (WriterProcess writer = WriterProcess.start(
                null,
                home,
                false,
                "-D" + NativeLibrary.PATH + "=" + library.getParent(),
                "-D" + NativeLibrary.NAME + "=" + library.getFileName(),
                "-Djava.library.path=" + temporary,
                "-Djava.io.tmpdir=" + temporary)) {
            assertEquals(expected, writer.line());
        }
        assertEquals(List.of(), list(temporary));
        assertTrue(list(library.getParent()).size() <= 1);
    }

    private static List<Path> list(Path folder) throws IOException {
        try (Stream<Path> files = Files.list(folder)) {
            return files.toList();
        }
    }

    @Test
    void preinstalledLibraryIsLoaded() throws Exception {
        String resource = LibraryLoaderUtil.getNativeLibResourcePath() + "/" + library.getFileName();
        try (InputStream bytes = Objects.requireNonNull(JDBC.class.getResourceAsStream(resource))) {
            Files.copy(bytes, library);
        }

        assertAnswers("ok 1");
    }

    @Test
    void libraryThatCannotBeLoadedIsNotReplacedByAnExtractedOne() throws Exception {
        Files.writeString(library, "not a library");

        assertAnswers("UNAVAILABLE");
    }

    @Test
    void missingLibraryIsNotReplacedByAnExtractedOne() throws Exception {
        assertAnswers("UNAVAILABLE");
    }
}
