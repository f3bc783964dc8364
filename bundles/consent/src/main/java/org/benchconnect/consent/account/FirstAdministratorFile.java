package org.benchconnect.consent.account;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.Optional;
import org.benchconnect.launcher.storage.Storage;

/**
 * The word of an administrator of the operating system that there shall be a first administrator here: {@code first-administrator} in the installation folder,
 * which the agent cannot write, with the SHA-256 of a one-time code.
 */
final class FirstAdministratorFile {
    static final String NAME = "first-administrator";

    private static final int LENGTH = 64;

    private final Storage storage;
    private final Path file;

    FirstAdministratorFile(Storage storage, Path installation) {
        this.storage = storage;
        this.file = installation.resolve(NAME);
    }

    /** The digest of the code; empty if there is no such file, or something else in it. */
    Optional<String> digest() throws IOException {
        return storage.read(file, LENGTH + 2)
                .map(bytes -> new String(bytes, StandardCharsets.US_ASCII).strip())
                .filter(text -> text.matches("[0-9a-f]{64}"));
    }
}
