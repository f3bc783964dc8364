package org.benchconnect.tests.tuf;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.Optional;
import org.benchconnect.upgrade.tuf.TrustStore;

/** Metadata as received, under {@code root.json}, {@code timestamp.json} and so on; not made to survive a power loss. */
record MetadataFolder(Path folder) implements TrustStore {
    MetadataFolder {
        folder = folder.toAbsolutePath();
    }

    @Override
    public Optional<byte[]> read(String role) throws IOException {
        try {
            return Optional.of(Files.readAllBytes(file(role)));
        } catch (NoSuchFileException e) {
            return Optional.empty();
        }
    }

    @Override
    public void write(String role, byte[] bytes) throws IOException {
        Files.createDirectories(folder);
        Path temporary = folder.resolve("." + role + ".part"); // a name of its own: what a killed call left is replaced
        Files.write(temporary, bytes);
        Files.move(temporary, file(role), StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
    }

    @Override
    public void delete(String role) throws IOException {
        Files.deleteIfExists(file(role));
    }

    private Path file(String role) {
        return folder.resolve(role + ".json");
    }
}
