package org.benchconnect.upgrade;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;

/** What the home folder says the next start will run. Only reads. */
final class StagedGeneration {
    /** The launcher reads no longer list. */
    private static final int MAX_BYTES = 256 * 1024;

    private final Path generations;

    StagedGeneration(Path home) {
        this.generations = home.resolve("generations");
    }

    /**
     * Whether the next start will run other modules than these: the pointer names another generation, or its list has other
     * bytes. Also true when either is missing or no longer a pointer or a list, because then the launcher stages anew.
     */
    boolean differsFrom(RunningGeneration running) {
        try {
            String pointer = new String(read(generations.resolve("current")), StandardCharsets.US_ASCII).strip();
            if (!pointer.equals(String.valueOf(running.number()))) {
                return true;
            }
            byte[] list = read(generations.resolve(pointer).resolve("SHA256SUMS"));
            return !HexFormat.of().formatHex(sha256().digest(list)).equals(running.digest());
        } catch (IOException e) {
            return true;
        }
    }

    private static byte[] read(Path file) throws IOException {
        try (InputStream in = Files.newInputStream(file)) {
            return in.readNBytes(MAX_BYTES);
        }
    }

    private static MessageDigest sha256() {
        try {
            return MessageDigest.getInstance("SHA-256");
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java platform has SHA-256", e);
        }
    }
}
