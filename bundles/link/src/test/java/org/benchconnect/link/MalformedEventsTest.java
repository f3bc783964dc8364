package org.benchconnect.link;

import static org.benchconnect.link.EventSamples.NOTICE;
import static org.benchconnect.link.EventSamples.decode;
import static org.benchconnect.link.EventSamples.text;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What is refused because it is not exactly an event. */
class MalformedEventsTest {
    @ParameterizedTest(name = "{index}")
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                "\"count\":3|\"count\":3,\"count\":3",
                "\"id\":\"3-17\"|\"id\":\"3-17\",\"id\":\"3-17\"",
                "\"count\":3|\"count\":3,\"text\":\"x\"",
                "\"id\":\"3-17\"|\"id\":\"3-17\",\"subject\":\"x\"",
                "\"count\":3|\"count\":0",
                "\"count\":3|\"count\":3.5",
                "\"count\":3|\"count\":\"3\"",
                "\"count\":3|\"count\":99999999999999999999",
                "\"count\":3|\"count\":NaN",
                "\"count\":3|\"count\":null",
                "\"count\":3|\"count\":[3]",
                "\"laser\":4|\"laser\":{\"deep\":{\"deeper\":1}}",
                "\"laser\":4|\"laser\":{}",
                "\"laser\":4|\"laser\":1e999999999",
                "\"laser\":4|\"Laser\":4",
                "\"AT_START\"|\"two words\"",
                "\"FAULT\"|\"fault\"",
                "\"severity\":\"FAULT\",|``",
                "\"1.0\"|\"0.3\"",
                "application/json|text/plain",
                "notice.v1|notice.v2",
                "\"sequence\":\"17\"|\"sequence\":\"18\"",
                "\"sequence\":\"17\"|\"sequence\":17",
                "\"sequence\":\"17\"|\"sequence\":\"017\"",
                "\"sequence\":\"17\",|``",
                "2026-03-01T12:00:05Z|2026-03-01T12:00:05+00:00",
                "2026-03-01T12:00:05Z|2026-02-30T12:00:05Z",
                "urn:benchconnect:0b|urn:other:0b",
                "0b0c0d0e-0102|0B0C0D0E-0102",
                "{\"spec|[{\"spec",
                "{\"spec|/* x */{\"spec",
                "\"id\":\"3-17\"|'id':'3-17'",
                "\"id\":\"3-17\"|id:\"3-17\"",
            })
    void whatIsNotExactlyAnEventIsRefused(String right, String wrong) {
        assertTrue(NOTICE.contains(right), "the case tests nothing");

        assertThrows(MalformedEventException.class, () -> decode(NOTICE.replace(right, wrong)));
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "{}", "null", "[]", "1", "{\"a\":{\"a\":{\"a\":{\"a\":{}}}}}", "{\"specversion\":"})
    void whatIsNoEventAtAllIsRefused(String text) {
        assertThrows(MalformedEventException.class, () -> decode(text));
    }

    @Test
    void whatFollowsAnEventIsRefused() {
        assertThrows(MalformedEventException.class, () -> decode(NOTICE + "{}"));
    }

    @Test
    void whatIsTooLongIsRefused() {
        assertThrows(MalformedEventException.class, () -> decode(NOTICE + " ".repeat(CloudEvents.MAX_BYTES)));
        assertThrows(MalformedEventException.class, () -> decode(NOTICE.replace("navios", "n".repeat(41))));
        assertThrows(MalformedEventException.class, () -> decode(NOTICE.replace("12.625", "9".repeat(500))));
    }

    @Test
    void whatIsNotUtf8IsRefused() {
        byte[] bytes = NOTICE.getBytes(StandardCharsets.UTF_8);
        bytes[bytes.length / 2] = (byte) 0xC0;

        assertThrows(MalformedEventException.class, () -> CloudEvents.decode(bytes));
    }
}
