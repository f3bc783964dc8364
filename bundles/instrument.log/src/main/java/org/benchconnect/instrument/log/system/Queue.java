package org.benchconnect.instrument.log.system;

import java.io.IOException;
import java.nio.file.DirectoryIteratorException;
import java.nio.file.DirectoryStream;
import java.nio.file.FileSystems;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.LinkOption;
import java.nio.file.NotDirectoryException;
import java.nio.file.Path;
import java.nio.file.PathMatcher;
import java.nio.file.attribute.BasicFileAttributes;
import java.time.Duration;
import java.time.Instant;
import java.util.regex.PatternSyntaxException;

/**
 * How many files wait in a folder, and for how long the oldest has, by its modification time; one from the future waits for no time yet.
 *
 * @param files how many, at most {@link #MOST}
 * @param oldest age of the oldest; zero if there is none
 */
record Queue(int files, Duration oldest) {
    /** More are not counted. */
    static final int MOST = 50_000;

    static Queue look(String folder, String glob, Instant now) throws IOException {
        try {
            Path path = Path.of(folder);
            if (!path.isAbsolute()) {
                throw new NotDirectoryException("the queue's folder is not absolute");
            }
            PathMatcher pattern = FileSystems.getDefault().getPathMatcher("glob:" + glob);
            return look(path, pattern, now);
        } catch (InvalidPathException | PatternSyntaxException unusable) {
            throw new NotDirectoryException("the queue's folder or pattern cannot be used");
        }
    }

    private static Queue look(Path folder, PathMatcher pattern, Instant now) throws IOException {
        int files = 0;
        Duration oldest = Duration.ZERO;
        try (DirectoryStream<Path> listing = Files.newDirectoryStream(folder)) {
            for (Path path : listing) {
                if (files == MOST) {
                    break;
                } else if (pattern.matches(path.getFileName())) {
                    Duration age = age(path, now);
                    files += age.isNegative() ? 0 : 1;
                    oldest = age.compareTo(oldest) > 0 ? age : oldest;
                }
            }
        } catch (DirectoryIteratorException gone) {
            throw gone.getCause();
        }
        return new Queue(files, oldest);
    }

    /** Negative if it is no file, or gone. */
    private static Duration age(Path path, Instant now) {
        try {
            BasicFileAttributes file = Files.readAttributes(path, BasicFileAttributes.class, LinkOption.NOFOLLOW_LINKS);
            Duration age = Duration.between(file.lastModifiedTime().toInstant(), now);
            return !file.isRegularFile() ? Duration.ofSeconds(-1) : age.isNegative() ? Duration.ZERO : age;
        } catch (IOException taken) {
            return Duration.ofSeconds(-1);
        }
    }
}
