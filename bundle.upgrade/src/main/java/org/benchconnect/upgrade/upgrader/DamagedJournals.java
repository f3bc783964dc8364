package org.benchconnect.upgrade.upgrader;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.Optional;
import org.benchconnect.launcher.storage.Storage;
import org.benchconnect.upgrade.journal.Entry;
import org.benchconnect.upgrade.journal.JournalFile;
import org.benchconnect.upgrade.journal.Step;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The journals that were found damaged and kept aside. What followed on one of their lines is not known, so nothing that they have as staged is carried out: a person is asked
 * again.
 */
final class DamagedJournals {
    private static final Logger LOG = LoggerFactory.getLogger(DamagedJournals.class);
    private static final int MOST = 9;
    private static final int MAX = 4 * 1024 * 1024; // bytes, as the journal itself

    private final Storage storage;
    private final Path home;

    DamagedJournals(Storage storage, Path home) {
        this.storage = storage;
        this.home = home;
    }

    /** Whether one of them has this line; also if it cannot be read. */
    boolean have(Entry staged) {
        if (!(staged.step() instanceof Step.Staged)) {
            return false;
        }
        String line = " " + staged.at() + " STAGED ";
        try {
            for (int number = 1; number <= MOST; number++) {
                Optional<byte[]> kept = storage.read(home.resolve(JournalFile.NAME + ".refused-" + number), MAX);
                if (kept.filter(bytes -> new String(bytes, StandardCharsets.ISO_8859_1).contains(line))
                        .isPresent()) {
                    return true;
                }
            }
            return false;
        } catch (IOException e) {
            LOG.warn("a damaged journal cannot be read: what is staged is not carried out", e);
            return true;
        }
    }
}
