package org.benchconnect.instrument.fcs;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import org.benchconnect.core.signal.SoftwareVersion;
import org.junit.jupiter.api.Test;

class KeywordsTest {
    private enum Stop {
        PROTOCOL,
        MANUAL_STOP
    }

    private enum ByteOrder {
        _1_2_3_4,
        _4_3_2_1
    }

    private static Keywords with(String key, String value) {
        return ByteArrayChannel.read(SyntheticFcs.of("FCS3.1").with(key, value).bytes())
                .datasets()
                .get(0)
                .text();
    }

    private static OptionalDouble number(String value) {
        Quantity quantity = Quantity.parse(value);
        return quantity == null || !quantity.unit().isEmpty()
                ? OptionalDouble.empty()
                : OptionalDouble.of(quantity.number());
    }

    @Test
    void aNumberIsReadWhateverItsForm() {
        Map<String, Double> forms = Map.ofEntries(
                Map.entry("31415", 31415.0),
                Map.entry("000002", 2.0),
                Map.entry("00000000000000000123", 123.0),
                Map.entry("0000000000000000000000000000012345.5", 12345.5),
                Map.entry("18.999999999999996", 18.999999999999996),
                Map.entry("4.90000000000000040001", 4.9),
                Map.entry("23,4567", 23.4567),
                Map.entry("-12.34", -12.34),
                Map.entry("+5", 5.0),
                Map.entry("10.", 10.0),
                Map.entry(".5", 0.5),
                Map.entry("1e3", 1000.0),
                Map.entry("1.5E-2", 0.015),
                Map.entry("23,4", 23.4),
                Map.entry("0", 0.0));

        forms.forEach((text, expected) -> assertEquals(OptionalDouble.of(expected), number(text), text));
    }

    @Test
    void whatIsNoNumberIsEmptyAndThere() {
        List<String> none = List.of(
                "NA",
                "N/A",
                "xxxx",
                "1 2",
                "5;",
                "0x10",
                "NaN",
                "Infinity",
                "1,024",
                "1.2.3",
                "1234567890123456",
                "--1",
                "1e400",
                "\u0665",
                "0.123456789012345678901",
                "5 apples",
                "22 MB");

        none.forEach(text -> assertEquals(OptionalDouble.empty(), number(text), text));
        none.forEach(
                text -> assertEquals(OptionalDouble.empty(), with("$TOT", text).number("$TOT"), text));
        none.forEach(text -> assertTrue(with("$TOT", text).has("$TOT")));
    }

    @Test
    void aUnitIsLeftOutIfItIsTheOneAskedFor() {
        for (String power : List.of("23.4 mW", "23.4mW", "23.4  MW", "23.4", " 23.4 mw ")) {
            assertEquals(
                    23.4,
                    with("@REDTARGETPOWER", power)
                            .number("@REDTARGETPOWER", "mW")
                            .orElseThrow(),
                    power);
        }
    }

    @Test
    void aNumberInAnotherUnitIsNone() {
        Keywords volt = with("@REDTARGETPOWER", "23.4 V");

        assertTrue(volt.number("@REDTARGETPOWER", "mW").isEmpty());
        assertTrue(volt.number("@REDTARGETPOWER").isEmpty());
    }

    @Test
    void aPowerIsInMilliwattWhateverPartOfAWattTheFileCounts() {
        for (String power :
                List.of("0.0234 W", "23400 uW", "23400 \u00b5W", "23.4\u00a0mW", "23.4\u00c2\u00a0mW\u00a0")) {
            assertEquals(
                    23.4,
                    with("@REDTARGETPOWER", power)
                            .number("@REDTARGETPOWER", "mW")
                            .orElseThrow(),
                    power);
        }
        assertEquals(0.45, with("$P1V", "450 mV").number("$P1V", "V").orElseThrow());
        assertTrue(with("@REDTARGETPOWER", "19,000 mW")
                .number("@REDTARGETPOWER", "mW")
                .isEmpty());
    }

    @Test
    void anImplausibleNumberIsThereAndNone() {
        Map<String, List<String>> implausible = Map.of(
                "@REDLASERPOWER_START", List.of("-1 mW", "198005121234567", "1e99", "10.1 W", "10001"),
                "$TOT", List.of("-5", "1.5", "19800512123456", "-0.1"),
                "$PAR", List.of("10001", "2.5", "-3"),
                "$P1V", List.of("-1", "5001"),
                "$P1B", List.of("16.5", "9999"),
                "@P1GAIN", List.of("-1", "1e7"),
                "@ACQTIME", List.of("-1", "20240512"));

        implausible.forEach((key, values) -> values.forEach(value -> {
            Keywords text = ByteArrayChannel.read(SyntheticFcs.of("FCS3.1")
                            .withoutParameters()
                            .with(key, value)
                            .bytes())
                    .datasets()
                    .get(0)
                    .text();
            assertTrue(text.has(key), key);
            assertTrue(text.number(key, "mW").isEmpty(), key + " " + value);
            assertTrue(text.number(key).isEmpty(), key + " " + value);
        }));
        assertEquals(
                10_000,
                with("@REDTARGETPOWER", "10000").number("@REDTARGETPOWER").orElseThrow());
        assertEquals(0, with("$TOT", "0").number("$TOT").orElseThrow());
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
    void aTimeHasFractionsAsEachVersionWritesThem() {
        Map<String, LocalTime> times = Map.of(
                "11:22:33", LocalTime.of(11, 22, 33),
                "9:08:07", LocalTime.of(9, 8, 7),
                "10:20:30.59", LocalTime.of(10, 20, 30, 590_000_000),
                "17:18:19:30", LocalTime.of(17, 18, 19, 500_000_000),
                "08:07:06:405", LocalTime.of(8, 7, 6, 405_000_000));

        times.forEach((text, time) ->
                assertEquals(Optional.of(time), with("$BTIM", text).time("$BTIM"), text));
    }

    @Test
    void whatIsNoTimeIsEmpty() {
        for (String text : List.of("24:00:00", "12:60:00", "12:00", "12.00.00", "noon", "12:00:00 PM")) {
            assertTrue(with("$ETIM", text).time("$ETIM").isEmpty(), text);
        }
    }

    @Test
    void aDateHasItsMonthAsAWord() {
        Map<String, LocalDate> days = Map.of(
                "24-Dec-12", LocalDate.of(2012, 12, 24),
                "3-JAN-99", LocalDate.of(1999, 1, 3),
                "15-APR-2012", LocalDate.of(2012, 4, 15),
                "2015-Sep-16", LocalDate.of(2015, 9, 16));

        days.forEach((text, day) ->
                assertEquals(Optional.of(day), with("$DATE", text).date("$DATE"), text));
    }

    @Test
    void whatIsNoDateIsEmpty() {
        for (String text : List.of("31-Feb-2020", "24-Xxx-12", "24-ANF-12", "24/12/2012", "today", "00-Jan-2020")) {
            assertTrue(with("$DATE", text).date("$DATE").isEmpty(), text);
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
    void aDayWithItsTimeIsOneOrNone() {
        assertEquals(
                Optional.of(LocalDateTime.of(2012, 12, 24, 9, 8, 7)),
                with("@SETTINGSFILEDATETIME", "24-Dec-2012, 09:08:07").dateTime("@SETTINGSFILEDATETIME"));
        for (String none : List.of("N/A", "24-Dec-2012", "24-Dec-2012,", ", 09:08:07", "31-Feb-2012, 09:08:07", " ")) {
            assertEquals(Optional.empty(), with("@SETTINGSFILEDATETIME", none).dateTime("@SETTINGSFILEDATETIME"), none);
        }
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
