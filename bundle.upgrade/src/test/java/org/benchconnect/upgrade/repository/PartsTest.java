package org.benchconnect.upgrade.repository;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.io.RandomAccessFile;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class PartsTest {
    private static final Instant NOW = Instant.parse("2026-01-15T12:00:00Z");

    @TempDir
    Path folder;

    /** Of so many bytes, none of which takes room on the disk. */
    private Path part(String name, long length, Duration age) throws IOException {
        Path file = folder.resolve(name + ".part");
        try (RandomAccessFile sparse = new RandomAccessFile(file.toFile(), "rw")) {
            sparse.setLength(length);
        }
        Files.setLastModifiedTime(file, FileTime.from(NOW.minus(age)));
        return file;
    }

    private static String digest(int number) {
        return String.format("%064x", number);
    }

    private List<String> cleared() throws IOException {
        new Parts(folder).clear(NOW);
        try (Stream<Path> files = Files.list(folder)) {
            return files.map(file -> file.getFileName().toString()).sorted().toList();
        }
    }

    @Test
    void aBeginningIsKept() throws IOException {
        part(digest(1), Parts.LEAST, Duration.ofDays(13));

        assertEquals(List.of(digest(1) + ".part"), cleared());
    }

    @Test
    void tooOldTooShortAndWhatIsNoneAreCleared() throws IOException {
        part(digest(1), Parts.LEAST, Duration.ofDays(15));
        part(digest(2), Parts.LEAST - 1, Duration.ZERO);
        part("0123", Parts.LEAST, Duration.ZERO);
        Files.createDirectory(folder.resolve(digest(3) + ".part"));

        assertEquals(List.of(), cleared());
    }

    @Test
    void whatIsNotOursStays() throws IOException {
        Files.write(folder.resolve(digest(1) + ".jar"), new byte[1]);

        assertEquals(List.of(digest(1) + ".jar"), cleared());
    }

    @Test
    void aFolderThatCannotBeRemovedIsPassedOver() throws IOException {
        Path full = Files.createDirectory(folder.resolve(digest(3) + ".part"));
        Files.createFile(full.resolve("x"));

        assertEquals(List.of(digest(3) + ".part"), cleared());
    }

    @Test
    void moreBytesThanAReleaseHasGoOldestFirst() throws IOException {
        Path newest = part(digest(1), Parts.MOST_BYTES - Parts.LEAST, Duration.ofHours(1));
        Path middle = part(digest(2), Parts.LEAST, Duration.ofHours(2));
        Path oldest = part(digest(3), Parts.LEAST, Duration.ofHours(3));

        cleared();

        assertTrue(Files.exists(newest) && Files.exists(middle));
        assertFalse(Files.exists(oldest));
    }

    @Test
    void moreThanAreEverBegunGoOldestFirst() throws IOException {
        for (int i = 0; i < Parts.MOST + 3; i++) {
            part(digest(i), Parts.LEAST, Duration.ofMinutes(i));
        }

        List<String> left = cleared();

        assertEquals(Parts.MOST, left.size());
        assertTrue(left.contains(digest(0) + ".part"));
    }
}
