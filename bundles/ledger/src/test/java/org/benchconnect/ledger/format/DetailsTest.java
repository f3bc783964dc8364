package org.benchconnect.ledger.format;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import org.benchconnect.core.ledger.Detail;
import org.benchconnect.core.ledger.Entry;
import org.benchconnect.core.ledger.Event;
import org.benchconnect.core.ledger.EventKind;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** nothing that a ledger takes can hold what a patient is called or what somebody wrote. */
class DetailsTest {
    private static final List<String> WRITTEN_BY_PEOPLE = List.of(
            "Anna Rossi",
            "Rossi, Anna",
            "ROSSI^ANNA",
            "ROSSI ANNA",
            "The sample was clotted.",
            "sample 12",
            "a b",
            "Muñoz",
            "1950-01-01 F",
            "01/02/1950",
            "run 7.lmd",
            "C:\\data\\run.lmd",
            "/data/run.lmd",
            "a@b.org",
            "",
            " ",
            "line\nline",
            "\"",
            "\\");

    @ParameterizedTest
    @EnumSource(Detail.class)
    void noDetailTakesANameASentenceOrAPath(Detail detail) {
        for (String text : WRITTEN_BY_PEOPLE) {
            assertFalse(detail.takes(text), detail + " takes " + text);
        }
    }

    @ParameterizedTest
    @EnumSource(Detail.class)
    void noDetailTakesWhatJsonWouldHaveToEscapeOrWhatIsLong(Detail detail) {
        for (char c = 0; c < 0x200; c++) {
            if (c <= ' ' || c >= 0x7f || c == '"' || c == '\\') {
                for (String around : List.of("%c", "a%c", "A%cA", "0%c0", "%c0", "in%c")) {
                    assertFalse(detail.takes(String.format(around, c)), detail + " takes character " + (int) c);
                }
            }
        }
        for (String unit : List.of("a", "A", "0", "a.")) {
            assertFalse(detail.takes(unit.repeat(201)), detail + " is short");
        }
    }

    @Test
    void theLongestEntryThatThereCanBeFits() {
        Event event = Event.of(EventKind.CONSENT_GIVEN);
        for (Detail detail : Detail.values()) {
            event = event.with(detail, longest(detail));
        }

        byte[] json = Kept.write(new Entry(Long.MAX_VALUE / 10, SmallLedger.NOON, event));

        assertTrue(json.length < Kept.MAX_BYTES, String.valueOf(json.length));
    }

    private static String longest(Detail detail) {
        String longest = "";
        for (String unit : List.of("a", "A", "0", "a-")) {
            for (int length = 1; length < 260; length++) {
                String value = unit.repeat(length);
                longest = value.length() > longest.length() && detail.takes(value) ? value : longest;
            }
        }
        for (String special : List.of("in", "none", "2026-05-04T12:00:00.123456789Z", "same-version")) {
            longest = longest.isEmpty() && detail.takes(special) ? special : longest;
        }
        assertFalse(longest.isEmpty(), detail + " has no example");
        return longest;
    }

    @Test
    void anEntryOfANewerAgentCountsAndIsLeftOut() throws Exception {
        Kept kept = Kept.read(
                "{\"details\":{\"colour\":\"blue\"},\"kind\":\"MOON_LANDED\",\"number\":7,\"time\":\"2026-05-04T12:00:00.000Z\"}"
                        .getBytes(java.nio.charset.StandardCharsets.US_ASCII));

        assertEquals(7, kept.number());
        assertTrue(kept.entry().isEmpty());
    }
}
