package org.benchconnect.companion.sound;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.format.DateTimeParseException;

/**
 * Whether this user muted the sound: for an hour, or until it is switched on again. Kept in one small file in the user's own folder; a file that is missing or
 * damaged means the sound is on. It mutes nothing but the sound. For any thread.
 */
public final class Muting {
    private static final String ALWAYS = "always";
    /** Nobody mutes for longer with a time: the PC's clock was put back. */
    private static final Duration LONGEST = Duration.ofHours(1);

    private final Path file;
    private final Clock clock;
    /** {@value #ALWAYS}, a time in ISO-8601, or empty. */
    private String state;

    /** Reads what this user chose before. */
    public Muting(Path file, Clock clock) {
        this.file = file;
        this.clock = clock;
        this.state = read(file);
    }

    /** Whether nothing sounds now. */
    public synchronized boolean muted() {
        if (state.equals(ALWAYS)) {
            return true;
        }
        try {
            Instant until = Instant.parse(state);
            Instant now = clock.instant();
            return now.isBefore(until) && !until.isAfter(now.plus(LONGEST));
        } catch (DateTimeParseException e) {
            return false;
        }
    }

    /** Silent for an hour. */
    public void forAnHour() {
        keep(clock.instant().plus(LONGEST).toString());
    }

    /** Silent until somebody switches it on. */
    public void untilSwitchedOn() {
        keep(ALWAYS);
    }

    /** Sounds again. */
    public void on() {
        keep("");
    }

    private synchronized void keep(String chosen) {
        state = chosen;
        try {
            Path folder = file.toAbsolutePath().getParent();
            Path written = Files.createTempFile(folder, "sound", ".new");
            Files.writeString(written, chosen);
            Files.move(written, file, StandardCopyOption.REPLACE_EXISTING);
        } catch (IOException e) {
            // It holds until the companion ends; the next choice tries again.
        }
    }

    private static String read(Path file) {
        try (InputStream in = Files.newInputStream(file)) {
            return new String(in.readNBytes(64), StandardCharsets.US_ASCII).strip();
        } catch (IOException e) {
            return "";
        }
    }
}
