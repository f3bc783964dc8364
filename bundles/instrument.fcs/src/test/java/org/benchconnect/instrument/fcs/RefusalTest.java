package org.benchconnect.instrument.fcs;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import org.benchconnect.core.instrument.Reading;
import org.junit.jupiter.api.Test;

/** Each reason for which a file is refused; those for which it is read in part are tested with what they concern. */
class RefusalTest {
    private static void assertRefused(FcsRefusal reason, byte[] bytes) {
        FcsFile file = ByteArrayChannel.read(bytes);

        assertEquals(Reading.refused(reason), file.reading());
        assertTrue(file.datasets().isEmpty());
        assertEquals(FcsModel.OTHER, file.model());
        assertTrue(file.serial().isEmpty());
    }

    private static byte[] ascii(String text) {
        return text.getBytes(StandardCharsets.US_ASCII);
    }

    @Test
    void anythingElseIsNotFcs() {
        for (String text :
                List.of("oi21", "Sample,Count\n1,2\n".repeat(9), "FC$3.0 ", "\0".repeat(80), "fcs3.0".repeat(20))) {
            assertRefused(FcsRefusal.NOT_FCS, ascii(text));
        }
    }

    @Test
    void lessThanAHeaderIsTooShort() {
        byte[] file = SyntheticFcs.of("FCS3.1").bytes();
        for (int length = 0; length < 58; length++) {
            assertRefused(FcsRefusal.TOO_SHORT, Arrays.copyOf(file, length));
        }
    }

    @Test
    void anUnknownVersionIsUnknown() {
        for (String version : List.of("FCS4.0", "FCS3.9", "FCS 3.", "FCSabc")) {
            assertRefused(FcsRefusal.VERSION_UNKNOWN, SyntheticFcs.of(version).bytes());
        }
    }

    @Test
    void aHeaderThatDoesNotTellWhereTextIsIsUnreadable() {
        for (String field :
                List.of("        ", "      -5", "   12.5 ", "5 8     ", "\u00b258     ", "       0", "      57")) {
            assertRefused(
                    FcsRefusal.HEADER_UNREADABLE,
                    SyntheticFcs.of("FCS3.1").field(0, field).bytes());
        }
        assertRefused(
                FcsRefusal.HEADER_UNREADABLE,
                SyntheticFcs.of("FCS3.1").field(1, "      56").bytes());
        assertRefused(
                FcsRefusal.HEADER_UNREADABLE,
                SyntheticFcs.of("FCS3.1").field(1, "        ").bytes());
    }

    @Test
    void textBehindTheEndOfTheFileIsOutside() {
        byte[] file = SyntheticFcs.of("FCS3.0").dataBeforeText().bytes();

        assertRefused(FcsRefusal.TEXT_OUTSIDE_FILE, Arrays.copyOf(file, 200));
        assertRefused(
                FcsRefusal.TEXT_OUTSIDE_FILE,
                SyntheticFcs.of("FCS3.1")
                        .field(0, "90000000")
                        .field(1, "90000100")
                        .bytes());
    }

    @Test
    void textOfTheMostBytesIsReadAndOneMoreIsTooLong() {
        byte[] most = withTextOf(FcsFile.MAX_TEXT_BYTES);
        byte[] tooLong = withTextOf(FcsFile.MAX_TEXT_BYTES + 1);

        assertEquals(Reading.Outcome.READ, ByteArrayChannel.read(most).reading().outcome());
        assertRefused(FcsRefusal.TEXT_TOO_LONG, tooLong);
    }

    private static byte[] withTextOf(int bytes) {
        Extent bare = ByteArrayChannel.read(SyntheticFcs.of("FCS3.1").bytes())
                .datasets()
                .get(0)
                .textExtent();
        int length = (int) (bare.last() - bare.first()) + 1;
        return SyntheticFcs.of("FCS3.1").paddedBy(" ".repeat(bytes - length)).bytes();
    }

    @Test
    void textWithoutADelimiterOrAKnownKeywordIsUnreadable() {
        for (String text :
                List.of("$TOT", "$TOT$5$", "@a@b@", "abab", "0101", "\0a\0b", "////////", "/a/b/c/d/", "/", "  a b ")) {
            assertRefused(FcsRefusal.TEXT_UNREADABLE, withText(ascii(text)));
        }
        assertRefused(FcsRefusal.TEXT_UNREADABLE, withText(new byte[0]));
        assertRefused(FcsRefusal.TEXT_UNREADABLE, withText(new byte[] {(byte) 0xff, (byte) 0xff, 0}));
    }

    private static byte[] withText(byte[] text) {
        byte[] header = ascii("FCS3.1          58%8d       0       0       0       0".formatted(58 + text.length - 1));
        return SyntheticFcs.join(Arrays.copyOf(header, 58), text);
    }

    @Test
    void textThatIsCutBeforeItsFirstKeywordIsTruncated() {
        byte[] file = SyntheticFcs.of("FCS3.1").textAt(256).bytes();
        for (int length = 257; length < 263; length++) {
            assertRefused(FcsRefusal.TEXT_TRUNCATED, Arrays.copyOf(file, length));
        }
    }

    @Test
    void allTextTogetherHasALimit() {
        SyntheticFcs[] datasets = new SyntheticFcs[17];
        Arrays.setAll(datasets, at -> SyntheticFcs.of("FCS3.1").dataOf(8).paddedBy(" ".repeat(1_000_000)));

        Reading reading = ByteArrayChannel.read(SyntheticFcs.chain(datasets)).reading();

        assertEquals(FcsRefusal.TEXT_TOO_LONG, reading.reason());
        assertEquals(16, reading.datasets());
    }

    @Test
    void theMostKeywordsAreReadAndOneMoreIsTooMany() {
        int own = 7;
        SyntheticFcs most = SyntheticFcs.of("FCS3.1").raw("A/B/".repeat(FcsFile.MAX_KEYWORDS - own));
        SyntheticFcs tooMany = SyntheticFcs.of("FCS3.1").raw("A/B/".repeat(FcsFile.MAX_KEYWORDS - own + 1));

        assertEquals(
                Reading.Outcome.READ,
                ByteArrayChannel.read(most.bytes()).reading().outcome());
        assertRefused(FcsRefusal.TOO_MANY_KEYWORDS, tooMany.bytes());
    }

    @Test
    void aRefusedSecondDatasetLeavesTheFirst() {
        byte[] file = SyntheticFcs.chain(
                SyntheticFcs.instrument("Navios"), SyntheticFcs.of("FCS3.1").field(0, "        "));

        Reading reading = ByteArrayChannel.read(file).reading();

        assertEquals(Reading.Outcome.PARTIAL, reading.outcome());
        assertEquals(FcsRefusal.HEADER_UNREADABLE, reading.reason());
        assertEquals(1, reading.datasets());
    }

    @Test
    void theFirstOfSeveralReasonsStands() {
        byte[] file = SyntheticFcs.chain(
                SyntheticFcs.of("FCS2.0").dataOnlyInHeader().field(2, "        "), SyntheticFcs.of("FCS9.9"));

        assertEquals(
                FcsRefusal.DATA_OFFSETS_BAD,
                ByteArrayChannel.read(file).reading().reason());
    }
}
