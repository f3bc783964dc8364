package org.benchconnect.upgrade.repository;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.benchconnect.upgrade.repository.ZipCase.open;
import static org.benchconnect.upgrade.repository.ZipCase.read;
import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.file.NoSuchFileException;
import java.util.Random;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.junit.jupiter.api.Test;

class ZipSourceTest {
    private final ZipBuilder zip = ZipCase.repository();

    @Test
    void readsWhatWasPacked() throws IOException {
        byte[] module = new byte[300_000];
        new Random(1).nextBytes(module);
        zip.entry("targets/a.jar", module).stored();
        zip.entry("targets/b.jar", module).streamed();
        zip.entry("targets/empty", new byte[0]);

        ZipSource source = open(zip.bytes());

        assertArrayEquals("{\"root\": 1}".getBytes(UTF_8), read(source.metadata("1.root.json")));
        assertArrayEquals(module, read(source.target("a.jar")));
        assertArrayEquals(module, read(source.target("b.jar")));
        assertEquals(0, read(source.target("empty")).length);
    }

    @Test
    void readsWhatOrdinaryProgramsWrite() throws IOException {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (ZipOutputStream out = new ZipOutputStream(bytes)) {
            out.putNextEntry(new ZipEntry("release/"));
            out.putNextEntry(new ZipEntry("release/metadata/timestamp.json"));
            out.write("{}".getBytes(UTF_8));
        }

        ZipSource source = open(bytes.toByteArray());

        assertArrayEquals("{}".getBytes(UTF_8), read(source.metadata("timestamp.json")));
    }

    @Test
    void oneTreeServesAZipAndAWebServerThatDecodesNames() throws IOException {
        ZipSource source = open(zip.file("metadata/1.\u00f6.json", "{}").bytes());

        assertArrayEquals("{}".getBytes(UTF_8), read(source.metadata("1.%C3%B6.json")));
        assertThrows(NoSuchFileException.class, () -> source.metadata("2.%C3%B6.json"));
    }

    @Test
    void aFileThatIsNotThereIsMissing() throws IOException {
        ZipSource source = open(zip.bytes());

        assertThrows(NoSuchFileException.class, () -> source.metadata("2.root.json"));
    }

    @Test
    void twoRepositoriesInOneAreRefused() {
        byte[] two = new ZipBuilder()
                .file("a/metadata/x.json", "")
                .file("b/metadata/x.json", "")
                .bytes();

        assertThrows(NoRepositoryException.class, () -> open(two));
    }

    @Test
    void aZipWithinTheZipIsNotOpened() {
        byte[] nested = new ZipBuilder()
                .file("inner.zip", new String(zip.bytes(), UTF_8))
                .bytes();

        assertThrows(NoRepositoryException.class, () -> open(nested));
    }
}
