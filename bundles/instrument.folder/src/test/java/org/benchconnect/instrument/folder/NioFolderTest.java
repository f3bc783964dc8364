package org.benchconnect.instrument.folder;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.nio.channels.NonWritableChannelException;
import java.nio.channels.SeekableByteChannel;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.NotDirectoryException;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.atomic.AtomicLong;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class NioFolderTest {
    @TempDir
    Path temporary = Path.of("");

    private final AtomicLong nanos = new AtomicLong();
    private Path there = Path.of("");

    @BeforeEach
    void makeTheFolder() throws IOException {
        there = Files.createDirectory(temporary.resolve("there"));
    }

    private NioFolder folder(Path path) {
        return new NioFolder(path, "*.{lmd,LMD}", nanos::get);
    }

    private static ResultFolder.Known known(Map<String, Stamp> listing, String... unsettled) {
        return new ResultFolder.Known() {
            @Override
            public Stream<String> names() {
                return listing.keySet().stream();
            }

            @Override
            public @Nullable Stamp settled(String name) {
                return List.of(unsettled).contains(name) ? null : listing.get(name);
            }
        };
    }

    private static Map<String, Stamp> everything(NioFolder folder) throws IOException {
        return folder.list(known(Map.of()));
    }

    @Test
    void onlyRegularFilesOfThePatternAreListed() throws IOException {
        Files.writeString(there.resolve("a.lmd"), "1");
        Files.writeString(there.resolve("b.LMD"), "22");
        Files.writeString(there.resolve("c.txt"), "3");
        Files.createDirectory(there.resolve("d.lmd"));
        Files.writeString(there.resolve("d.lmd").resolve("e.lmd"), "4");

        Map<String, Stamp> listing = everything(folder(there));

        assertEquals(Set.of("a.lmd", "b.LMD"), listing.keySet());
        Stamp stamp = listing.get("b.LMD");
        assertEquals(stamp, folder(there).stamp("b.LMD"));
        assertTrue(stamp != null && stamp.size() == 2);
        assertNull(folder(there).stamp("d.lmd"));
        assertNull(folder(there).stamp("gone.lmd"));
    }

    @Test
    void whatIsNoFolderCannotBeListed() throws IOException {
        Path file = Files.writeString(temporary.resolve("file"), "");

        assertThrows(NoSuchFileException.class, () -> everything(folder(temporary.resolve("nowhere"))));
        assertThrows(NotDirectoryException.class, () -> everything(folder(file)));
    }

    @Test
    void theConfiguredFolderMayBeALinkButNoFileInItMay() throws IOException {
        Files.writeString(there.resolve("a.lmd"), "1");
        Path link = temporary.resolve("link");
        try {
            Files.createSymbolicLink(link, there);
            Files.createSymbolicLink(there.resolve("b.lmd"), there.resolve("a.lmd"));
        } catch (IOException | UnsupportedOperationException noLinks) {
            assumeTrue(false, "this system does not let the test make symbolic links");
        }

        assertEquals(Set.of("a.lmd"), everything(folder(link)).keySet());
        assertThrows(IOException.class, () -> folder(there).open("b.lmd").close());
    }

    @Test
    void aFileIsOpenedForReadingAlone() throws IOException {
        Files.writeString(there.resolve("a.lmd"), "1");

        try (SeekableByteChannel channel = folder(there).open("a.lmd")) {
            assertThrows(NonWritableChannelException.class, () -> channel.truncate(0));
        }
    }

    @Test
    void aLargeFolderIsAskedForNewFilesEachTimeAndForAllOfThemEveryTwoSeconds() throws IOException {
        for (int file = 0; file < NioFolder.FEW_FILES; file++) {
            Files.writeString(there.resolve(file + ".lmd"), "1");
        }
        Files.setLastModifiedTime(there, FileTime.from(Instant.parse("2026-01-01T00:00:00Z")));
        NioFolder folder = folder(there);
        Map<String, Stamp> first = everything(folder);
        Files.writeString(there.resolve("7.lmd"), "written again");
        Files.writeString(there.resolve("new.lmd"), "1");
        Files.delete(there.resolve("8.lmd"));

        nanos.addAndGet(Duration.ofMillis(250).toNanos());
        Map<String, Stamp> quick = folder.list(known(first));
        nanos.addAndGet(Duration.ofSeconds(2).toNanos());
        Map<String, Stamp> full = folder.list(known(first));

        assertEquals(first.get("7.lmd"), quick.get("7.lmd"));
        assertTrue(quick.containsKey("new.lmd"));
        assertFalse(quick.containsKey("8.lmd"));
        assertNotEquals(first.get("7.lmd"), full.get("7.lmd"));
        assertEquals(quick.keySet(), full.keySet());
    }

    @Test
    void aLargeFolderInWhichNothingComesOrGoesIsAskedOnlyForWhatIsNotSettled() throws IOException {
        for (int file = 0; file < NioFolder.FEW_FILES; file++) {
            Files.writeString(there.resolve(file + ".lmd"), "1");
        }
        Files.setLastModifiedTime(there, FileTime.from(Instant.parse("2026-01-01T00:00:00Z")));
        NioFolder folder = folder(there);
        Map<String, Stamp> first = everything(folder);
        Map<String, Stamp> second = folder.list(known(first));
        Files.writeString(there.resolve("7.lmd"), "growing");
        Files.writeString(there.resolve("8.lmd"), "growing");

        Map<String, Stamp> third = folder.list(known(second, "7.lmd"));
        Files.writeString(there.resolve("new.lmd"), "1");
        Map<String, Stamp> fourth = folder.list(known(third));

        assertEquals(first, second);
        assertEquals(folder.stamp("7.lmd"), third.get("7.lmd"));
        assertEquals(first.get("8.lmd"), third.get("8.lmd"));
        assertTrue(fourth.containsKey("new.lmd"));
    }
}
