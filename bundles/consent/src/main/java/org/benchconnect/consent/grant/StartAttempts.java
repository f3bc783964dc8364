package org.benchconnect.consent.grant;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import org.benchconnect.core.consent.Consent;
import org.benchconnect.launcher.storage.DurableFiles;
import org.benchconnect.launcher.storage.Storage;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Counts the starts of a feature that never returned, because a module hung and the process had to end, or power was lost: a file {@code consent/starts/<feature>} lies
 * there from before the start until after it. After two such the feature is not started by itself any more, so that the agent does not end again and again; a new
 * consent begins to count anew. A disk that takes nothing counts nothing. Guarded by whoever raises.
 */
final class StartAttempts {
    private static final Logger LOG = LoggerFactory.getLogger(StartAttempts.class);
    private static final int MOST = 2;
    private static final int MOST_BYTES = 64;

    private final Storage storage;
    private final Path folder;

    StartAttempts(Storage storage, Path home) {
        this.storage = storage;
        this.folder = home.resolve("consent").resolve("starts");
    }

    /** Whether two starts by this consent never returned. */
    boolean isGivenUp(Consent consent) {
        return died(consent) >= MOST;
    }

    private int died(Consent consent) {
        try {
            String[] words = storage.read(file(consent), MOST_BYTES)
                    .map(bytes -> new String(bytes, StandardCharsets.US_ASCII).strip())
                    .orElse("")
                    .split(" ", 3);
            return words.length == 2 && words[0].equals(String.valueOf(consent.entry()))
                    ? Integer.parseInt(words[1])
                    : 0;
        } catch (IOException | NumberFormatException e) {
            LOG.warn("how often the start of {} never returned cannot be read", consent.feature(), e);
            return 0;
        }
    }

    /** One begins now. */
    void begin(Consent consent) {
        try {
            DurableFiles files = new DurableFiles(storage);
            files.makeFolder(folder);
            files.write(file(consent), consent.entry() + " " + (died(consent) + 1) + "\n");
        } catch (IOException e) {
            LOG.warn("the start of {} is not counted", consent.feature(), e);
        }
    }

    /** It returned, whether it started or not. */
    void ended(Consent consent) {
        try {
            new DurableFiles(storage).delete(file(consent));
        } catch (IOException e) {
            LOG.warn("that the start of {} returned is not on the disk", consent.feature(), e);
        }
    }

    private Path file(Consent consent) {
        return folder.resolve(consent.feature());
    }
}
