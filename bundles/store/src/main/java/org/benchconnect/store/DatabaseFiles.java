package org.benchconnect.store;

import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.file.AccessDeniedException;
import java.nio.file.FileSystems;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.FileAttribute;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.function.Predicate;

/**
 * The files of the database in one folder: {@code agent.db} with its {@code -wal} and {@code -shm}, {@code agent.db.new}
 * while a database is being made, {@code agent.db.damaged-<n>} for those that were set aside, and {@code agent.id}.
 *
 * <p>A database is always made under the name {@code .new} and then renamed, so that {@code agent.db} is never half made.
 * When a damaged one is replaced, it is renamed first: {@code .new} without {@code agent.db} therefore is a whole one, and
 * {@code .new} beside {@code agent.db} is a left-over. Killed at any point, the next start goes on from there.
 */
final class DatabaseFiles {
    /** More damaged files than this, and the disk is at fault: nothing more is set aside, a person must look. */
    static final int MAX_DAMAGED = 20;

    /** So many damaged files that a person must look. */
    static final class TooManyException extends IOException {
        private static final long serialVersionUID = 1L;

        TooManyException() {
            super("there are " + MAX_DAMAGED + " damaged databases already; see to the disk and remove them");
        }
    }

    private static final String WAL = "-wal";
    private static final String SHM = "-shm";

    private final Path folder;

    /** In a folder that need not be there yet. */
    DatabaseFiles(Path folder) {
        this.folder = folder;
    }

    /** The database. */
    Path current() {
        return folder.resolve("agent.db");
    }

    /** The one that is being made. */
    Path fresh() {
        return folder.resolve("agent.db.new");
    }

    /** What is being written back of a database whose file is gone. It may be half there: nobody takes it at a start. */
    Path rescued() {
        return folder.resolve("agent.db.rescued");
    }

    /** Who lives here. */
    IdentityFile identity() {
        return IdentityFile.beside(current());
    }

    /** A copy with mended first page, to read a damaged one. */
    Path mended() {
        return folder.resolve("agent.db.mended");
    }

    static Path wal(Path database) {
        return database.resolveSibling(database.getFileName() + WAL);
    }

    /** Makes the folder and finishes or forgets what a killed process left. */
    void prepare() throws IOException {
        makeFolder();
        remove(mended());
        remove(rescued());
        if (Files.exists(fresh())) {
            if (Files.exists(current())) {
                remove(fresh());
            } else {
                install();
            }
        }
    }

    /** Makes the folder, if it is not there. */
    void makeFolder() throws IOException {
        Files.createDirectories(folder, ownerOnly());
    }

    /**
     * Refuses a file that may only be read. SQLite would give its WAL the same rights, and then could not write it when the
     * file may be written again.
     */
    void requireWritable() throws AccessDeniedException {
        if (Files.isRegularFile(current()) && !Files.isWritable(current())) {
            throw new AccessDeniedException("the database may not be written");
        }
    }

    /** The folder is for the service account alone, where the file system knows such. */
    private static FileAttribute<?>[] ownerOnly() {
        return FileSystems.getDefault().supportedFileAttributeViews().contains("posix")
                ? new FileAttribute<?>[] {
                    PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rwx------"))
                }
                : new FileAttribute<?>[0];
    }

    /**
     * Puts the fresh database in place of the damaged one, which is kept under a name that was not there before.
     *
     * @return the name of the damaged one
     */
    String replace() throws IOException {
        Path aside = unusedName();
        Files.move(current(), aside);
        sync(folder);
        install();
        return String.valueOf(aside.getFileName());
    }

    /**
     * Puts the rescued database into its place. A file that somebody put there meanwhile is kept as a damaged one is.
     *
     * @param rescuedWal tells the WAL of the database that was rescued, which nobody needs any more
     */
    void putBack(Predicate<Path> rescuedWal) throws IOException {
        if (Files.exists(current()) && !Files.isRegularFile(current())) {
            throw new IOException("something that is no file lies in the place of the database");
        }
        sync(rescued());
        remove(fresh());
        Files.move(rescued(), fresh());
        if (rescuedWal.test(wal(current()))) {
            Files.delete(wal(current()));
        }
        if (Files.exists(current())) {
            replace();
        } else {
            install();
        }
    }

    /** Puts the fresh database into the empty place. A WAL that lies there belongs to the damaged one before it. */
    void install() throws IOException {
        if (Files.exists(wal(current())) && Files.size(wal(current())) > 0) {
            Files.move(wal(current()), walAside());
        }
        Files.deleteIfExists(wal(current())); // a look at a file leaves an empty one
        Files.deleteIfExists(current().resolveSibling(current().getFileName() + SHM));
        sync(fresh());
        Files.move(fresh(), current());
        sync(folder);
    }

    private Path walAside() throws IOException {
        for (int n = 1; n <= MAX_DAMAGED; n++) {
            Path damaged = damaged(n);
            if (Files.exists(damaged) && !Files.exists(damaged(n + 1)) && !Files.exists(wal(damaged))) {
                return wal(damaged);
            }
        }
        return wal(unusedName());
    }

    private Path unusedName() throws IOException {
        for (int n = 1; n <= MAX_DAMAGED; n++) {
            if (!Files.exists(damaged(n)) && !Files.exists(wal(damaged(n)))) {
                return damaged(n);
            }
        }
        throw new TooManyException();
    }

    private Path damaged(int n) {
        return folder.resolve("agent.db.damaged-" + n);
    }

    /** Removes a database that nobody needs. */
    void remove(Path database) throws IOException {
        Files.deleteIfExists(database);
        Files.deleteIfExists(wal(database));
        Files.deleteIfExists(database.resolveSibling(database.getFileName() + SHM));
        Files.deleteIfExists(database.resolveSibling(database.getFileName() + "-journal"));
    }

    /** What the database occupies, in bytes. */
    long size() throws IOException {
        long size = 0;
        for (Path file : new Path[] {current(), wal(current())}) {
            size += Files.exists(file) ? Files.size(file) : 0;
        }
        return size;
    }

    /** Forces a file, or the entries of a folder, to the disk. */
    static void sync(Path path) throws IOException {
        if (Files.isDirectory(path)
                && !FileSystems.getDefault().supportedFileAttributeViews().contains("posix")) {
            return; // Windows opens no folder, and orders renames in its journal
        }
        try (FileChannel channel =
                FileChannel.open(path, Files.isDirectory(path) ? StandardOpenOption.READ : StandardOpenOption.WRITE)) {
            channel.force(true);
        }
    }
}
