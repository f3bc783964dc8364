package org.benchconnect.upgrade.repository;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.time.Instant;
import java.util.regex.Pattern;
import org.benchconnect.launcher.storage.DurableFiles;
import org.benchconnect.upgrade.tuf.BegunFile;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Puts modules into the home's folder {@code modules} under the name of their SHA-256. A module is there whole and synced to the
 * disk, or not at all; memory does not depend on its length. To be there gives it no right to run. What broke off stays as {@code <sha256>.part}, a beginning to go
 * on from, which nothing trusts: {@link Parts} bounds them. Used by one thread at a time.
 */
public final class Downloads {
    private static final Logger LOG = LoggerFactory.getLogger(Downloads.class);
    private static final Pattern SHA256 = Pattern.compile("[0-9a-f]{64}");
    private static final int BUFFER = 64 * 1024;

    private final Path modules;
    private final Parts parts;

    /**
     * Clears what is of no use any more of what broke off.
     *
     * @param home the home folder; only one agent uses it
     * @param now for the age of parts
     */
    public Downloads(Path home, Instant now) throws IOException {
        this.modules = Files.createDirectories(home.resolve("modules"));
        this.parts = new Parts(modules);
        parts.clear(now);
    }

    /** The same, of whatever age. */
    public Downloads(Path home) throws IOException {
        this(home, Instant.EPOCH);
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
     * Where the bytes come from that are not here yet.
     *
     * @param <E> what it throws besides, if they are the wrong ones
     */
    @FunctionalInterface
    public interface Rest<E extends Exception> {
        /** Makes the file whole; an {@link IOException} leaves a beginning in it. */
        void complete(BegunFile file) throws IOException, E;
    }

    /**
     * Makes sure that a module is there, from the beginning.
     *
     * @param sha256 64 lower-case hexadecimal digits, from verified metadata
     * @param length in bytes, from verified metadata
     * @param content asked only if the module is not there yet
     * @return its file, whose bytes have been hashed just now
     * @throws ModuleBytesException if the bytes are others; nothing is left behind
     */
    public <E extends Exception> Path keep(String sha256, long length, Content<E> content) throws IOException, E {
        return this.<E>goOn(sha256, length, file -> {
            file.restart();
            content.writeTo(file.rest());
        });
    }

    /**
     * The same, going on where an attempt broke off, in this run of the agent or in one before.
     *
     * @param rest asked only if the module is not there yet
     */
    public <E extends Exception> Path goOn(String sha256, long length, Rest<E> rest) throws IOException, E {
        if (!SHA256.matcher(sha256).matches()) {
            throw new IllegalArgumentException("a SHA-256 has 64 lower-case hexadecimal digits");
        }
        Path file = modules.resolve(sha256 + ".jar");
        if (isThere(file, sha256, length)) {
            return file;
        }
        Path part = parts.of(sha256);
        long before = PartFile.lengthOf(part);
        boolean kept = false;
        try (PartFile open = PartFile.open(part, length)) {
            rest.complete(open);
            check(part, sha256, length);
            open.force();
            kept = true;
        } catch (ModuleBytesException e) {
            throw e;
        } catch (IOException e) {
            kept = parts.brokeOff(part, before);
            throw e;
        } finally {
            if (!kept) {
                Files.deleteIfExists(part); // other bytes, or too few to be worth it
            }
        }
        DurableFiles.onDisk().rename(part, file);
        return file;
    }

    /**
     * A module of an attempt that was not finished is a beginning again, a whole one: so that it need not travel once more, and does not stay for ever.
     *
     * @param sha256 of a module that was not there before the attempt
     */
    public void putBack(String sha256) throws IOException {
        Path file = modules.resolve(sha256 + ".jar");
        if (Files.isRegularFile(file, LinkOption.NOFOLLOW_LINKS)) {
            parts.putBack(file, parts.of(sha256));
        }
    }

    private static void check(Path file, String sha256, long length) throws IOException {
        HashedOutput hash = new HashedOutput(null, length);
        try (InputStream in = Files.newInputStream(file, LinkOption.NOFOLLOW_LINKS)) {
            byte[] buffer = new byte[BUFFER];
            for (int count = in.read(buffer); count > 0; count = in.read(buffer)) {
                hash.write(buffer, 0, count);
            }
        }
        hash.check(sha256);
    }

    /** A file with other bytes under that name is set aside as evidence. */
    private static boolean isThere(Path file, String sha256, long length) throws IOException {
        if (!Files.exists(file, LinkOption.NOFOLLOW_LINKS)) {
            return false;
        }
        if (Files.isRegularFile(file, LinkOption.NOFOLLOW_LINKS) && Files.size(file) == length) {
            try {
                check(file, sha256, length);
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
