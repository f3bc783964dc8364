package org.benchconnect.instrument.fcs;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.ClosedChannelException;
import java.nio.channels.SeekableByteChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;
import org.benchconnect.core.instrument.Instrument;
import org.benchconnect.core.instrument.Reading;
import org.benchconnect.core.signal.SerialNumber;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class FcsFileTest {
    private static final byte[] LMD = SyntheticFcs.lmd();

    private static Reading readingOf(byte[] file) {
        return ByteArrayChannel.read(file).reading();
    }

    @Nested
    class OneDataset {
        @Test
        void ofAnyVersionIsRead() {
            for (FcsVersion version : FcsVersion.values()) {
                Reading reading = readingOf(SyntheticFcs.of(version.label()).bytes());

                assertEquals(Reading.Outcome.READ, reading.outcome());
                assertNull(reading.reason());
                assertEquals(version.label(), reading.format());
                assertEquals(1, reading.datasets());
            }
        }

        @Test
        void tellsModelAndSerial() {
            byte[] file =
                    SyntheticFcs.instrument("Aquios").with("$CYTSN", "AZ00001 ").bytes();

            Instrument instrument = readingOf(file).instrument();

            assertEquals(
                    new Instrument(
                            FcsModel.AQUIOS_CL, SerialNumber.parse("AZ00001").orElseThrow()),
                    instrument);
        }

        @Test
        void withoutAnInstrumentIsOfAnotherOne() {
            assertEquals(
                    new Instrument(FcsModel.OTHER, null),
                    readingOf(SyntheticFcs.of("FCS3.0").bytes()).instrument());
        }

        @Test
        void cytometerIdGoesBeforeSerialNumber() {
            byte[] file = SyntheticFcs.instrument("Navios")
                    .with("$CYTSN", "B2")
                    .with("@CYTOMETERID", "A1")
                    .bytes();

            assertEquals(
                    "A1", ByteArrayChannel.read(file).serial().orElseThrow().toString());
        }

        @Test
        void itsChannelMayGiveOneByteAtATime() throws IOException {
            FcsFile whole = ByteArrayChannel.read(LMD);

            FcsFile pieces = FcsFile.read(new ByteArrayChannel(LMD).inPiecesOf(1));

            assertEquals(whole.reading(), pieces.reading());
            assertEquals(whole.datasets(), pieces.datasets());
        }

        @Test
        void ofARealFileChannelIsRead(@TempDir Path folder) throws IOException {
            Path file = Files.write(folder.resolve("any"), LMD);

            try (SeekableByteChannel channel = Files.newByteChannel(file)) {
                assertEquals(
                        Reading.Outcome.READ, FcsFile.read(channel).reading().outcome());
            }
        }

        @Test
        void aFailingChannelIsTheOnlyException(@TempDir Path folder) throws IOException {
            SeekableByteChannel channel = Files.newByteChannel(Files.write(folder.resolve("any"), LMD));
            channel.close();

            assertThrows(ClosedChannelException.class, () -> FcsFile.read(channel));
        }
    }

    @Nested
    class Chains {
        @Test
        void areFollowedFromEachDatasetsStart() {
            byte[] file = SyntheticFcs.chain(
                    SyntheticFcs.of("FCS2.0").followedBy(5),
                    SyntheticFcs.of("FCS3.0").with("$TOT", "2"),
                    SyntheticFcs.of("FCS3.1").with("$TOT", "3"));

            FcsFile read = ByteArrayChannel.read(file);

            assertEquals("FCS2.0+FCS3.0+FCS3.1", read.reading().format());
            assertEquals(3, read.datasets().get(2).text().number("$TOT").orElseThrow());
            assertEquals(Trailer.NOT_EXPECTED, read.trailer());
            assertEquals(
                    List.of(5L, 0L, 0L),
                    read.datasets().stream().map(FcsDataset::trailingBytes).toList());
        }

        @Test
        void endAtTheLimit() {
            FcsFile most = ByteArrayChannel.read(chainOf(FcsFile.MAX_DATASETS));
            FcsFile tooMany = ByteArrayChannel.read(chainOf(FcsFile.MAX_DATASETS + 1));

            assertEquals(Reading.Outcome.READ, most.reading().outcome());
            assertEquals(FcsRefusal.TOO_MANY_DATASETS, tooMany.reading().reason());
            assertEquals(FcsFile.MAX_DATASETS, tooMany.reading().datasets());
            assertEquals(
                    "FCS3.1+".repeat(FcsFile.MAX_DATASETS - 1) + "FCS3.1",
                    tooMany.reading().format());
        }

        private byte[] chainOf(int datasets) {
            return SyntheticFcs.chain(
                    Stream.generate(() -> SyntheticFcs.of("FCS3.1").dataOf(8))
                            .limit(datasets)
                            .toArray(SyntheticFcs[]::new));
        }

        @Test
        void thatPointNowhereAreReadInPart() {
            for (String next : List.of("1", "57", "100", "300")) {
                byte[] file = withNext(next);

                Reading reading = readingOf(file);

                assertEquals(FcsRefusal.NEXT_DATASET_MISSING, reading.reason(), next);
                assertEquals(1, reading.datasets());
            }
        }

        @Test
        void thatPointToTheEndOrToNowhereEndThere() {
            String size = "%010d".formatted(withNext("%010d".formatted(0)).length);
            for (String next : List.of("-1", "99999999", "999999999999999", "9e99", "-9e99", "x", " ", size)) {
                assertEquals(Reading.Outcome.READ, readingOf(withNext(next)).outcome(), next);
            }
            byte[] checksum = SyntheticFcs.join(withNext(size), "00012345".getBytes(StandardCharsets.US_ASCII));
            assertEquals(Reading.Outcome.READ, readingOf(checksum).outcome());
        }

        @Test
        void mayCountFromTheStartOfTheFile() {
            byte[] first = SyntheticFcs.of("FCS2.0").bytes(true);
            int length = withNext("%010d".formatted(0)).length;
            byte[] second = withNext("%010d".formatted(first.length + length));
            byte[] both = SyntheticFcs.join(first, second);

            Reading reading =
                    readingOf(SyntheticFcs.join(both, SyntheticFcs.of("FCS3.1").bytes()));

            assertEquals("FCS2.0+FCS3.1+FCS3.1", reading.format());
            assertEquals(Reading.Outcome.READ, reading.outcome());
        }

        @Test
        void cannotComeRoundBecauseEachStepGoesForward() {
            byte[] file = withNext("58");

            assertEquals(FcsRefusal.NEXT_DATASET_MISSING, readingOf(file).reason());
        }

        /** A dataset whose first {@code $NEXTDATA} is blank, so that this one stands. */
        private byte[] withNext(String next) {
            byte[] file = SyntheticFcs.of("FCS3.1").with("$NEXTDATA", next).bytes();
            String text = new String(file, StandardCharsets.ISO_8859_1);
            return text.replace("$NEXTDATA/0000000000/", "$NEXTDATA/          /")
                    .getBytes(StandardCharsets.ISO_8859_1);
        }
    }

    @Test
    void whatItSaysOfItselfHoldsNoValue() {
        FcsFile file = ByteArrayChannel.read(LMD);

        assertEquals("2 datasets", file.toString());
        assertEquals(
                "FCS3.0 dataset with 10 keywords, DATA WHOLE",
                file.datasets().get(1).toString());
    }

    @Test
    void aFileThatShrinksWhileItIsReadIsCut() throws IOException {
        byte[] shorter = Arrays.copyOf(LMD, 300);
        SeekableByteChannel shrinking = new ShrinkingChannel(new ByteArrayChannel(shorter), LMD.length);

        Reading reading = FcsFile.read(shrinking).reading();

        assertEquals(FcsRefusal.TEXT_TRUNCATED, reading.reason());
    }

    /** A file of which less is left than its size said. */
    private record ShrinkingChannel(ByteArrayChannel rest, long size) implements SeekableByteChannel {
        @Override
        public int read(ByteBuffer target) {
            return rest.read(target);
        }

        @Override
        public int write(ByteBuffer source) {
            return rest.write(source);
        }

        @Override
        public long position() {
            return rest.position();
        }

        @Override
        public SeekableByteChannel position(long newPosition) {
            rest.position(newPosition);
            return this;
        }

        @Override
        public SeekableByteChannel truncate(long newSize) {
            return rest.truncate(newSize);
        }

        @Override
        public boolean isOpen() {
            return true;
        }

        @Override
        public void close() {}
    }
}
