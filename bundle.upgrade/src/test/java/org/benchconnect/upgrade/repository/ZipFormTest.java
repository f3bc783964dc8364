package org.benchconnect.upgrade.repository;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.benchconnect.upgrade.repository.ZipCase.ROOT;
import static org.benchconnect.upgrade.repository.ZipCase.isRefused;
import static org.benchconnect.upgrade.repository.ZipCase.open;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.util.Arrays;
import org.junit.jupiter.api.Test;

/** Files that two programs could read differently. */
class ZipFormTest {
    private final ZipBuilder zip = ZipCase.repository();

    @Test
    void dataBeforeTheFirstEntry() {
        zip.before("#!/bin/sh\n");

        isRefused(zip, ZipFlaw.HIDDEN_DATA);
    }

    @Test
    void dataBetweenEntriesAndList() {
        zip.betweenEntriesAndList("hidden");

        isRefused(zip, ZipFlaw.HIDDEN_DATA);
    }

    @Test
    void dataBehindTheEnd() {
        zip.behind("hidden");

        isRefused(zip, ZipFlaw.NO_END);
    }

    @Test
    void anotherZipBehindTheZip() {
        zip.behind(new String(new ZipBuilder().file(ROOT, "other").bytes(), UTF_8));

        assertThrows(ArchiveException.class, () -> open(zip.bytes()));
    }

    @Test
    void tornZip() {
        byte[] whole = zip.bytes();

        for (int length = 0; length < whole.length; length++) {
            byte[] torn = Arrays.copyOf(whole, length);
            assertThrows(ArchiveException.class, () -> open(torn));
        }
    }

    @Test
    void moreEntriesThanTheListHas() {
        zip.saysEntries(7);

        isRefused(zip, ZipFlaw.BROKEN_DIRECTORY);
    }

    @Test
    void fewerEntriesThanTheListHas() {
        zip.file("targets/a", "x").saysEntries(1);

        isRefused(zip, ZipFlaw.BROKEN_DIRECTORY);
    }

    @Test
    void zip64() {
        zip.saysEntries(0xffff);

        isRefused(zip, ZipFlaw.ZIP64);
    }

    @Test
    void zip64InAnEntry() {
        zip.entry("targets/a", new byte[1]).extra = new byte[] {1, 0, 1, 0, 1};

        isRefused(zip, ZipFlaw.ZIP64);
    }

    @Test
    void severalVolumes() {
        zip.volume(1);

        isRefused(zip, ZipFlaw.SPANNED);
    }

    @Test
    void tooManyEntries() {
        for (int i = 0; i < ZipDirectory.MAX_ENTRIES; i++) {
            zip.file("targets/" + i, "");
        }

        isRefused(zip, ZipFlaw.TOO_MANY_ENTRIES);
    }

    @Test
    void anExtraFieldLongerThanItsRoom() {
        zip.entry("targets/a", new byte[1]).extra = new byte[] {9, 9, 9, 9};

        isRefused(zip, ZipFlaw.BROKEN_DIRECTORY);
    }
}
