package org.benchconnect.upgrade.tuf;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import com.google.gson.JsonPrimitive;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What canonical JSON writes. */
class CanonicalJsonTest extends TufTest {
    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "{\"b\" : 1, \"a\" : [ ] , \"A\" : { } } | {\"A\":{},\"a\":[],\"b\":1}",
                "[ true , false , null , -7 ]            | [true,false,null,-7]",
                "\"\\u0022 \\\\ \\/ \\u00fc\"            | \"\\\" \\\\ / \u00fc\"",
                "{\"aa\":1,\"a\":2,\"\":3}               | {\"\":3,\"a\":2,\"aa\":1}",
            })
    void theOlpcForm(String json, String canonical) throws Exception {
        assertEquals(canonical, canonical(json));
    }

    @Test
    void controlCharactersAsTheyAre() throws Exception {
        assertEquals("\"\n\u0000\u007f\"", canonical("\"\\n\\u0000\\u007f\""));
    }

    @Test
    void keysInTheOrderOfCodePointsNotOfUtf16() throws Exception {
        assertEquals("{\"\uffee\":1,\"\ud83d\ude00\":2}", canonical("{\"\ud83d\ude00\":2,\"\uffee\":1}"));
    }

    @Test
    void noFractions() {
        assertThrows(IllegalArgumentException.class, () -> CanonicalJson.encode(new JsonPrimitive(1.5)));
    }

    private static String canonical(String json) throws StrictJsonException {
        byte[] canonical = CanonicalJson.encode(StrictJson.parse(bytes(json)));
        return new String(canonical, java.nio.charset.StandardCharsets.UTF_8);
    }
}
