package org.benchconnect.instrument.fcs;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Arrays;
import java.util.List;
import org.benchconnect.core.instrument.Reading;
import org.junit.jupiter.api.Test;

/** The LMD files of Navios and Gallios: an FCS2.0 dataset, the acquisition protocol, an FCS3.0 dataset, a trailer. */
class LmdFileTest {
    private static final byte[] LMD = SyntheticFcs.lmd();

    private static Reading readingOf(byte[] file) {
        return ByteArrayChannel.read(file).reading();
    }

    @Test
    void isReadWithBothDatasets() {
        FcsFile file = ByteArrayChannel.read(LMD);

        assertEquals("FCS2.0+FCS3.0", file.reading().format());
        assertEquals(2, file.reading().datasets());
        assertEquals(Reading.Outcome.READ, file.reading().outcome());
        assertEquals(FcsModel.NAVIOS, file.model());
        assertEquals("ZZ00001", file.serial().orElseThrow().toString());
        assertEquals(
                19.8,
                file.datasets()
                        .get(0)
                        .text()
                        .number("@BLUELASERPOWER_END", "mW")
                        .orElseThrow());
        assertEquals(7000, file.datasets().get(1).text().number("$TOT").orElseThrow());
    }

    @Test
    void hasItsTrailer() {
        assertEquals(Trailer.PRESENT, ByteArrayChannel.read(LMD).trailer());
        assertEquals(272, ByteArrayChannel.read(LMD).datasets().get(1).trailingBytes());
    }

    @Test
    void withoutTrailerIsStillRead() {
        FcsFile file = ByteArrayChannel.read(SyntheticFcs.lmdWithoutTrailer());

        assertEquals(Trailer.ABSENT, file.trailer());
        assertEquals(Reading.Outcome.READ, file.reading().outcome());
    }

    @Test
    void withACutTrailerHasABrokenOne() {
        for (int length : new int[] {1, 14, 15, 271}) {
            byte[] file = SyntheticFcs.join(SyntheticFcs.lmdWithoutTrailer(), SyntheticFcs.trailer(length));

            assertEquals(Trailer.BROKEN, ByteArrayChannel.read(file).trailer(), length + " bytes");
        }
    }

    @Test
    void mayBePaddedBehindItsTrailer() {
        for (byte[] padding : List.of(new byte[1], new byte[512], new byte[] {'\r', '\n'}, SyntheticFcs.trailer(272))) {
            assertEquals(
                    Trailer.PRESENT,
                    ByteArrayChannel.read(SyntheticFcs.join(LMD, padding)).trailer());
        }
    }

    @Test
    void mayHaveItsTrailerAtTheEndAlone() {
        byte[] file = SyntheticFcs.join(
                SyntheticFcs.join(SyntheticFcs.lmdWithoutTrailer(), new byte[100]), SyntheticFcs.trailer(272));

        assertEquals(Trailer.PRESENT, ByteArrayChannel.read(file).trailer());
    }

    @Test
    void withoutItsSecondDatasetWasCut() {
        byte[] first = SyntheticFcs.lmdFirst().bytes(true);

        assertEquals(FcsRefusal.NEXT_DATASET_MISSING, readingOf(first).reason());
        assertEquals(
                FcsRefusal.NEXT_DATASET_MISSING,
                readingOf(Arrays.copyOf(first, first.length - 300)).reason());
    }

    @Test
    void withOtherBytesBehindItHasNoTrailer() {
        byte[] file = SyntheticFcs.join(SyntheticFcs.lmdWithoutTrailer(), new byte[272]);

        assertEquals(Trailer.ABSENT, ByteArrayChannel.read(file).trailer());
    }

    @Test
    void cutAnywhereIsReadInPartOrRefusedAndNeverFails() {
        int secondBegins = SyntheticFcs.lmdFirst().bytes().length;
        int whole = LMD.length - SyntheticFcs.TRAILER;
        for (int length = 0; length < whole; length++) {
            FcsFile file = ByteArrayChannel.read(Arrays.copyOf(LMD, length));

            assertTrue(file.reading().outcome() != Reading.Outcome.READ, "whole at " + length);
            assertTrue(file.datasets().size() == 2 ? length > secondBegins + 2058 : length < whole);
            assertEquals(Trailer.NOT_EXPECTED == file.trailer(), file.datasets().size() < 2);
        }
    }

    @Test
    void cutWithinTheSecondDataOfItSaysSo() {
        int cut = SyntheticFcs.lmdFirst().bytes().length + 1000;

        Reading reading = readingOf(Arrays.copyOf(LMD, cut));

        assertEquals(FcsRefusal.TEXT_OUTSIDE_FILE, reading.reason());
        assertEquals(Reading.Outcome.PARTIAL, reading.outcome());
        assertEquals("FCS2.0", reading.format());
        assertTrue(FcsRefusal.TEXT_OUTSIDE_FILE.isTruncation());
    }
}
