package org.benchconnect.host.reading;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.time.Instant;
import java.util.Comparator;
import java.util.Optional;
import java.util.stream.Stream;

/** The age of the newest file in a folder, two folders deep. No file is opened, no name kept, no link followed. */
final class BackupFolder {
    private static final int DEPTH = 3;
    private static final int MAX_FILES = 50_000;

    private BackupFolder() {}

    static BackupState look(Path folder) {
        if (!Files.isDirectory(folder)) {
            return new BackupState(false, Optional.empty());
        }
        try (Stream<Path> files = Files.walk(folder, DEPTH)) {
            return new BackupState(
                    true,
                    files.limit(MAX_FILES)
                            .filter(file -> Files.isRegularFile(file, LinkOption.NOFOLLOW_LINKS))
                            .map(BackupFolder::modified)
                            .flatMap(Optional::stream)
                            .max(Comparator.naturalOrder()));
        } catch (IOException | UncheckedIOException e) {
            return new BackupState(false, Optional.empty());
        }
    }

    private static Optional<Instant> modified(Path file) {
        try {
            return Optional.of(Files.getLastModifiedTime(file).toInstant());
        } catch (IOException goneMeanwhile) {
            return Optional.empty();
        }
    }
}
