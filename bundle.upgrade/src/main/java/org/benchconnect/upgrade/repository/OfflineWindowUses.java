package org.benchconnect.upgrade.repository;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.DateTimeException;
import java.time.Instant;
import java.util.Optional;
import org.benchconnect.launcher.storage.DurableFiles;

/**
 * When an offline window was last made use of, in the home's {@code trust/offline-window-used}, so that status can say so
 * . A report alone: nothing is decided by it.
 */
public final class OfflineWindowUses {
    private static final int MAX_FILE = 64;

    private final Path file;

    /** Of a home folder. */
    public OfflineWindowUses(Path home) {
        this.file = home.resolve("trust").resolve("offline-window-used");
    }

    /** Remembers a use. */
    public void record(Instant now) throws IOException {
        Files.createDirectories(file.resolveSibling(""));
        DurableFiles.onDisk().write(file, (now + "\n").getBytes(StandardCharsets.US_ASCII));
    }

    /** The last one; empty if there was none, or none that can be read. */
    public Optional<Instant> newest() throws IOException {
        Optional<byte[]> bytes = BoundedFile.read(file, MAX_FILE);
        try {
            return bytes.map(kept -> Instant.parse(new String(kept, StandardCharsets.US_ASCII).strip()));
        } catch (DateTimeException e) {
            return Optional.empty();
        }
    }
}
