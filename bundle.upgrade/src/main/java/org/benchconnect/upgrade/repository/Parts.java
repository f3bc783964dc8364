package org.benchconnect.upgrade.repository;

import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.BasicFileAttributes;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.regex.Pattern;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The beginnings of modules in the folder {@code modules}: at most {@value #MOST}, 1 GiB together, 14 days old; the oldest go first. None is trusted, and none can
 * keep its module back: one that brings nothing further is cut in half until it is gone.
 */
final class Parts {
    /** The most of them. */
    static final int MOST = 600;
    /** The most bytes of all together: as much as one release may have. */
    static final long MOST_BYTES = 1L << 30;
    /** Older ones are of a release that nobody fetches any more. */
    static final Duration LONGEST = Duration.ofDays(14);
    /** Fewer bytes are fetched anew sooner than gone on from. */
    static final long LEAST = 64 * 1024;

    private static final Logger LOG = LoggerFactory.getLogger(Parts.class);
    private static final String SUFFIX = ".part";
    private static final Pattern NAME = Pattern.compile("[0-9a-f]{64}\\.part");

    private final Path folder;

    Parts(Path folder) {
        this.folder = folder;
    }

    Path of(String sha256) {
        return folder.resolve(sha256 + SUFFIX);
    }

    /** One of them. */
    private record Part(Path file, long length, Instant changed) {}

    /** Takes away what is no beginning, too small, too old, or too much. What cannot be taken away is passed over. */
    void clear(Instant now) throws IOException {
        List<Part> parts = new ArrayList<>();
        try (DirectoryStream<Path> files = Files.newDirectoryStream(folder, "*" + SUFFIX)) {
            for (Path file : files) {
                BasicFileAttributes is =
                        Files.readAttributes(file, BasicFileAttributes.class, LinkOption.NOFOLLOW_LINKS);
                Part part = new Part(file, is.size(), is.lastModifiedTime().toInstant());
                if (is.isRegularFile()
                        && NAME.matcher(file.getFileName().toString()).matches()
                        && part.length() >= LEAST
                        && part.changed().plus(LONGEST).isAfter(now)) {
                    parts.add(part);
                } else {
                    delete(file);
                }
            }
        }
        parts.sort(Comparator.comparing(Part::changed).reversed());
        long bytes = 0;
        for (int i = 0; i < parts.size(); i++) {
            bytes += parts.get(i).length();
            if (i >= MOST || bytes > MOST_BYTES) {
                delete(parts.get(i).file());
            }
        }
    }

    private static void delete(Path file) {
        try {
            Files.deleteIfExists(file);
        } catch (IOException e) {
            LOG.warn("{} cannot be removed", file.getFileName(), e);
        }
    }

    /**
     * An attempt broke off.
     *
     * @param before how long the part was when it began
     * @return whether it is worth keeping
     */
    boolean brokeOff(Path part, long before) throws IOException {
        long length = PartFile.lengthOf(part);
        if (before > 0 && length <= before) {
            length /= 2; // perhaps it is the part itself, or the question for the rest, that goes wrong
            try (FileChannel channel = FileChannel.open(part, StandardOpenOption.WRITE, LinkOption.NOFOLLOW_LINKS)) {
                channel.truncate(length);
            }
        }
        return length >= LEAST;
    }

    /** A whole module becomes a beginning. */
    void putBack(Path module, Path part) throws IOException {
        if (Files.size(module) < LEAST) {
            Files.delete(module);
        } else {
            Files.move(module, part, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
        }
    }
}
