package org.benchconnect.upgrade.repository;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.channels.FileChannel;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.util.regex.Pattern;
import org.benchconnect.launcher.storage.DurableFiles;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Puts modules into the home's folder {@code modules} under the name of their SHA-256. A module is there whole and synced to the
 * disk, or not at all; memory does not depend on its length. To be there gives it no right to run. Safe for several threads.
 */
public final class Downloads {
    private static final Logger LOG = LoggerFactory.getLogger(Downloads.class);
    private static final Pattern SHA256 = Pattern.compile("[0-9a-f]{64}");
    private static final String TEMPORARY = ".part";
    private static final int BUFFER = 64 * 1024;

    private final Path modules;

    /**
     * Clears what a crash left half-written.
     *
     * @param home the home folder; only one agent uses it
     */
    public Downloads(Path home) throws IOException {
        this.modules = Files.createDirectories(home.resolve("modules"));
        try (DirectoryStream<Path> torn = Files.newDirectoryStream(modules, "*" + TEMPORARY)) {
            for (Path each : torn) {
                Files.deleteIfExists(each);
            }
        }
    }

    /**
     * Where the bytes come from.
     *
     * @param <E> what it throws besides
     */
    @FunctionalInterface
    public interface Content<E extends Exception> {
        /** Writes all of them. */
        void writeTo(OutputStream out) throws IOException, E;
    }

    /**
     * Makes sure that a module is there.
     *
     * @param sha256 64 lower-case hexadecimal digits, from verified metadata
     * @param length in bytes, from verified metadata
     * @param content asked only if the module is not there yet
     * @return its file, whose bytes have been hashed just now
     * @throws ModuleBytesException if the bytes are others; nothing is left behind
     */
    public <E extends Exception> Path keep(String sha256, long length, Content<E> content) throws IOException, E {
        if (!SHA256.matcher(sha256).matches()) {
            throw new IllegalArgumentException("a SHA-256 has 64 lower-case hexadecimal digits");
        }
        Path file = modules.resolve(sha256 + ".jar");
        if (isThere(file, sha256, length)) {
            return file;
        }
        Path temporary = Files.createTempFile(modules, sha256.substring(0, 16) + "-", TEMPORARY);
        try {
            try (FileChannel channel = FileChannel.open(temporary, StandardOpenOption.WRITE)) {
                HashedOutput out = new HashedOutput(channel, length);
                content.writeTo(out);
                out.check(sha256);
                channel.force(true);
            }
            DurableFiles.onDisk().rename(temporary, file);
            return file;
        } finally {
            Files.deleteIfExists(temporary);
        }
    }

    /** A file with other bytes under that name is set aside as evidence. */
    private static boolean isThere(Path file, String sha256, long length) throws IOException {
        if (!Files.exists(file, LinkOption.NOFOLLOW_LINKS)) {
            return false;
        }
        if (Files.isRegularFile(file, LinkOption.NOFOLLOW_LINKS) && Files.size(file) == length) {
            HashedOutput hash = new HashedOutput(null, length);
            try (InputStream in = Files.newInputStream(file, LinkOption.NOFOLLOW_LINKS)) {
                byte[] buffer = new byte[BUFFER];
                for (int count = in.read(buffer); count > 0; count = in.read(buffer)) {
                    hash.write(buffer, 0, count);
                }
                hash.check(sha256);
                return true;
            } catch (ModuleBytesException e) {
                // said below
            }
        }
        LOG.warn("The module {} was changed on this disk; it is set aside and taken from the release again.", sha256);
        Files.move( // whatever it is, a link too; the rename that gives the name to the right bytes forces both
                file, file.resolveSibling(sha256 + ".changed"), StandardCopyOption.ATOMIC_MOVE);
        return false;
    }
}
