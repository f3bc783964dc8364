package org.benchconnect.launcher.storage;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;

/**
 * Writes files so that a loss of power leaves the old bytes or the new ones: the bytes are forced under a temporary name before the file has its own, and the
 * folder is forced after. What other files refer to is written first. When a method returns, what it did survives a loss of power; when it throws, the file has
 * its old bytes or, if only the last force failed, perhaps the new ones. Two threads must not write one file at the same time.
 */
public final class DurableFiles {
    private static final int CHUNK = 1024 * 1024; // bytes in memory while copying

    private final Storage storage;

    /** Writes by this. */
    public DurableFiles(Storage storage) {
        this.storage = storage;
    }

    /** Writes on the disk of this PC what only its owner reads. */
    public static DurableFiles onDisk() {
        return new DurableFiles(Disk.forOwner());
    }

    /** Writes on the disk of this PC what everybody here may read. */
    public static DurableFiles readableByAll() {
        return new DurableFiles(Disk.readableByAll());
    }

    /** Makes or replaces a small text file, in UTF-8. */
    public void write(Path file, String text) throws IOException {
        write(file, text.getBytes(StandardCharsets.UTF_8));
    }

    /** Makes or replaces a small file. */
    public void write(Path file, byte[] content) throws IOException {
        Path temporary = temporary(file);
        storage.create(temporary, content);
        storage.force(temporary);
        rename(temporary, file);
    }

    /** Makes or replaces a file from a stream of any length, which it does not close. */
    public void write(Path file, InputStream content) throws IOException {
        Path temporary = temporary(file);
        storage.create(temporary, content.readNBytes(CHUNK));
        for (byte[] more = content.readNBytes(CHUNK); more.length > 0; more = content.readNBytes(CHUNK)) {
            storage.append(temporary, more);
        }
        storage.force(temporary);
        rename(temporary, file);
    }

    /** Copies a file of the disk to a name that does not exist yet, or that holds these bytes already. */
    public void copy(Path from, Path to) throws IOException {
        try (InputStream in = Files.newInputStream(from)) {
            write(to, in);
        }
    }

    /** Gives a file that is forced already its name, in the same folder, in place of what had it. */
    public void rename(Path forced, Path file) throws IOException {
        storage.rename(forced, file);
        storage.forceFolder(folderOf(file));
    }

    /** Deletes a file, if it is there. */
    public void delete(Path file) throws IOException {
        storage.delete(file);
        try {
            storage.forceFolder(folderOf(file));
        } catch (NoSuchFileException e) {
            // no folder, so there was no file
        }
    }

    /** Makes a folder and those above it, and forces the names of all that it made and of this one; those above that were there are taken to be forced. */
    public void makeFolder(Path folder) throws IOException {
        Path above = folder.toAbsolutePath().getParent();
        if (above == null) {
            return; // a root
        }
        if (storage.names(above).isEmpty()) { // perhaps missing itself
            makeFolder(above);
        }
        storage.makeFolder(folder);
        storage.forceFolder(
                above); // although it may have been there: by whom it was made, and whether it was forced, is not known
    }

    private static Path temporary(Path file) {
        return file.resolveSibling(file.getFileName() + ".tmp");
    }

    private static Path folderOf(Path file) {
        Path folder = file.toAbsolutePath().getParent();
        if (folder == null) {
            throw new IllegalArgumentException("a root is no file: " + file);
        }
        return folder;
    }
}
