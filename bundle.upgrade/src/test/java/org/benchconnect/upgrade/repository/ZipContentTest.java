package org.benchconnect.upgrade.repository;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.benchconnect.upgrade.repository.ZipCase.isRefused;
import static org.benchconnect.upgrade.repository.ZipCase.isRefusedWhenRead;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.time.Duration;
import java.util.Arrays;
import org.benchconnect.core.feature.RefusedFor;
import org.junit.jupiter.api.Test;

/** Entries that are not what they say. */
class ZipContentTest {
    private final ZipBuilder zip = ZipCase.repository();

    @Test
    void zipBomb() {
        zip.entry("targets/bomb", new byte[1_000_000]);

        isRefused(zip, ZipFlaw.BOMB);
    }

    @Test
    void zipBombThatUnderstatesItsLength() throws IOException {
        zip.entry("targets/bomb", new byte[1_000_000]).length = 500;

        isRefusedWhenRead(zip, "bomb", ZipFlaw.WRONG_CONTENT);
    }

    @Test
    void manyEntriesThatUnpackToTooMuchTogether() {
        for (int i = 0; i < 20; i++) {
            zip.entry("targets/" + i, new byte[100_000]).stored();
        }
        Duration second = Duration.ofSeconds(1);
        Meter meter = new Meter(new Caps(second, second, second, 1, second, 3_000_000), () -> 0);
        Meter tight = new Meter(new Caps(second, second, second, 1, second, 1_999_999), () -> 0);

        byte[] bytes = zip.bytes();

        assertTrue(bytes.length < 3_000_000);
        assertEquals(21, read(bytes, meter).names().size());
        assertEquals(
                RefusedFor.TOO_LARGE,
                assertThrows(OversizedException.class, () -> ZipSource.of(bytes, tight))
                        .reason());
    }

    private static ZipSource read(byte[] bytes, Meter meter) {
        try {
            return ZipSource.of(bytes, meter);
        } catch (IOException e) {
            throw new AssertionError(e);
        }
    }

    @Test
    void anEntryReadAgainAndAgainEndsAtTheTotal() throws IOException {
        zip.entry("targets/a", new byte[100_000]).stored();
        Duration second = Duration.ofSeconds(1);
        ZipSource source =
                ZipSource.of(zip.bytes(), new Meter(new Caps(second, second, second, 1, second, 150_000), () -> 0));
        ZipCase.read(source.target("a"));

        assertThrows(OversizedException.class, () -> ZipCase.read(source.target("a")));
    }

    @Test
    void overlappingEntries() {
        ZipBuilder.Entry first = zip.entry("targets/a", new byte[100]);
        zip.entry("targets/b", new byte[100]);
        first.packedLength += 20;

        isRefused(zip, ZipFlaw.HIDDEN_DATA);
    }

    @Test
    void twoEntriesOfTheListForOneEntry() {
        zip.entry("targets/a", new byte[100]).position = 0;

        isRefused(zip, ZipFlaw.HIDDEN_DATA);
    }

    @Test
    void wrongLengthInTheEntryItself() {
        zip.entry("targets/a", new byte[100]).localLength = 99;

        isRefused(zip, ZipFlaw.TWO_STORIES);
    }

    @Test
    void wrongLengthBehindTheContent() {
        ZipBuilder.Entry entry = zip.entry("targets/a", new byte[100]).streamed();
        entry.descriptor[12]++;

        isRefused(zip, ZipFlaw.TWO_STORIES);
    }

    @Test
    void anotherMethodInTheEntryThanInTheList() {
        zip.entry("targets/a", new byte[100]).localMethod = 0;

        isRefused(zip, ZipFlaw.TWO_STORIES);
    }

    @Test
    void wrongChecksum() throws IOException {
        zip.entry("targets/a", new byte[100]).crc ^= 1;

        isRefusedWhenRead(zip, "a", ZipFlaw.WRONG_CONTENT);
    }

    @Test
    void dataThatIsNoDeflate() throws IOException {
        zip.entry("targets/a", new byte[100]).pack(new byte[] {-1, -1, -1, -1});

        isRefusedWhenRead(zip, "a", ZipFlaw.WRONG_CONTENT);
    }

    @Test
    void hiddenDataBehindTheDeflatedContent() throws IOException {
        ZipBuilder.Entry entry = zip.entry("targets/a", new byte[100]);
        byte[] longer = Arrays.copyOf(entry.packed, entry.packed.length + 50);
        entry.pack(longer);

        isRefusedWhenRead(zip, "a", ZipFlaw.WRONG_CONTENT);
    }

    @Test
    void contentThatEndsTooEarly() throws IOException {
        ZipBuilder.Entry entry = zip.entry("targets/a", new byte[100]);
        entry.length = 101;

        isRefusedWhenRead(zip, "a", ZipFlaw.WRONG_CONTENT);
    }

    @Test
    void encryptedEntry() {
        zip.entry("targets/a", new byte[100]).flags |= 1;

        isRefused(zip, ZipFlaw.ENCRYPTED);
    }

    @Test
    void unknownMethod() {
        zip.entry("targets/a", new byte[100]).method = 12;

        isRefused(zip, ZipFlaw.UNKNOWN_METHOD);
    }

    @Test
    void symlink() {
        zip.entry("targets/a", "/etc/passwd".getBytes(UTF_8)).unixMode = 0xa1ff;

        isRefused(zip, ZipFlaw.SPECIAL_FILE);
    }

    @Test
    void deviceFile() {
        zip.entry("targets/a", new byte[0]).unixMode = 0x21a4;

        isRefused(zip, ZipFlaw.SPECIAL_FILE);
    }

    @Test
    void folderWithContent() {
        zip.entry("targets/a/", new byte[5]).unixMode = 0;

        isRefused(zip, ZipFlaw.WRONG_CONTENT);
    }
}
