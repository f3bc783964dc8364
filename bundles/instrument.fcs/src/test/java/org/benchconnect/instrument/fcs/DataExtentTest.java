package org.benchconnect.instrument.fcs;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import org.benchconnect.core.instrument.Instrument;
import org.benchconnect.core.instrument.Reading;
import org.junit.jupiter.api.Test;

/** What the offsets tell of DATA, which is never read. */
class DataExtentTest {
    private static Reading readingOf(byte[] file) {
        return ByteArrayChannel.read(file).reading();
    }

    private static final FcsDataset.Data WHOLE = FcsDataset.Data.WHOLE;

    private FcsDataset first(SyntheticFcs dataset) {
        return ByteArrayChannel.read(dataset.bytes()).datasets().get(0);
    }

    @Test
    void onlyInHeaderIsEnough() {
        FcsDataset dataset = first(SyntheticFcs.of("FCS3.0").dataOnlyInHeader());

        assertEquals(WHOLE, dataset.data());
        assertNull(dataset.dataInText());
        assertFalse(dataset.offsetsDisagree());
    }

    @Test
    void onlyInTextIsEnough() {
        for (String blank : List.of("        ", "       0", "\0\0\0\0\0\0\0\0", "-1      ", "99999x99")) {
            FcsDataset dataset = first(SyntheticFcs.of("FCS3.1").field(2, blank).field(3, blank));

            assertEquals(WHOLE, dataset.data());
            assertNull(dataset.dataInHeader());
        }
    }

    @Test
    void saidDifferentlyInHeaderAndTextIsKnown() {
        FcsDataset dataset = first(SyntheticFcs.of("FCS3.1").field(2, "     100"));

        assertTrue(dataset.offsetsDisagree());
        assertEquals(WHOLE, dataset.data());
    }

    @Test
    void saidRightInOneOfHeaderAndTextIsEnough() {
        for (String version : List.of("FCS2.0", "FCS3.0")) {
            SyntheticFcs dataset = SyntheticFcs.of(version);
            byte[] file = dataset.bytes();
            Extent right = first(dataset).dataInText();

            assertEquals(
                    WHOLE, first(SyntheticFcs.of(version).field(3, "99999999")).data());
            for (long more : new long[] {2, 50, 5000}) {
                String last = "$ENDDATA/%010d/".formatted(right.last());
                String shifted = "$ENDDATA/%010d/".formatted(right.last() + more);
                byte[] changed = text(file).replace(last, shifted).getBytes(StandardCharsets.ISO_8859_1);

                assertEquals(WHOLE, only(changed).data(), version);
                assertTrue(only(changed).offsetsDisagree());
            }
        }
    }

    @Test
    void saidWrongInBothIsTruncated() {
        byte[] file = SyntheticFcs.of("FCS3.0").field(3, "99999999").bytes();
        String wrong = text(file).replaceFirst("ENDDATA/000000", "ENDDATA/000009");

        assertEquals(
                FcsDataset.Data.TRUNCATED,
                only(wrong.getBytes(StandardCharsets.ISO_8859_1)).data());
    }

    @Test
    void ofTheLengthThatItsEventsNeedIsTakenOfTwo() {
        SyntheticFcs dataset = SyntheticFcs.of("FCS3.0")
                .with("$TOT", "100")
                .with("$P1B", "16")
                .with("$P2B", "16")
                .followedBy(30);
        byte[] file = dataset.bytes();
        long last = first(dataset).dataInText().last();
        String longer = text(file).replace("$ENDDATA/%010d/".formatted(last), "$ENDDATA/%010d/".formatted(last + 20));

        assertEquals(30, only(longer.getBytes(StandardCharsets.ISO_8859_1)).trailingBytes());
    }

    @Test
    void longerThanItsEventsNeedIsWholeAndMuchShorterIsBad() {
        assertEquals(WHOLE, first(events("100", "16")).data());
        assertEquals(WHOLE, first(events("20", "16")).data());
        assertEquals(WHOLE, first(events("101", "16")).data());
        assertEquals(FcsDataset.Data.OFFSETS_BAD, first(events("110", "16")).data());
        assertEquals(WHOLE, first(events("110", "*")).data());
        assertEquals(WHOLE, first(events("110", "0")).data());
    }

    private static SyntheticFcs events(String total, String bits) {
        return SyntheticFcs.of("FCS3.0").with("$TOT", total).with("$P1B", "16").with("$P2B", bits);
    }

