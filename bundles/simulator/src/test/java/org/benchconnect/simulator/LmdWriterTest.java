package org.benchconnect.simulator;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDateTime;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.stream.Stream;
import org.benchconnect.simulator.Laser.Colour;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;

class LmdWriterTest {
    private static final Run RUN = Run.healthy().withEvents(100);

    private static RawSegment first(byte[] file) {
        return RawSegment.at(file, 0);
    }

    private static RawSegment second(byte[] file) {
        return RawSegment.at(file, Integer.parseInt(first(file).get("$NEXTDATA")));
    }

    @Test
    void equalRunsMakeEqualFilesAndOtherSeedsOtherEvents() {
        byte[] file = LmdWriter.bytes(RUN);

        assertArrayEquals(file, LmdWriter.bytes(Run.healthy().withEvents(100)));
        assertFalse(Arrays.equals(file, LmdWriter.bytes(RUN.withSeed(2))));
    }

    @Test
    void theLocaleOfTheMachineChangesNothing() {
        byte[] expected = LmdWriter.bytes(RUN);
        Locale before = Locale.getDefault();
        try {
            Locale.setDefault(Locale.forLanguageTag("ar-EG-u-nu-arab"));
            assertArrayEquals(expected, LmdWriter.bytes(RUN));
        } finally {
            Locale.setDefault(before);
        }
    }

    @Test
    void theFirstDatasetHasItsTextAt256AndSixteenBitWords() {
        byte[] file = LmdWriter.bytes(RUN);
        RawSegment segment = first(file);

        assertEquals("FCS2.0", segment.version());
        assertEquals(256, segment.textStart());
        assertEquals('\\', file[256]);
        assertEquals('\\', file[segment.textEnd()]);
        assertEquals(' ', file[segment.textEnd() + 1]);
        assertEquals(100 * 6 * 2, segment.dataEnd() - segment.dataStart() + 1);
        assertEquals("16", segment.get("$P6B"));
        assertEquals("1024", segment.get("$P6R"));
        assertEquals("I", segment.get("$DATATYPE"));
    }

    @Test
    void theSecondDatasetHasItsTextBehindItsDataOf32Bits() {
        byte[] file = LmdWriter.bytes(RUN);
        RawSegment segment = second(file);

        assertEquals("FCS3.0", segment.version());
        assertEquals(58, segment.dataStart());
        assertEquals(100 * 6 * 4, segment.dataEnd() - segment.dataStart() + 1);
        assertEquals(segment.dataEnd() + 1, segment.textStart());
        assertEquals("" + segment.dataEnd(), segment.get("$ENDDATA"));
        assertEquals("100", segment.get("$TOT"));
        assertEquals("0", segment.get("$NEXTDATA"));
    }

    @Test
    void theProtocolLiesBetweenTheDatasetsWhereTheTextSaysIt() {
        byte[] file = LmdWriter.bytes(RUN);
        int start = Integer.parseInt(first(file).get("@Acquisition Protocol Offset"));
        int end = Integer.parseInt(first(file).get("$NEXTDATA"));

        String protocol = new String(file, start, end - start, StandardCharsets.ISO_8859_1);

        assertTrue(protocol.contains("[Config]") && protocol.contains(Invented.PROTOCOL));
        assertTrue(start > first(file).dataEnd());
    }

    @Test
    void telemetryIsWrittenInTheInstrumentsWords() {
        Run run = RUN.withSerial("SIM4711")
                .withBuild("3600")
                .withStopReason("MANUAL")
                .withSettingsChanged(LocalDateTime.of(2026, 1, 2, 3, 4, 5))
                .withVoltage(2, 333)
                .withLaser(Laser.steady(Colour.RED, 25).withPower(24.9, 22))
                .withLaser(Laser.steady(Colour.VIOLET, 40).withShutter(Laser.Shutter.CLOSED));

        RawSegment text = first(LmdWriter.bytes(run));

        assertEquals("Navios", text.get("$CYT"));
        assertEquals("SIM4711", text.get("@CYTOMETERID"));
        assertEquals("3600", text.get("@BUILDNUMBER"));
        assertEquals("MANUAL", text.get("@STOPREASON"));
        assertEquals("02-Jan-2026, 03:04:05", text.get("@SETTINGSFILEDATETIME"));
        assertEquals("333", text.get("$P2V"));
        assertEquals("50.000000", text.get("$P2G"));
        assertEquals("24.9 mW", text.get("@REDLASERPOWER_START"));
        assertEquals("22 mW", text.get("@REDLASERPOWER_END"));
        assertEquals("25 mW", text.get("@REDTARGETPOWER"));
        assertEquals("Open", text.get("@REDLASERSHUTTER"));
        assertEquals("Closed", text.get("@VIOLETLASERSHUTTER"));
        assertEquals("OFF", text.get("@BASELINEOFFSET"));
        assertEquals("60.1", text.get("@ACQTIME"));
        assertEquals("SIM4711", second(LmdWriter.bytes(run)).get("@CYTOMETERID"));
    }

