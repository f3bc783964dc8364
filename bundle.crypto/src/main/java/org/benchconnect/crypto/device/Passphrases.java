package org.benchconnect.crypto.device;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.FileSystemException;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Optional;
import org.benchconnect.crypto.device.KeyProtector.ProtectorException;
import org.benchconnect.crypto.secret.Secret;

/**
 * Where a passphrase comes from: the service manager's credential {@code benchconnect-passphrase} (systemd
 * {@code LoadCredential=}), or else the file {@code run/passphrase} of the home folder, which a person writes at each start and which is
 * deleted as soon as it is read. Somebody may be typing into it: before the end of its first line it is left alone. Never the environment or the command line, which other processes may read. The end of the first line
 * ends the passphrase. One thread.
 */
final class Passphrases {
    static final String CREDENTIAL = "benchconnect-passphrase";

    private final Optional<Path> credential;
    private final Path file;

    /**
     * With the folders to look into.
     *
     * @param credentials the service manager's folder, if there is one
     * @param home the agent's
     */
    Passphrases(Optional<Path> credentials, Path home) {
        this.credential = credentials.map(folder -> folder.resolve(CREDENTIAL)).filter(Files::exists);
        this.file = home.resolve("run/passphrase");
    }

    /** Whether asking again can bring another one; the service manager's stays as it is. */
    boolean mayChange() {
        return credential.isEmpty();
    }

    /** What a person does to give one. */
    String remedy() {
        return credential.isPresent()
                ? "it comes from the service manager's credential " + CREDENTIAL + ": mend it and restart the agent"
                : "as the agent's account, with umask 077, write it and the end of the line into " + file;
    }

    /** Takes it; the person's file is gone then, right or wrong. */
    Secret take() throws ProtectorException {
        try {
            return credential.isPresent() ? PinFile.firstLine(head(credential.get())) : takeFile();
        } catch (ProtectorException e) {
            throw e;
        } catch (IOException e) {
            throw new ProtectorException.Unavailable("the passphrase cannot be read", e);
        }
    }

    /** The service manager keeps it from others; its rights are not ours to judge. */
    private static byte[] head(Path file) throws IOException {
        try (InputStream in = Files.newInputStream(file)) {
            return in.readNBytes(PinFile.MAX_BYTES);
        }
    }

    /** Whether it is a short file of this account alone, without the end of a line yet. */
    private boolean isBeingWritten() throws IOException {
        if (!Files.isRegularFile(file, LinkOption.NOFOLLOW_LINKS) || PinFile.mayBeReadByOthers(file)) {
            return false;
        }
        byte[] head = head(file);
        try {
            for (byte b : head) {
                if (b == '\n' || b == '\r') {
                    return false;
                }
            }
            return head.length < PinFile.MAX_BYTES;
        } finally {
            Arrays.fill(head, (byte) 0);
        }
    }

    private Secret takeFile() throws IOException {
        if (!Files.exists(file, LinkOption.NOFOLLOW_LINKS)) {
            throw new ProtectorException.PassphraseWanted(
                    "the device key waits for its passphrase: " + remedy(), false);
        }
        if (isBeingWritten()) {
            throw new ProtectorException.PassphraseWanted(
                    "the passphrase in " + file + " counts from the end of its line on: " + remedy(), false);
        }
        try {
            return PinFile.read(file);
        } catch (FileSystemException e) {
            throw new ProtectorException.PassphraseWanted(
                    "the file of the passphrase is deleted unread, because it " + e.getReason() + "; " + remedy(),
                    true);
        } finally {
            Files.deleteIfExists(file);
        }
    }
}
