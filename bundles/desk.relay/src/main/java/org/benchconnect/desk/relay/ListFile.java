package org.benchconnect.desk.relay;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.BasicFileAttributes;
import org.jspecify.annotations.Nullable;

/** The list in a file that something else replaces, whole, by renaming. Read again only when the file is another. */
public final class ListFile implements ListSource {
    private final Path path;
    private @Nullable Read last;

    private record Read(String file, byte[] bytes) {}

    /** The file need not be there yet. */
    public ListFile(Path path) {
        this.path = path;
    }

    @Override
    public synchronized byte[] now() throws IOException {
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
