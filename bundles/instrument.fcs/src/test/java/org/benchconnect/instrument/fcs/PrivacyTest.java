package org.benchconnect.instrument.fcs;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.lang.reflect.Method;
import java.lang.reflect.Modifier;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import org.benchconnect.core.instrument.Reading;
import org.benchconnect.core.signal.SerialNumber;
import org.junit.jupiter.api.Test;

/** That nothing of a patient can come out of the reader (R-67). */
class PrivacyTest {
    /** Keywords that are known to hold patient data, names or diagnoses. */
    private static final List<String> DENIED = List.of(
            "$SRC",
            "$SMNO",
            "$COM",
            "$CELLS",
            "$EXP",
            "$PROJ",
            "$OP",
            "$FIL",
            "$INST",
            "$INSTADDRESS",
            "$LAST_MODIFIER",
            "@LOCATION",
            "@SAMPLEID1",
            "@SAMPLEID2",
            "@SAMPLEID3",
            "@SAMPLEID4",
            "@PANEL",
            "@TESTNAME",
            "TESTNAME",
            "@TESTFILE",
            "@SETTINGSFILE",
            "@FILEGUID",
            "$RUNNUMBER",
            "SMID",
            "TBNM",
            "TBID",
            "SAMPLEID",
            "PATIENT ID",
            "CASE NUMBER",
            "EXPORT USER NAME",
            "$WELLID",
            "$P1S",
            "$P12S",
            "$P1N",
            "@RESAVEDFILE",
            "#P1Label",
            "GUID");

    private static final String MARKER = "Smith1948";

    private static final Set<String> FACTS = Set.of("ZZ00001");

    private static FcsFile withDenied(String value) {
        SyntheticFcs first = SyntheticFcs.lmdFirst();
        SyntheticFcs second = SyntheticFcs.lmdSecond();
        DENIED.forEach(key -> first.with(key, value));
        DENIED.forEach(key -> second.with(key, value));
        return ByteArrayChannel.read(SyntheticFcs.chain(first, second));
    }

    private static boolean isNamed(String text) {
        byte[] bytes = text.getBytes(StandardCharsets.ISO_8859_1);
        return Vocabulary.find(bytes, 0, bytes.length) != null;
    }

    private static void assertHoldsNothingButFacts(FcsFile file) {
        Set<String> held = Strings.heldBy(file);

        assertFalse(held.isEmpty());
        held.forEach(text -> assertTrue(
                isNamed(text) || FACTS.contains(text) || Quantity.UNITS.contains(text), "the file is held on to"));
    }

    @Test
    void aDeniedKeywordIsNotEvenThere() {
        FcsFile file = withDenied(MARKER);

        assertEquals(2, file.datasets().size());
        for (FcsDataset dataset : file.datasets()) {
            for (String key : DENIED) {
                assertFalse(dataset.text().has(key), key);
                assertTrue(dataset.text().number(key).isEmpty());
                assertTrue(dataset.text().serial(key).isEmpty());
                assertTrue(dataset.text().version(key).isEmpty());
            }
        }
        assertHoldsNothingButFacts(file);
    }

    @Test
    void filesThatDifferInDeniedKeywordsAloneReadTheSame() {
        FcsFile one = withDenied(MARKER);
        FcsFile other = withDenied("Miller'52");

        assertEquals(one.reading(), other.reading());
        assertEquals(one.datasets(), other.datasets());
        assertEquals(one.toString(), other.toString());
    }

    /** A serial number is told by its form, and so is the one thing that a marker of that form passes as. */
    @Test
    void aMarkerInAnAllowedKeywordLeavesNothingBehind() {
        SyntheticFcs file = SyntheticFcs.of("FCS3.1");
        for (String key : allowed()) {
            if (!key.equals("$CYTSN") && !key.equals("@CYTOMETERID")) {
                file.raw(key + "/" + MARKER + "/");
            }
        }
        FcsFile read = ByteArrayChannel.read(SyntheticFcs.join(file.bytes(), new byte[9]));

        assertEquals(Reading.Outcome.READ, read.reading().outcome());
        assertTrue(read.datasets().get(0).text().has("@STOPREASON"));
        assertHoldsNothingButFacts(read);
    }

    @Test
    void aMarkerBesideANumberVersionOrSerialMakesItNone() {
        Keywords text = ByteArrayChannel.read(SyntheticFcs.of("FCS3.1")
                        .with("$TOT", "5 " + MARKER)
                        .with("@BLUETARGETPOWER", "20 mW " + MARKER)
                        .with("@BUILDNUMBER", "4321 " + MARKER)
                        .with("@CYTOMETERID", "ZZ00001 " + MARKER)
                        .with("$SYS", MARKER + "-PC Windows 7 6.1.7601")
                        .with("$BTIM", "12:00:00 " + MARKER)
                        .bytes())
                .datasets()
                .get(0)
                .text();

        assertTrue(text.number("$TOT").isEmpty());
        assertTrue(text.number("@BLUETARGETPOWER", "mW").isEmpty());
        assertTrue(text.version("@BUILDNUMBER").isEmpty());
        assertTrue(text.serial("@CYTOMETERID").isEmpty());
        assertTrue(text.time("$BTIM").isEmpty());
        assertEquals("6.1.7601", text.version("$SYS").orElseThrow().toString());
    }