    @Test
    void withinTextIsBadUnlessTextEndsALittleTooFar() {
        SyntheticFcs within = SyntheticFcs.of("FCS2.0")
                .dataOnlyInHeader()
                .with("$SYS", "x".repeat(99))
                .field(2, "      70");
        SyntheticFcs touching = SyntheticFcs.of("FCS2.0").dataOnlyInHeader();
        long end = first(touching).textExtent().last();
        SyntheticFcs tooFar = SyntheticFcs.of("FCS2.0").dataOnlyInHeader().field(1, "%8d".formatted(end + 20));

        assertEquals(FcsDataset.Data.OFFSETS_BAD, first(within).data());
        assertEquals(WHOLE, first(tooFar).data());
    }

    @Test
    void thatReachesIntoTheNextDatasetIsBad() {
        int first = SyntheticFcs.of("FCS2.0").dataOnlyInHeader().bytes().length;
        for (int more = 0; more < 3; more++) {
            byte[] file = SyntheticFcs.chain(
                    SyntheticFcs.of("FCS2.0").dataOnlyInHeader().field(3, "%8d".formatted(first - 1 + more)),
                    SyntheticFcs.of("FCS3.0"));

            FcsFile read = ByteArrayChannel.read(file);

            assertEquals(2, read.datasets().size());
            assertEquals(
                    more > 1 ? FcsRefusal.DATA_OFFSETS_BAD : null,
                    read.reading().reason());
        }
    }

    private static FcsDataset only(byte[] file) {
        return ByteArrayChannel.read(file).datasets().get(0);
    }

    private static String text(byte[] file) {
        return new String(file, StandardCharsets.ISO_8859_1);
    }

    @Test
    void cutByTheEndOfTheFileIsTruncated() {
        byte[] file = SyntheticFcs.instrument("Aurora").bytes();

        Reading reading = readingOf(Arrays.copyOf(file, file.length - 2));

        assertEquals(Reading.Outcome.PARTIAL, reading.outcome());
        assertEquals(FcsRefusal.DATA_TRUNCATED, reading.reason());
        assertEquals(new Instrument(FcsModel.AURORA, null), reading.instrument());
    }

    @Test
    void whoseLastByteIsCountedOneTooFarIsWhole() {
        byte[] file = SyntheticFcs.of("FCS3.1").bytes();

        assertEquals(
                Reading.Outcome.READ,
                readingOf(Arrays.copyOf(file, file.length - 1)).outcome());
    }

    @Test
    void nowhereIsBadUnlessThereAreNoEvents() {
        SyntheticFcs some = nowhere().with("$TOT", "7");
        SyntheticFcs none = nowhere().with("$TOT", "0");

        assertEquals(FcsRefusal.DATA_OFFSETS_BAD, readingOf(some.bytes()).reason());
        assertEquals(FcsRefusal.DATA_OFFSETS_BAD, readingOf(nowhere().bytes()).reason());
        assertEquals(Reading.Outcome.READ, readingOf(none.bytes()).outcome());
    }

    private SyntheticFcs nowhere() {
        return SyntheticFcs.of("FCS2.0").dataOnlyInHeader().field(2, "       0").field(3, "       0");
    }

    @Test
    void beforeTheEndOfHeaderOrOfNegativeLengthIsBad() {
        SyntheticFcs early = SyntheticFcs.of("FCS2.0").dataOnlyInHeader().field(2, "      57");
        SyntheticFcs negative = SyntheticFcs.of("FCS2.0").dataOnlyInHeader().field(3, "      60");

        assertEquals(FcsRefusal.DATA_OFFSETS_BAD, readingOf(early.bytes()).reason());
        assertEquals(FcsRefusal.DATA_OFFSETS_BAD, readingOf(negative.bytes()).reason());
    }

    @Test
    void ofNoBytesIsWhole() {
        assertEquals(WHOLE, first(SyntheticFcs.of("FCS3.1").dataOf(0)).data());
    }

    @Test
    void isFollowedByTheTrailingBytes() {
        assertEquals(8, first(SyntheticFcs.of("FCS3.1").followedBy(8)).trailingBytes());
        assertEquals(0, first(SyntheticFcs.of("FCS3.1")).trailingBytes());
    }

    @Test
    void ofHugeOffsetsDoesNotOverflow() {
        byte[] file = SyntheticFcs.of("FCS3.1")
                .dataOnlyInHeader()
                .with("$BEGINDATA", "9e98")
                .with("$ENDDATA", "9e99")
                .bytes();

        FcsDataset dataset = ByteArrayChannel.read(file).datasets().get(0);

        assertNull(dataset.dataInText());
        assertEquals(0, dataset.trailingBytes());
    }
}
