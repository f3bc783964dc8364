package org.benchconnect.instrument.fcs;

import static org.benchconnect.instrument.fcs.OneKeyword.with;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.Map;
import java.util.OptionalDouble;
import org.junit.jupiter.api.Test;

/** Numbers and their units, as instruments write them. */
class KeywordNumbersTest {
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
}
