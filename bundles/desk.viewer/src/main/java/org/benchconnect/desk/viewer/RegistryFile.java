package org.benchconnect.desk.viewer;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.BasicFileAttributes;
import org.jspecify.annotations.Nullable;

/**
 * The signed registry in a file that something else replaces, whole, by renaming. Read again only when the file is another. Not verified here: the page
 * does that, with the key it has. Safe for any thread.
 */
public final class RegistryFile {
    /** The largest one. In bytes; some 150 000 agents. The page has the same limit. */
    public static final int MOST = 16 * 1024 * 1024;

    private final Path path;
    private @Nullable Read last;

    private record Read(String file, byte[] bytes) {}

    /** The file need not be there yet. */
    public RegistryFile(Path path) {
        this.path = path;
    }

    /**
     * As it is now. The caller must not change it.
     *
     * @throws IOException if it is not there, or has not 1 to {@value #MOST} bytes
     */
    synchronized byte[] now() throws IOException {
        BasicFileAttributes file = Files.readAttributes(path, BasicFileAttributes.class);
        String identity = file.fileKey() + " " + file.lastModifiedTime() + " " + file.size();
        if (last == null || !last.file.equals(identity)) {
            last = new Read(identity, read());
        }
        return last.bytes;
    }

    private byte[] read() throws IOException {
        try (InputStream in = Files.newInputStream(path)) {
            byte[] bytes = in.readNBytes(MOST + 1);
            if (bytes.length == 0 || bytes.length > MOST) {
                throw new IOException(path + " has not 1 to " + MOST + " bytes");
            }
            return bytes;
        }
    }
}
