package org.benchconnect.upgrade.repository;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.benchconnect.core.feature.RefusedFor;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class FolderSourceTest {
    @TempDir
    Path stick;

    private Path outside;

    @BeforeEach
    void makeRepository() throws IOException {
        Files.createDirectories(stick.resolve("metadata"));
        Files.createDirectories(stick.resolve("targets/features"));
        Files.writeString(stick.resolve("metadata/1.root.json"), "root");
        Files.writeString(stick.resolve("targets/features/a.json"), "feature");
        outside = Files.writeString(stick.resolve("secret"), "secret");
    }

    private FolderSource open() throws IOException {
        return FolderSource.open(stick, new Meter(Caps.standard(), System::nanoTime));
    }

    private static String read(InputStream stream) throws IOException {
        try (stream) {
            return new String(stream.readAllBytes(), UTF_8);
        }
    }

    @Test
    void readsMetadataAndTargets() throws IOException {
        FolderSource source = open();

        assertEquals("root", read(source.metadata("1.root.json")));
        assertEquals("feature", read(source.target("features/a.json")));
        assertThrows(NoSuchFileException.class, () -> source.metadata("2.root.json"));
        assertThrows(NoSuchFileException.class, () -> source.target("nothing/at-all.json"));
    }

    @Test
    void oneTreeServesAFolderAndAWebServerThatDecodesNames() throws IOException {
        Files.writeString(stick.resolve("metadata/1.a b.json"), "as a web server finds it");
        Files.writeString(stick.resolve("metadata/1.c%20d.json"), "as it is asked for");
        FolderSource source = open();

        assertEquals("as a web server finds it", read(source.metadata("1.a%20b.json")));
        assertEquals("as it is asked for", read(source.metadata("1.c%20d.json")));
        for (String name : List.of("1..%2F..%2Fsecret", "%2E%2E", "%", "%4", "%zz", "%FF", "%00", "%-1")) {
            assertThrows(NoSuchFileException.class, () -> source.metadata(name), name);
        }
    }

    @Nested
    class Layout {
        @TempDir
        Path top;

        @Test
        void oneFolderWithARepositoryBesideOthersIsFound() throws IOException {
            Files.createDirectories(top.resolve("System Volume Information"));
            Files.createDirectories(top.resolve("release/metadata"));
            Files.writeString(top.resolve("release/metadata/timestamp.json"), "now");

            FolderSource source = FolderSource.open(top, new Meter(Caps.standard(), System::nanoTime));

            assertEquals("now", read(source.metadata("timestamp.json")));
        }

        @Test
        void twoRepositories() throws IOException {
            Files.createDirectories(top.resolve("a/metadata"));
            Files.createDirectories(top.resolve("b/metadata"));

            isNoRepository();
        }

        @Test
        void emptyFolder() {
            isNoRepository();
        }

        @Test
        void hugeDirectory() throws IOException {
            for (int i = 0; i < 4097; i++) {
                Files.createFile(top.resolve("file" + i));
            }

            isNoRepository();
        }

        private void isNoRepository() {
            NoRepositoryException refused = assertThrows(
                    NoRepositoryException.class,
                    () -> FolderSource.open(top, new Meter(Caps.standard(), System::nanoTime)));

            assertEquals(RefusedFor.SOURCE, refused.reason());
        }
    }

    @Nested
    class Attacks {
        @ParameterizedTest
        @ValueSource(
                strings = {
                    "../secret",
                    "features/../../secret",
                    "/etc/passwd",
                    "features//a.json",
                    "features/./a.json",
                    "..\\secret",
                    "C:secret",
                    "features/a.json:stream",
                    "aux",
                    "",
                    "a\u0000b"
                })
        void pathTraversal(String path) throws IOException {
            FolderSource source = open();

            UnsafePathException refused = assertThrows(UnsafePathException.class, () -> source.target(path));

            assertEquals(RefusedFor.METADATA, refused.reason());
        }

        @Test
        void pathTraversalInAMetadataName() throws IOException {
            FolderSource source = open();

            assertThrows(UnsafePathException.class, () -> source.metadata("../secret"));
            assertThrows(UnsafePathException.class, () -> source.metadata(".."));
        }

        @Test
        void symlinkOutOfTheFolder() throws IOException {
            Files.createSymbolicLink(stick.resolve("targets/link"), outside);

            isUnsafe("link", "a link");
        }

        @Test
        void symlinkWithinTheFolder() throws IOException {
            Files.createSymbolicLink(stick.resolve("targets/link"), Path.of("features/a.json"));

            isUnsafe("link", "a link");
        }

        @Test
        void symlinkedFolder() throws IOException {
            Files.createSymbolicLink(stick.resolve("targets/folder"), stick.resolve("targets/features"));

            isUnsafe("folder/a.json", "a link");
        }

        @Test
        void aFolderInPlaceOfAFile() throws IOException {
            isUnsafe("features", "a folder");
        }

        @Test
        @Timeout(30)
        void fifo() throws Exception {
            Process made =
                    new ProcessBuilder("mkfifo", stick.resolve("targets/pipe").toString()).start();
            assumeTrue(made.waitFor(10, TimeUnit.SECONDS) && made.exitValue() == 0, "mkfifo is needed");

            isUnsafe("pipe", "a device, pipe or socket");
        }

        @Test
        @Timeout(30)
        void deviceFile() throws Exception {
            Process made =
                    new ProcessBuilder("mknod", stick.resolve("targets/zero").toString(), "c", "1", "5").start();
            assumeTrue(
                    made.waitFor(10, TimeUnit.SECONDS) && made.exitValue() == 0,
                    "mknod needs the administrator's rights");

            isUnsafe("zero", "a device, pipe or socket");
        }

        private void isUnsafe(String path, String found) throws IOException {
            FolderSource source = open();

            UnsafeFileException refused = assertThrows(UnsafeFileException.class, () -> source.target(path));

            assertEquals(found, refused.found());
            assertEquals(RefusedFor.SOURCE, refused.reason());
        }

        @Test
        void endlessFile() throws IOException {
            Duration second = Duration.ofSeconds(1);
            FolderSource source =
                    FolderSource.open(stick, new Meter(new Caps(second, second, second, 1, second, 1000), () -> 0));
            Files.write(stick.resolve("targets/long"), new byte[1001]);

            OversizedException refused = assertThrows(OversizedException.class, () -> read(source.target("long")));

            assertEquals(RefusedFor.TOO_LARGE, refused.reason());
            assertEquals(1000, refused.expected());
        }
    }
}
