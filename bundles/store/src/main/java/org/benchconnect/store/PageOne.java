package org.benchconnect.store;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.sql.SQLException;

/**
 * Mends the page on which everything hangs. The first page of a database holds its header and where each table begins;
 * without it nothing can be read. A database that was made by the same release has its tables at the same places, so a copy
 * of the damaged file with the first page of a new database shows what the other pages hold.
 *
 * <p>Offsets are of the SQLite file format, section 1.3.
 */
final class PageOne {
    /** SQLite's page size, which we leave as it is. In bytes. */
    static final int SIZE = 4096;

    private static final int PAGES_IN_FILE = 28;
    private static final int FREE_LIST = 32;
    private static final int FREE_PAGES = 36;

    private PageOne() {}

    /** Makes the copy, with the WAL if there is one. The damaged file stays as it is. */
    static void mend(Path damaged, Path copy) throws IOException, SQLException {
        NewDatabase.make(copy, Identity.fresh(), statements -> {});
        ByteBuffer page = ByteBuffer.allocate(SIZE);
        try (FileChannel pattern = FileChannel.open(copy, StandardOpenOption.READ)) {
            while (page.hasRemaining() && pattern.read(page) >= 0) {
                // a read may be short
            }
        }
        Files.copy(damaged, copy, StandardCopyOption.REPLACE_EXISTING);
        if (Files.exists(DatabaseFiles.wal(damaged))) {
            Files.copy(DatabaseFiles.wal(damaged), DatabaseFiles.wal(copy), StandardCopyOption.REPLACE_EXISTING);
        }
        page.putInt(PAGES_IN_FILE, (int) Math.max(1, Files.size(copy) / SIZE));
        page.putInt(FREE_LIST, 0);
        page.putInt(FREE_PAGES, 0);
        page.rewind();
        try (FileChannel mended = FileChannel.open(copy, StandardOpenOption.WRITE)) {
            long at = 0;
            while (page.hasRemaining()) {
                at += mended.write(page, at);
            }
        }
    }
}
