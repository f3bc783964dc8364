package org.benchconnect.companion.desktop;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class RedirectPagesTest {
    private static final Instant NOW = Instant.parse("2026-03-01T08:00:00Z");
    private static final URI ADDRESS = URI.create("http://127.0.0.1:4711/#code=once");

    @TempDir
    private Path folder;

    private RedirectPages pages() {
        return new RedirectPages(folder, Clock.fixed(NOW, ZoneOffset.UTC));
    }

    private static void written(Path page, Instant when) throws Exception {
        Files.setLastModifiedTime(page, FileTime.from(when));
    }

    @Test
    void aPageIsTheUsersAloneAndItsNameTellsNothing() throws Exception {
        try (RedirectPages pages = pages()) {
            Path page = pages.to(ADDRESS);
            Path next = pages.to(ADDRESS);

            assertEquals("rw-------", PosixFilePermissions.toString(Files.getPosixFilePermissions(page)));
            assertNotEquals(page, next);
            assertTrue(Files.readString(page).contains("content=\"0;url=" + ADDRESS + "\""));
        }
    }

    @Test
    void aPageStaysAsLongAsItsCodeIsGood() throws Exception {
        try (RedirectPages pages = pages()) {
            Path page = pages.to(ADDRESS);
            written(page, NOW.minusSeconds(119));

            pages.removeOld();

            assertTrue(Files.exists(page));
        }
    }

    @Test
    void whatAKilledCompanionLeftIsRemovedAndNoOtherFile() throws Exception {
        Path left = pages().to(ADDRESS);
        Path own = Files.writeString(folder.resolve("BenchConnect-notes.html"), "mine");
        written(left, NOW.minusSeconds(121));
        written(own, NOW.minusSeconds(121));

        pages().removeOld();

        assertFalse(Files.exists(left));
        assertTrue(Files.exists(own));
    }

    @Test
    void theEndRemovesEachPage() throws Exception {
        RedirectPages pages = pages();
        Path page = pages.to(ADDRESS);

        pages.close();

        assertFalse(Files.exists(page));
    }

    @Test
    void noAddressLeavesItsAttribute() throws Exception {
        try (RedirectPages pages = pages()) {
            Path page = pages.to(URI.create("http://127.0.0.1:4711/?a=b&c='d'"));

            assertTrue(Files.readString(page).contains("url=http://127.0.0.1:4711/?a=b&amp;c='d'\""));
        }
    }
}
