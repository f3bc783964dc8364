package org.benchconnect.upgrade.repository;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.time.format.DateTimeParseException;
import java.util.Optional;
import org.benchconnect.launcher.storage.DurableFiles;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The time by which expiry is judged: this PC's clock, but never before the newest signed time that was seen, so that setting
 * the clock back does not bring an old release back. A clock that is ahead is believed: it can only refuse more. Kept
 * in {@code trust/newest-time}. Safe for any thread of one process.
 */
public final class TrustedTime {
    private static final Logger LOG = LoggerFactory.getLogger(TrustedTime.class);
    private static final int MAX_FILE = 64;

    private final Path file;
    private final Clock clock;
    private Instant newest;

    /**
     * Reads what was seen before.
     *
     * @param home the home folder
     * @param clock this PC's
     */
    public TrustedTime(Path home, Clock clock) throws IOException {
        this.file = Files.createDirectories(home.resolve("trust")).resolve("newest-time");
        this.clock = clock;
        this.newest = read(file).orElse(Instant.MIN);
    }

    /** Empty if none is kept, or if it cannot be read: then the clock alone counts, and the log says so. */
    private static Optional<Instant> read(Path file) throws IOException {
        Optional<byte[]> kept = BoundedFile.read(file, MAX_FILE);
        if (kept.isEmpty()) {
            return Optional.empty();
        }
        try {
            return Optional.of(Instant.parse(new String(kept.get(), StandardCharsets.US_ASCII).strip()));
        } catch (DateTimeParseException e) {
            LOG.warn("The newest signed time in trust/newest-time cannot be read: this PC's clock alone counts now.");
            return Optional.empty();
        }
    }

    /** Now. */
    public synchronized Instant now() {
        Instant now = clock.instant();
        return now.isBefore(newest) ? newest : now;
    }

    /**
     * Remembers a time, durably, if it is the newest.
     *
     * @param signed from a signature that was verified, such as a time stamp's; never what somebody only says
     */
    public synchronized void seen(Instant signed) throws IOException {
        if (signed.isAfter(newest)) {
            DurableFiles.onDisk().write(file, (signed + "\n").getBytes(StandardCharsets.US_ASCII));
            newest = signed;
        }
    }
}
