package org.benchconnect.instrument.fcs;

import static org.benchconnect.instrument.fcs.OneKeyword.with;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.benchconnect.core.signal.SoftwareVersion;
import org.junit.jupiter.api.Test;

/** Words, serial numbers and versions, and what the keywords say of themselves. */
class KeywordsTest {
    private enum Stop {
        PROTOCOL,
        MANUAL_STOP
    }

    private enum ByteOrder {
        _1_2_3_4,
        _4_3_2_1
    }

    @Test
    void aTokenIsTheConstantOfThatName() {
        for (String text : List.of("Manual Stop", "MANUAL_STOP", "manual-stop", "ManualStop", " Manual  Stop ")) {
            assertEquals(Optional.of(Stop.MANUAL_STOP), with("STOP", text).token("STOP", Stop.class), text);
        }
        assertEquals(Optional.of(ByteOrder._1_2_3_4), with("$TOT", "1").token("$BYTEORD", ByteOrder.class));
    }

    @Test
    void aTokenThatNoConstantNamesIsEmpty() {
        for (String text : List.of("Manual", "MANUAL STOPS", "\u00b5", "x".repeat(41))) {
            assertEquals(Optional.empty(), with("@STOPREASON", text).token("@STOPREASON", Stop.class));
            assertTrue(with("@STOPREASON", text).has("@STOPREASON"));
        }
    }

    @Test
    void aSerialNumberLosesTheBlanksAroundIt() {
        assertEquals(
                "AB12", with("$CYTSN", " AB12 ").serial("$CYTSN").orElseThrow().toString());
        assertTrue(with("$CYTSN", "Unknown").serial("$CYTSN").isEmpty());
    }

    @Test
    void aVersionIsNumbersAndDots() {
        assertEquals(
                Optional.of(new SoftwareVersion(List.of(4321))),
                with("@BUILDNUMBER", "4321").version("@BUILDNUMBER"));
        assertEquals(
                Optional.of(new SoftwareVersion(List.of(2, 4, 0, 28))),
                with("FILVER", "2.4.0.28").version("FILVER"));
        assertTrue(with("FILVER", "two").version("FILVER").isEmpty());
    }

    @Test
    void theSystemsVersionIsThatOfWindows() {
        Map<String, String> systems = Map.of(
                "Windows XP 5.1", "5.1",
                "Microsoft Windows 7 Professional  6.1.7601.65536", "6.1.7601.65536",
                "Microsoft Windows NT 6.2.9200 Service Pack 1", "6.2.9200",
                "Windows 8.1 6.3.9600", "6.3.9600");

        systems.forEach((text, version) -> assertEquals(
                version, with("$SYS", text).version("$SYS").orElseThrow().toString()));
        for (String other :
                List.of("Vendor  ", "Vendor ", "Unknown", "Product,1.2.345.678", "PC-7 Windows 7 Professional")) {
            assertTrue(with("$SYS", other).version("$SYS").isEmpty(), other);
        }
    }

    @Test
    void aKeywordOfAnotherKindIsEmpty() {
        Keywords text = with("$CYTSN", "1234");

        assertTrue(text.number("$CYTSN").isEmpty());
        assertTrue(text.version("$CYTSN").isEmpty());
        assertTrue(text.token("$CYTSN", Stop.class).isEmpty());
        assertTrue(text.serial("$PAR").isEmpty());
        assertTrue(text.version("$PAR").isEmpty());
        assertTrue(text.time("$PAR").isEmpty());
        assertTrue(text.date("$PAR").isEmpty());
    }

    @Test
    void anAbsentKeywordIsNotThere() {
        Keywords text = with("$TOT", "1");

        assertFalse(text.has("$ABRT"));
        assertFalse(text.has(""));
        assertTrue(text.number("$ABRT").isEmpty());
    }

    @Test
    void theSameFactsAreEqual() {
        assertEquals(with("$TOT", "01"), with("$tot", " 1"));
        assertEquals(with("$TOT", "01").hashCode(), with("$tot", " 1").hashCode());
        assertNotEquals(with("$TOT", "1"), with("$TOT", "2"));
    }

    @Test
    void itSaysHowManyThereAreAndNoValue() {
        assertEquals("8 keywords", with("$TOT", "4711").toString());
    }

    @Test
    void noPartOfItSaysAValueEither() {
        assertEquals("a number", String.valueOf(Kind.NUMBER.typed("4711 mW")));
        assertEquals("a word", String.valueOf(Kind.TOKEN.typed("4711")));
        assertEquals("invalid", Keywords.INVALID.toString());
    }

    @Test
    void aCodeWasReadUnlessTheInstrumentSaysThatItWasNot() {
        for (String unread : List.of("NoRead", "NOREAD", " noread ")) {
            assertEquals(Optional.of(false), with("@BARCODE", unread).codeRead("@BARCODE"), unread);
        }
        for (String read : List.of("0", "NoReader", "NoRea", "Read")) {
            assertEquals(Optional.of(true), with("@BARCODE", read).codeRead("@BARCODE"), read);
        }
        assertEquals(Optional.empty(), with("@BARCODE", " ").codeRead("@BARCODE"));
        assertEquals(Optional.empty(), with("$TOT", "5").codeRead("$TOT"));
    }
}
