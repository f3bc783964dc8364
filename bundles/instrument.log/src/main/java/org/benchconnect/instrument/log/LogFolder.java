package org.benchconnect.instrument.log;

import java.io.IOException;
import java.nio.channels.SeekableByteChannel;
import java.nio.file.DirectoryIteratorException;
import java.nio.file.DirectoryStream;
import java.nio.file.FileSystems;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.nio.file.PathMatcher;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.BasicFileAttributes;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * The folder in which a log lies. Files are opened for the time of one read, so that the instrument's software can always rename and delete them; links are not followed.
 */
final class LogFolder {
    /** More entries are not looked at. */
    static final int MOST_ENTRIES = 20_000;

    private final Path folder;
    private final PathMatcher pattern;

    /**
     * One file.
     *
     * @param name its last element, as the system lists it
     * @param fits whether the pattern says that it is a log
     * @param modified last modification in milliseconds since 1970
     * @param key what the system calls the file whatever its name, or null where it does not tell: a log of the same length that took another's place within a
     *     tick of the clock is known by it
     */
    record Entry(Path name, boolean fits, long size, long modified, @Nullable Object key) {
        /** Whether nothing says that it changed. */
        boolean isAsIn(Entry earlier) {
            return size == earlier.size && modified == earlier.modified && Objects.equals(key, earlier.key);
        }
    }

    /**
     * A folder and a glob for names.
     *
     * @throws IllegalArgumentException if one of them is none, or the folder not absolute
     */
    LogFolder(String folder, String glob) {
        this.folder = Path.of(folder);
        if (!this.folder.isAbsolute()) {
            throw new IllegalArgumentException("the folder of a log is an absolute path");
        }
        this.pattern = FileSystems.getDefault().getPathMatcher("glob:" + glob);
    }

    /** Its ordinary files, the oldest first. */
    List<Entry> list() throws IOException {
        List<Entry> entries = new ArrayList<>();
        try (DirectoryStream<Path> listing = Files.newDirectoryStream(folder)) {
            for (Path path : listing) {
                if (entries.size() == MOST_ENTRIES) {
                    break;
                }
                add(path.getFileName(), entries);
            }
        } catch (DirectoryIteratorException gone) {
            throw gone.getCause();
        }
        entries.sort(Comparator.comparingLong(Entry::modified).thenComparing(Entry::name));
        return entries;
    }

    private void add(Path name, List<Entry> entries) {
        try {
            // asked anew: what a listing says of size and time is stale on Windows while a file is open
            BasicFileAttributes file =
                    Files.readAttributes(folder.resolve(name), BasicFileAttributes.class, LinkOption.NOFOLLOW_LINKS);
            if (file.isRegularFile()) {
                entries.add(new Entry(
                        name,
                        pattern.matches(name),
                        file.size(),
                        file.lastModifiedTime().toMillis(),
                        file.fileKey()));
            }
        } catch (IOException gone) {
            // between the listing and the question; the next listing tells
        }
    }

    /** A file, open for reading. */
    SeekableByteChannel open(Path name) throws IOException {
        return Files.newByteChannel(folder.resolve(name), Set.of(StandardOpenOption.READ, LinkOption.NOFOLLOW_LINKS));
    }
}
