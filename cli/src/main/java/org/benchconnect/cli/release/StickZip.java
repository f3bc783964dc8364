package org.benchconnect.cli.release;

import java.io.BufferedOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDateTime;
import java.util.zip.CRC32;
import java.util.zip.CheckedInputStream;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;

/**
 * A repository as one file for a USB stick. The same repository gives the same bytes: names in order, one time for all, nothing
 * compressed (modules are compressed themselves).
 */
final class StickZip {
    /** The earliest time that the format has; it says nothing, and so is the same for all. */
    private static final LocalDateTime NO_TIME = LocalDateTime.of(1980, 1, 1, 0, 0);

    private StickZip() {}

    static void write(Path repository, Path zip) throws IOException {
        try (OutputStream file = new BufferedOutputStream(Files.newOutputStream(zip));
                ZipOutputStream out = new ZipOutputStream(file)) {
            out.setMethod(ZipOutputStream.STORED);
            for (Path path : Folders.files(repository)) {
                ZipEntry entry =
                        new ZipEntry(repository.relativize(path).toString().replace('\\', '/'));
                entry.setTimeLocal(NO_TIME);
                entry.setSize(Files.size(path));
                entry.setCrc(checksum(path));
                out.putNextEntry(entry);
                Files.copy(path, out);
                out.closeEntry();
            }
        }
    }

    private static long checksum(Path path) throws IOException {
        CRC32 sum = new CRC32();
        try (InputStream in = new CheckedInputStream(Files.newInputStream(path), sum)) {
            in.transferTo(OutputStream.nullOutputStream());
        }
        return sum.getValue();
    }
}
