package org.benchconnect.upgrade.repository;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.zip.CRC32;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.benchconnect.upgrade.tuf.ReleaseSource;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The stick itself is named, not the zip file on it. */
class NamedFolderTest {
    private static final byte[] TIMESTAMP = "{}".getBytes(StandardCharsets.US_ASCII);

    @TempDir
    Path stick;

    private static ReleaseSource open(Path folder) throws IOException {
        return NamedFolder.open(folder, new Meter(Caps.standard(), System::nanoTime));
    }

    private static void zip(Path file) throws IOException {
        CRC32 sum = new CRC32();
        sum.update(TIMESTAMP);
        ZipEntry entry = new ZipEntry("metadata/timestamp.json");
        entry.setMethod(ZipEntry.STORED);
        entry.setSize(TIMESTAMP.length);
        entry.setCrc(sum.getValue());
        try (OutputStream out = Files.newOutputStream(file);
                ZipOutputStream zip = new ZipOutputStream(out)) {
            zip.putNextEntry(entry);
            zip.write(TIMESTAMP);
        }
    }

    private String refused() {
        return assertThrows(NoRepositoryException.class, () -> open(stick)).found();
    }

    @Test
    void theOnlyZipFileInAFolderIsTaken() throws IOException {
        zip(stick.resolve("Release.ZIP"));
        Files.writeString(stick.resolve("read me.txt"), "hello");

        try (ReleaseSource source = open(stick)) {
            assertEquals('{', source.metadata("timestamp.json").read());
        }
    }

    @Test
    void ofSeveralNoneIsChosenAndAllAreNamed() throws IOException {
        zip(stick.resolve("a.zip"));
        zip(stick.resolve("b.zip"));

        assertEquals("2 zip files, of which one must be named: a.zip, b.zip", refused());
    }

    @Test
    void aRepositoryInTheFolderGoesFirst() throws IOException {
        zip(stick.resolve("a.zip"));
        Files.createDirectories(stick.resolve("metadata"));
        Files.writeString(stick.resolve("metadata/timestamp.json"), "[]");

        try (ReleaseSource source = open(stick)) {
            assertEquals('[', source.metadata("timestamp.json").read());
        }
    }

    @Test
    void aFolderWithNeitherSaysSo() throws IOException {
        Files.createDirectories(stick.resolve("folder.zip"));
        Files.writeString(stick.resolve(".zip"), "hidden");

        assertEquals("none", refused());
    }
}
