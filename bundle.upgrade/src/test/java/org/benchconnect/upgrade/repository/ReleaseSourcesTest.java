package org.benchconnect.upgrade.repository;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.time.Clock;
import org.benchconnect.core.feature.RefusedFor;
import org.benchconnect.core.link.TlsClient;
import org.benchconnect.crypto.HardenedTlsClient;
import org.benchconnect.upgrade.feature.EveryServer;
import org.benchconnect.upgrade.tuf.ReleaseSource;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ReleaseSourcesTest {
    @TempDir
    Path home;

    private final TlsClient nobody = new HardenedTlsClient(Path.of(""), "", Clock.systemUTC());

    private ReleaseSource open(String source) throws IOException {
        return ReleaseSources.open(source, Caps.standard(), nobody, new EveryServer());
    }

    @Test
    void aFolderAndAZipFileAreSources() throws IOException {
        Files.createDirectories(home.resolve("metadata"));
        Path zip = Files.write(
                home.resolve("release.zip"),
                new ZipBuilder().file("metadata/timestamp.json", "{}").bytes());

        try (ReleaseSource folder = open(home.toString());
                ReleaseSource file = open(zip.toString())) {
            assertInstanceOf(FolderSource.class, folder);
            assertEquals('{', file.metadata("timestamp.json").read());
        }
    }

    @Test
    void aFileThatIsNoZipIsRefused() throws IOException {
        Path text = Files.writeString(home.resolve("release.txt"), "a text file that is longer than an end record");

        assertEquals(
                "a file that is no zip file",
                assertThrows(NoRepositoryException.class, () -> open(text.toString()))
                        .found());
    }

    @Test
    void aZipFileThatWasCutOffIsABrokenOne() throws IOException {
        Path zip = Files.writeString(home.resolve("release.zip"), "PK\3\4 and what is left of the first entry");

        assertEquals(
                ZipFlaw.NO_END,
                assertThrows(ArchiveException.class, () -> open(zip.toString())).flaw());
    }

    @Test
    void whatIsNotThereIsMissing() {
        assertThrows(
                NoSuchFileException.class, () -> open(home.resolve("nothing").toString()));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "http://releases.example/",
                "HTTP://releases.example/",
                "ftp://releases.example/",
                "file:///etc",
                "jar:file:/a.zip!/",
                "\\\\server\\share",
                "//server/share",
                "/\\server\\share",
                "\\/server/share",
                "relative/folder",
                "",
                ".",
                "https:",
                "https:///path",
                "https://user:password@releases.example/",
                "https://releases.example/?a=b",
                "https://releases.example/#a",
                "https://releases.example/a/../b/",
                "https://under_score host/",
                "/a\u0000b"
            })
    void whatIsNeitherHttpsNorAPathOfThisPc(String source) {
        SourceAddressException refused = assertThrows(SourceAddressException.class, () -> open(source));

        assertEquals(RefusedFor.SOURCE, refused.reason());
        assertEquals(source, refused.found());
    }

    @Test
    void aDeviceIsNoSource() {
        assertThrows(SourceAddressException.class, () -> open("/dev/zero"));
    }

    @Test
    void hostileTextIsPrintableInMessages() {
        String hostile = "x\u001b[31m\n" + "y".repeat(500);

        String message =
                assertThrows(SourceAddressException.class, () -> open(hostile)).getMessage();

        assertTrue(message.chars().noneMatch(Character::isISOControl), message);
        assertTrue(message.length() < 250, message);
    }
}