    @Test
    void ofABarcodeOnlyRemainsWhetherItWasRead() {
        FcsFile one = ByteArrayChannel.read(
                SyntheticFcs.lmdFirst().with("@BARCODE", MARKER).bytes());
        FcsFile other = ByteArrayChannel.read(
                SyntheticFcs.lmdFirst().with("@BARCODE", "Miller52 ").bytes());
        FcsFile none = ByteArrayChannel.read(
                SyntheticFcs.lmdFirst().with("@BARCODE", "NoRead").bytes());

        assertEquals(one.datasets().get(0).text(), other.datasets().get(0).text());
        assertEquals(true, one.datasets().get(0).text().codeRead("@BARCODE").orElseThrow());
        assertEquals(false, none.datasets().get(0).text().codeRead("@BARCODE").orElseThrow());
        assertHoldsNothingButFacts(one);
    }

    @Test
    void noMethodOfThePublicSurfaceGivesText() {
        List<Class<?>> surface = List.of(FcsFile.class, FcsDataset.class, Keywords.class, Extent.class);

        List<Method> texts = surface.stream()
                .flatMap(type -> Stream.of(type.getDeclaredMethods()))
                .filter(method -> Modifier.isPublic(method.getModifiers()))
                .filter(method -> CharSequence.class.isAssignableFrom(method.getReturnType())
                        || method.getReturnType().isArray()
                        || method.getReturnType() == Object.class)
                .filter(method -> !method.getName().equals("toString"))
                .toList();

        assertEquals(List.of(), texts);
    }

    @Test
    void theReferenceControlIsCaught() {
        assertEquals(Set.of(MARKER), Strings.heldBy(List.of(List.of(MARKER))));
        assertTrue(
                SerialNumber.parse(MARKER).isPresent(), "the marker is of a form that a careless reader lets through");
    }

    @Test
    void onlyHeaderTextAndTheFirstLettersOfTheTrailerAreRead() throws IOException {
        byte[] file = SyntheticFcs.lmd();
        ByteArrayChannel channel = new ByteArrayChannel(file);

        FcsFile read = FcsFile.read(channel);

        for (int at = 0; at < file.length; at++) {
            assertEquals(mayBeRead(read, file.length, at), channel.wasRead(at), "byte " + at);
        }
    }

    private static boolean mayBeRead(FcsFile read, int size, int at) {
        int trailer = size - Trailer.LENGTH;
        return at >= trailer && at < trailer + Trailer.MAGIC.length
                || read.datasets().stream().anyMatch(dataset -> {
                    long within = at - dataset.offset();
                    Extent text = dataset.textExtent();
                    return within >= 0 && within < 58 || within >= text.first() && within <= text.last();
                });
    }

    @Test
    void aTypicalLmdFileCostsSixKilobytesOfReading() throws IOException {
        SyntheticFcs first =
                SyntheticFcs.lmdFirst().dataOf(330_000).followedBy(17_000).raw("$DFC1TO1\\0.0\\".repeat(200));
        byte[] file = SyntheticFcs.chain(first, SyntheticFcs.lmdSecond().dataOf(530_000));
        ByteArrayChannel channel = new ByteArrayChannel(SyntheticFcs.join(file, SyntheticFcs.trailer(Trailer.LENGTH)));

        FcsFile read = FcsFile.read(channel);

        assertEquals(Reading.Outcome.READ, read.reading().outcome());
        assertTrue(channel.bytesRead() < 6_000, channel.bytesRead() + " bytes read");
    }

    private static List<String> allowed() {
        return List.of(
                "$CYT",
                "$CYTSN",
                "@CYTOMETERID",
                "@BUILDNUMBER",
                "FILVER",
                "$SYS",
                "$TOT",
                "$ABRT",
                "$LOST",
                "$TIMESTEP",
                "@ACQTIME",
                "@ELAPSEDTIME",
                "$P1V",
                "$P2G",
                "$P3B",
                "$P999R",
                "@P12GAIN",
                "@TARGETLASERPOWER",
                "@REDLASERPOWER_START",
                "@REDLASERPOWER_END",
                "@VIOLETTARGETPOWER",
                "@BLUELASERSHUTTER",
                "@STOPREASON",
                "STOP",
                "@HENELASER",
                "@BASELINEOFFSET",
                "CYTEXPERTFIL",
                "$BTIM",
                "$ETIM",
                "$DATE",
                "@SETTINGSFILEDATETIME",
                "@BARCODE");
    }

    @Test
    void everyAllowedKeywordIsFound() {
        allowed().forEach(key -> assertTrue(isNamed(key), key));
    }

    @Test
    void nearlyAllowedKeywordsAreNone() {
        List<String> nearly = List.of(
                "",
                "$",
                "$TOT1",
                "$TO",
                " $TOT",
                "$P0V",
                "$P01V",
                "$P1000V",
                "$PV",
                "$P1X",
                "$P1VV",
                "$P1V1",
                "@P1V",
                "@PGAIN",
                "@PINKLASERPOWER_START",
                "@REDLASERPOWER",
                "$CYTSN2",
                "$#",
                "$P#V",
                "$P1\u00d6",
                "$TOT\0");

        nearly.forEach(key -> assertFalse(isNamed(key), key));
    }
}
