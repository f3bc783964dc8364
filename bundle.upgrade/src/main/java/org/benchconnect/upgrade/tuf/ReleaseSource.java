package org.benchconnect.upgrade.tuf;

import java.io.Closeable;
import java.io.IOException;
import java.io.InputStream;

/**
 * Where a repository's files come from: a web server, a folder, a zip. It is not trusted: it may answer anything, late or
 * without end. The client caps what it reads; time-outs are the source's own. Used by one thread at a time.
 */
public interface ReleaseSource extends Closeable {
    /**
     * Opens a metadata file.
     *
     * @param fileName the name below the metadata folder, such as {@code 3.root.json}. It never contains a slash: the names of
     *     delegated roles are percent-encoded ({@code ..%2Fa.json}), and an address must not be encoded a second time
     * @throws java.nio.file.NoSuchFileException when the repository has no such file, and only then
     * @throws IOException when nothing can be said about it, such as no connection
     */
    InputStream metadata(String fileName) throws IOException;

    /**
     * Opens a target file.
     *
     * @param path below the targets folder, with slashes, as in the metadata and not encoded: {@code features/ab12.a.json}. It is
     *     relative and has no {@code .} or {@code ..} or empty segment, no backslash and no control character
     * @throws java.nio.file.NoSuchFileException when the repository has no such file, and only then
     * @throws IOException when nothing can be said about it, such as no connection
     */
    InputStream target(String path) throws IOException;

    /**
     * Opens a target file from a byte on, if the source can; otherwise from the beginning.
     *
     * @param path as in {@link #target(String)}
     * @param from how many bytes the caller has already, from 1
     * @throws java.nio.file.NoSuchFileException when the repository has no such file, and only then
     * @throws IOException when nothing can be said about it, such as no connection
     */
    default Rest target(String path, long from) throws IOException {
        return new Rest(target(path), 0);
    }

    /**
     * What comes after some bytes of a file.
     *
     * @param in the bytes; the caller closes it
     * @param from where they begin, as the source says: what was asked for, or 0
     */
    record Rest(InputStream in, long from) {}
}
