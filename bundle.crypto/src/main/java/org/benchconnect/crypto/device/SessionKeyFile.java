package org.benchconnect.crypto.device;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Base64;
import java.util.HexFormat;
import java.util.Optional;

/**
 * The public RSA key of this device as {@code run/session-key.pem} of the home folder, while the agent runs: what a service side puts into the registry by which a
 * supporter's page knows this PC. Public, and unproven for whoever only reads the file: it is brought to the service side at the installation, by a way that
 * is trusted.
 */
public final class SessionKeyFile {
    private static final String NAME = "session-key.pem";
    private static final String BEGIN = "-----BEGIN PUBLIC KEY-----";
    private static final String END = "-----END PUBLIC KEY-----";
    private static final int MAX_BYTES = 4096;
    private static final int LINE = 64;

    private SessionKeyFile() {}

    /** Writes it, in the place of an older one. */
    static void write(Path home, byte[] der) throws IOException {
        Path folder = Files.createDirectories(home.resolve("run"));
        String text =
                BEGIN + "\n" + Base64.getMimeEncoder(LINE, new byte[] {'\n'}).encodeToString(der) + "\n" + END + "\n";
        Path fresh = folder.resolve(NAME + ".new");
        Files.writeString(fresh, text, StandardCharsets.US_ASCII);
        Files.move(fresh, folder.resolve(NAME), StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
    }

    /**
     * The SHA-256 of the key in DER, 64 hexadecimal digits; empty if no agent ran here.
     *
     * @throws IOException if the file cannot be read, or is none
     */
    public static Optional<String> digest(Path home) throws IOException {
        Path file = home.resolve("run").resolve(NAME);
        if (!Files.isRegularFile(file, LinkOption.NOFOLLOW_LINKS)) {
            return Optional.empty();
        }
        String text;
        try (InputStream in = Files.newInputStream(file, LinkOption.NOFOLLOW_LINKS)) {
            text = new String(in.readNBytes(MAX_BYTES), StandardCharsets.US_ASCII).strip();
        }
        if (!text.startsWith(BEGIN) || !text.endsWith(END)) {
            throw new IOException(file + " is no public key");
        }
        try {
            byte[] der = Base64.getMimeDecoder().decode(text.substring(BEGIN.length(), text.length() - END.length()));
            return Optional.of(HexFormat.of()
                    .formatHex(MessageDigest.getInstance("SHA-256").digest(der)));
        } catch (IllegalArgumentException e) {
            throw new IOException(file + " is no public key");
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }
}
