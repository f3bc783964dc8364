package org.benchconnect.cli.doctor;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.SeekableByteChannel;
import java.nio.file.AccessDeniedException;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Map;

/**
 * Reads the file of a password, which the home folder names: whoever can write there must not get a file by way of the rights of whoever runs the doctor. Always: an
 * ordinary file, no link and no pipe, of at most {@link #MAX_BYTES}. For any caller but the account of the home folder also: within that folder, without a link on the
 * way, of the same owner, and readable for it.
 *
 * <p>What it is, is asked before and after it is opened, in the folder that is held open. Not guaranteed where the owner exchanges the file twice in
 * between for a hard link to another's, which Linux ({@code fs.protected_hardlinks}) and Windows do not let it make.
 */
final class SecretFile {
    /** Longest file, in bytes. */
    static final int MAX_BYTES = 4096;

    private final Path home;
    private final AgentRights rights;

    SecretFile(Path home, AgentRights rights) {
        this.home = home.toAbsolutePath().normalize();
        this.rights = rights;
    }

    /**
     * Its bytes, at most one more than {@link #MAX_BYTES}, which the caller overwrites.
     *
     * @param key of the setting
     * @param named the file, absolute or from the home folder
     * @throws BlockedException if it may not be used or cannot be read
     */
    byte[] read(String key, String named) throws BlockedException {
        Map<String, String> local = Map.of("path", named, "key", key);
        try {
            Path file = home.resolve(named).normalize();
            return rights.isMine() ? ofMine(file) : ofAnother(file);
        } catch (RefusedException e) {
            throw new BlockedException(e.cause, local);
        } catch (AccessDeniedException e) {
            throw new BlockedException(rights.isMine() ? Cause.PASSWORD_UNREADABLE : Cause.PASSWORD_NOT_OURS, local);
        } catch (IOException | InvalidPathException e) {
            throw new BlockedException(Cause.PASSWORD_UNREADABLE, local);
        }
    }

    private static byte[] ofMine(Path file) throws IOException {
        try (HeldFolder folder = HeldFolder.ofPath(file)) {
            return content(folder, folder.look());
        }
    }

    private byte[] ofAnother(Path file) throws IOException {
        if (!file.startsWith(home) || file.equals(home)) {
            throw new RefusedException(Cause.PASSWORD_NOT_OURS);
        }
        try (HeldFolder folder = HeldFolder.within(home, home.relativize(file))) {
            HeldFolder.Seen seen = folder.look();
            if (seen.isOrdinary() && !seen.owner().equals(folder.owner())) {
                throw new RefusedException(Cause.PASSWORD_NOT_OURS);
            }
            if (seen.isOrdinary() && !rights.mayRead(file)) {
                throw new RefusedException(Cause.PASSWORD_UNREADABLE);
            }
            return content(folder, seen);
        }
    }

    private static byte[] content(HeldFolder folder, HeldFolder.Seen seen) throws IOException {
        if (!seen.isOrdinary()) {
            throw new RefusedException(Cause.PASSWORD_NOT_A_FILE);
        }
        ByteBuffer read = ByteBuffer.allocate(MAX_BYTES + 1);
        try (SeekableByteChannel channel = folder.open()) {
            while (read.hasRemaining() && channel.read(read) >= 0) {
                // On, until its end or one byte too much.
            }
            if (!folder.look().equals(seen)) {
                throw new RefusedException(Cause.PASSWORD_NOT_A_FILE);
            }
            return Arrays.copyOf(read.array(), read.position());
        } finally {
            Arrays.fill(read.array(), (byte) 0);
        }
    }

    private static final class RefusedException extends IOException {
        private static final long serialVersionUID = 1L;

        private final Cause cause;

        RefusedException(Cause cause) {
            super(cause.name());
            this.cause = cause;
        }
    }
}
