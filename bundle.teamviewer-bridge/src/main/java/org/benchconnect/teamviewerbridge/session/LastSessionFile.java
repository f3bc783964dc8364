package org.benchconnect.teamviewerbridge.session;

import java.io.IOException;
import java.nio.file.Path;
import java.util.Optional;
import org.benchconnect.launcher.storage.DurableFiles;
import org.benchconnect.launcher.storage.Storage;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Keeps the last session over restarts, in {@code sessions/last}. For people only: nothing is allowed or refused by it. For one thread at a time. */
final class LastSessionFile {
    private static final Logger LOG = LoggerFactory.getLogger(LastSessionFile.class);
    static final String NAME = "last";

    private final Storage storage;
    private final Path folder;

    LastSessionFile(Storage storage, Path folder) {
        this.storage = storage;
        this.folder = folder;
    }

    /** What is there; empty if nothing is, or nothing that can be read. */
    Optional<LastSessionText> read() {
        try {
            return storage.read(folder.resolve(NAME), LastSessionText.LONGEST).flatMap(LastSessionText::read);
        } catch (IOException e) {
            LOG.warn("the last session cannot be read", e);
            return Optional.empty();
        }
    }

    /** Takes its place. A disk that does not take it is told of in the log. */
    void write(LastSessionText last) {
        try {
            DurableFiles durable = new DurableFiles(storage);
            durable.makeFolder(folder);
            durable.write(folder.resolve(NAME), last.write());
        } catch (IOException e) {
            LOG.warn("the disk did not take the last session", e);
        }
    }
}
