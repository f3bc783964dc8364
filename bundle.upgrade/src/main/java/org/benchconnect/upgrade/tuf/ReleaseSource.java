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
}
