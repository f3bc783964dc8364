package org.benchconnect.upgrade.attack;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.time.Instant;

/** Repositories that are right in themselves, and wrong here. */
final class RepositoryOf {
    private RepositoryOf() {}

    /** With other keys, and everything else alike. */
    static Path another(Path folder, Instant now) {
        try {
            new Vendor(now).repository.writeTo(folder);
            return folder;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
