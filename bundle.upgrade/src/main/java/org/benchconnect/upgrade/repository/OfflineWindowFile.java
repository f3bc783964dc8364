package org.benchconnect.upgrade.repository;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.time.Instant;
import java.util.Optional;
import org.benchconnect.launcher.storage.DurableFiles;
import org.benchconnect.upgrade.tuf.OfflineTolerance;

/**
 * The offline window of an installation, {@code vendor/offline-window.json}. Only an administrator can write that folder; the agent
 * reads it alone. Each opening and closing is a line of {@code vendor/offline-window.log}.
 */
public final class OfflineWindowFile {
    private static final int MAX_FILE = 4096;

    private final Path vendor;

    /** Of an installation. */
    public OfflineWindowFile(Path installation) {
        this.vendor = installation.resolve("vendor");
    }

    /** Where it lies. */
    public Path path() {
        return vendor.resolve("offline-window.json");
    }

    /**
     * What an administrator wrote, open or not; empty if nothing.
     *
     * @throws OfflineWindowException if it is no window
     */
    public Optional<OfflineWindow> read() throws IOException, OfflineWindowException {
        Optional<byte[]> bytes = BoundedFile.read(path(), MAX_FILE);
        return bytes.isEmpty() ? Optional.empty() : Optional.of(OfflineWindow.parse(bytes.get()));
    }

    /**
     * For the verifier: {@link OfflineTolerance#NONE} unless a well-formed window is open; each use of one is a warning in the
     * log.
     *
     * @param now by {@link TrustedTime}, so that a clock set back does not open a window again
     */
    public OfflineTolerance tolerance(Instant now) {
        return new OfflineRule(this).tolerance(now); // loaded here: the command line has no log
    }

    /** Opens one, in place of another. For an administrator's command line alone. */
    public void open(OfflineWindow window) throws IOException {
        record(
                window.opened(),
                "opened by " + window.by() + " until " + window.until() + ", tolerance " + window.toleranceDays()
                        + " days");
        DurableFiles.readableByAll().write(path(), window.toJson()); // the agent's account has to read it
    }

    /** Closes it; false if there was none. For an administrator's command line alone. */
    public boolean close(Instant now) throws IOException {
        if (!Files.exists(path())) {
            return false;
        }
        DurableFiles.onDisk().delete(path());
        record(now, "closed");
        return true;
    }

    private void record(Instant when, String what) throws IOException {
        Files.writeString(
                vendor.resolve("offline-window.log"),
                when + " " + what + "\n",
                StandardCharsets.UTF_8,
                StandardOpenOption.CREATE,
                StandardOpenOption.APPEND,
                StandardOpenOption.SYNC);
    }
}
