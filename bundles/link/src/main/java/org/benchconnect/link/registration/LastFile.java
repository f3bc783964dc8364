package org.benchconnect.link.registration;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.util.Optional;
import org.benchconnect.link.MalformedEventException;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * {@code data/registration.json}: what was sent last. In the home, which only the service's account writes and reads. Without it, or with one that is damaged, the page says that
 * nothing was sent; the ledger still says that it was. For one thread.
 */
final class LastFile {
    private static final Logger LOG = LoggerFactory.getLogger(LastFile.class);
    /** Ours has less than 1 KB; a longer one is not ours, and is not read into memory. In bytes. */
    private static final int LONGEST = 4096;

    private final Path file;

    LastFile(Path home) {
        this.file = home.resolve("data").resolve("registration.json");
    }

    Optional<Kept> read() {
        try {
            if (!Files.isRegularFile(file)) {
                return Optional.empty();
            }
            if (Files.size(file) > LONGEST) {
                LOG.warn("What was registered last cannot be read: the file is too long");
                return Optional.empty();
            }
            return Optional.of(Kept.decode(Files.readAllBytes(file)));
        } catch (IOException | MalformedEventException e) {
            // Without the message, which could name what is in it.
            LOG.warn("What was registered last cannot be read: {}", e.getClass().getSimpleName());
            return Optional.empty();
        }
    }

    /** Replaces it as a whole. A disk that does not take it, or a loss of power right after, loses only what the page would show after a restart. */
    void write(Kept kept) {
        Path fresh = file.resolveSibling("registration.json.new");
        try {
            Files.createDirectories(file.resolveSibling(""));
            ByteBuffer content = ByteBuffer.wrap(kept.encode().getBytes(StandardCharsets.UTF_8));
            try (FileChannel channel = FileChannel.open(
                    fresh, StandardOpenOption.CREATE, StandardOpenOption.WRITE, StandardOpenOption.TRUNCATE_EXISTING)) {
                while (content.hasRemaining()) {
                    channel.write(content);
                }
                channel.force(true);
            }
            Files.move(fresh, file, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
        } catch (IOException e) {
            LOG.warn("What was registered is sent, and could not be kept for the page", e);
        }
    }
}
