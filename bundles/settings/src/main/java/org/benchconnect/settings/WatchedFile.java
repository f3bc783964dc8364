package org.benchconnect.settings;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.attribute.BasicFileAttributes;
import java.nio.file.attribute.FileTime;
import org.jspecify.annotations.Nullable;

/**
 * A file that people edit. An editor writes in several steps, so a change counts when the file looks the same at two looks in
 * a row. Only a regular file, or a link to one, is ever opened: a named pipe would let the start wait for ever. Used by one
 * thread at a time.
 */
final class WatchedFile {
    private final Path path;
    private @Nullable Look read;
    private @Nullable Look last;

    /** How the file looks from outside; a missing one has size -1, one that is no regular file or has no attributes -2. */
    private record Look(long size, FileTime modified) {
        static final Look MISSING = new Look(-1, FileTime.fromMillis(0));
        static final Look UNREADABLE = new Look(-2, FileTime.fromMillis(0));
    }

    WatchedFile(Path path) {
        this.path = path;
    }

    /** Looks at the file. Whether it has changed since it was read, and now stands still. */
    boolean changed() {
        Look now = look();
        boolean still = now.equals(last);
        last = now;
        return still && !now.equals(read);
    }

    /** Reads the file as it is now. */
    SettingsFile read() {
        Look before = look();
        last = before;
        if (before.equals(Look.UNREADABLE)) {
            return unreadable();
        }
        try (InputStream in = Files.newInputStream(path)) {
            SettingsFile file = SettingsFile.parse(in.readNBytes(SettingsFile.MAX_BYTES + 1));
            read = before;
            return file;
        } catch (NoSuchFileException e) {
            read = Look.MISSING;
            return SettingsFile.ABSENT;
        } catch (IOException e) {
            return unreadable();
        }
    }

    private SettingsFile unreadable() {
        read = null; // tried again at every look
        return SettingsFile.unreadable();
    }

    private Look look() {
        try {
            BasicFileAttributes attributes = Files.readAttributes(path, BasicFileAttributes.class);
            return attributes.isRegularFile()
                    ? new Look(attributes.size(), attributes.lastModifiedTime())
                    : Look.UNREADABLE;
        } catch (NoSuchFileException e) {
            return Look.MISSING;
        } catch (IOException e) {
            return Look.UNREADABLE;
        }
    }
}
