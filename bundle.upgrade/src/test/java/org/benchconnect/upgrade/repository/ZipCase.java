package org.benchconnect.upgrade.repository;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.io.IOException;
import java.io.InputStream;
import org.benchconnect.core.feature.RefusedFor;

/** Opens zip files of a test, and says why they must be refused. */
final class ZipCase {
    static final String ROOT = "metadata/1.root.json";

    private ZipCase() {}

    /** A repository with root metadata alone. */
    static ZipBuilder repository() {
        return new ZipBuilder().file(ROOT, "{\"root\": 1}");
    }

    static ZipSource open(byte[] bytes) throws IOException {
        return ZipSource.of(bytes, new Meter(Caps.standard(), System::nanoTime));
    }

    static byte[] read(InputStream stream) throws IOException {
        try (stream) {
            return stream.readAllBytes();
        }
    }

    static void isRefused(ZipBuilder zip, ZipFlaw flaw) {
        ArchiveException refused = assertThrows(ArchiveException.class, () -> open(zip.bytes()));

        assertEquals(flaw, refused.flaw(), refused.getMessage());
        assertEquals(RefusedFor.ARCHIVE, refused.reason());
    }

    static void isRefusedWhenRead(ZipBuilder zip, String target, ZipFlaw flaw) throws IOException {
        ZipSource source = open(zip.bytes());

        ArchiveException refused = assertThrows(ArchiveException.class, () -> read(source.target(target)));

        assertEquals(flaw, refused.flaw());
    }
}