    @Test
    void everyInventedValueIsInTheFileOrItsName() {
        String file = new String(LmdWriter.bytes(RUN), StandardCharsets.ISO_8859_1).replace("\\\\", "\\");

        List<String> values = Invented.values(RUN);

        assertTrue(values.size() > 20);
        for (String value : values) {
            assertTrue(file.contains(value), value);
            assertTrue(value.contains(Invented.MARK) || value.equals(Invented.guid(RUN)), value);
        }
        assertTrue(Invented.fileName(RUN).contains(Invented.MARK));
    }

    @Test
    void aBrokenFileEndsWithinTheSecondDatasetsData() {
        byte[] whole = LmdWriter.bytes(RUN);
        byte[] broken = LmdWriter.bytes(RUN.withTruncated(true));

        assertArrayEquals(Arrays.copyOf(whole, broken.length), broken);
        int second = Integer.parseInt(first(broken).get("$NEXTDATA"));
        assertTrue(broken.length > second + 58
                && broken.length < second + second(whole).dataEnd());
    }

    @Test
    void aRunThatCannotBeIsRefused() {
        assertThrows(IllegalArgumentException.class, () -> RUN.withEvents(-1));
        assertThrows(IllegalArgumentException.class, () -> RUN.withEvents(Run.MAX_EVENTS + 1));
        assertThrows(IllegalArgumentException.class, () -> RUN.withDetectors(List.of()));
        assertThrows(IllegalArgumentException.class, () -> RUN.withSeed(-1));
    }

    @Nested
    class Trailer {
        @Test
        void isTheLast272BytesAndEndsInTheGuid() {
            byte[] file = LmdWriter.bytes(RUN);
            byte[] trailer = Arrays.copyOfRange(file, file.length - 272, file.length);

            assertTrue(new String(trailer, StandardCharsets.ISO_8859_1).startsWith("!@EOFVERSION!1!"));
            assertArrayEquals(Invented.guidBytes(RUN), Arrays.copyOfRange(trailer, 256, 272));
            int second = Integer.parseInt(first(file).get("$NEXTDATA"));
            assertEquals(second + second(file).textEnd() + 1 + 272, file.length);
        }

        @Test
        void isAbsentWhenTheRunSaysSo() {
            byte[] with = LmdWriter.bytes(RUN);
            byte[] without = LmdWriter.bytes(RUN.withTrailer(false));

            assertArrayEquals(Arrays.copyOf(with, with.length - 272), without);
        }
    }

    /** Only the layout and the keywords' names are compared; no value of the real file is looked at. */
    @Nested
    class BesideARealFile {
        private static final Set<String> NOT_IN_THAT_FILE = Set.of("$COM", "$LAST_MODIFIER");

        @Test
        void theLayoutAndTheKeywordsAreTheSame() throws IOException {
            Path real = real();
            assumeTrue(real != null, "no folder shared/data/instruments beside the project: nothing to compare with");
            byte[] theirs = Files.readAllBytes(real);
            byte[] ours = LmdWriter.bytes(RUN);

            assertEquals(first(theirs).textStart(), first(ours).textStart());
            assertEquals(first(theirs).dataStart(), first(ours).dataStart());
            assertEquals(second(theirs).dataStart(), second(ours).dataStart());
            assertEquals(second(theirs).dataEnd() + 1, second(theirs).textStart());
            assertKnown(first(ours), first(theirs));
            assertKnown(second(ours), second(theirs));
        }

        private void assertKnown(RawSegment ours, RawSegment theirs) {
            Set<String> unknown = new HashSet<>(ours.keywords().keySet());
            unknown.removeAll(theirs.keywords().keySet());
            unknown.removeAll(NOT_IN_THAT_FILE);
            unknown.removeIf(keyword -> keyword.matches("[$@]P\\d+[A-Z]+"));
            assertEquals(Set.of(), unknown);
        }

        private @Nullable Path real() {
            String property = System.getProperty("benchconnect.shared");
            Stream<Path> places = property != null
                    ? Stream.of(Path.of(property))
                    : Stream.iterate(Path.of("").toAbsolutePath(), place -> place != null, Path::getParent)
                            .map(place -> place.resolve("shared"));
            return places.map(place -> place.resolve("data/instruments/gallios.LMD"))
                    .filter(Files::isRegularFile)
                    .findFirst()
                    .orElse(null);
        }
    }
}
