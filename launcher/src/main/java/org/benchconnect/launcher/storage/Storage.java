package org.benchconnect.launcher.storage;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;

/**
 * A file system, by the operations whose order decides what a loss of power leaves. Nothing is durable before it is forced: the bytes of a file by
 * {@link #force}, its name (made, renamed, deleted) by {@link #forceFolder}. Links are never followed: a link where a file is expected is an error. Safe for
 * any thread.
 */
public interface Storage {
    /**
     * A file's bytes, whole; empty if there is none.
     *
     * @param most at most so many; a longer file is an error
     */
    Optional<byte[]> read(Path file, int most) throws IOException;

    /** Makes a file with these bytes; one of that name, or a link, goes first. After an error there is the old file, none, or one with some of the bytes. */
    void create(Path file, byte[] content) throws IOException;

    /** Adds to the end of a file, which is made if it is missing. After an error some of the bytes may be there. */
    void append(Path file, byte[] content) throws IOException;

    /** Cuts a file to a length that it has at least; a length beyond its end is an error. */
    void truncate(Path file, long length) throws IOException;

    /**
     * The bytes of a file reach the disk; its name does not. After an error they are in doubt for ever, also if a later call succeeds: systems drop what they
     * could not write. Write them anew.
     */
    void force(Path file) throws IOException;

    /**
     * The names in a folder reach the disk. Where the system cannot do it (Windows), does nothing.
     *
     * @throws java.nio.file.NoSuchFileException if there is no such folder
     */
    void forceFolder(Path folder) throws IOException;

    /** Gives a file another name in the same file system at once, in place of what had it. */
    void rename(Path from, Path to) throws IOException;

    /** Deletes a file, a link in its place, or a folder with nothing in it; one that is not there is left alone. Works on a full disk. */
    void delete(Path file) throws IOException;

    /** Makes a folder, and those above it; one that is there is left alone. */
    void makeFolder(Path folder) throws IOException;

    /** The names in a folder, of files and folders, sorted; none if there is no such folder. */
    List<String> names(Path folder) throws IOException;

    /** The length of a file in bytes; 0 if there is none. */
    long length(Path file) throws IOException;
}
