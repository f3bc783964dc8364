package org.benchconnect.instrument.fcs;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

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
    void isWhereTextSaysFromVersion3OnAndWhereHeaderSaysBefore() {
        FcsDataset newer = first(SyntheticFcs.of("FCS3.0").field(3, "99999999"));
        FcsDataset older = first(SyntheticFcs.of("FCS2.0").field(3, "99999999"));

        assertEquals(WHOLE, newer.data());
        assertEquals(FcsDataset.Data.TRUNCATED, older.data());
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
