package org.benchconnect.upgrade.tuf;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What strict JSON takes, and what not. */
class StrictJsonTest extends TufTest {
    @Test
    void eachKindOfValue() throws Exception {
        String json = " {\"a\" : [1, -2, 0, 9223372036854775807, true, false, null, {}, []],"
                + "\"\\u00fc\\n\\/\" : \"\\ud83d\\ude00 \u00fc\" } \r\n\t";

        assertEquals(
                "{\"a\":[1,-2,0,9223372036854775807,true,false,null,{},[]],\"\u00fc\\n/\":\"\ud83d\ude00 \u00fc\"}",
                StrictJson.parse(bytes(json)).toString());
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                " ",
                "{",
                "[",
                "[1,",
                "[1,]",
                "{\"a\":1,}",
                "{,}",
                "{a:1}",
                "{'a':1}",
                "{\"a\" 1}",
                "{\"a\":}",
                "{\"a\":1,\"a\":1}",
                "{\"a\":1,\"\\u0061\":2}",
                "{} {}",
                "{}x",
                "[1 2]",
                "nul",
                "True",
                "NaN",
                "Infinity",
                "-",
                "-0",
                "01",
                "+1",
                "1.0",
                "1e3",
                "1E3",
                ".5",
                "0x10",
                "9223372036854775808",
                "\"",
                "\"a",
                "\"\\",
                "\"\\x\"",
                "\"\\u12\"",
                "\"\\u12g4\"",
                "\"\\ud83d\"",
                "\"\\ude00\"",
                "\"\\ude00\\ud83d\"",
                "\"\u0001\"",
                "\"a\nb\"",
                "/**/1",
                "//a\n1",
                "\ufeff{}",
                "\u00a0{}",
                "]"
            })
    void nothingElse(String json) {
        StrictJsonException refusal = assertThrows(StrictJsonException.class, () -> StrictJson.parse(bytes(json)));

        assertEquals(true, refusal.getMessage().endsWith("at character " + refusal.position()));
    }

    @Test
    void noInvalidUtf8AndNoOtherEncoding() {
        byte[][] wrong = {
            {'"', (byte) 0xff, '"'},
            {'"', (byte) 0xc0, (byte) 0xaf, '"'},
            {'"', (byte) 0xed, (byte) 0xa0, (byte) 0x80, '"'},
            {'{', 0, '}', 0}
        };
        for (byte[] bytes : wrong) {
            assertThrows(StrictJsonException.class, () -> StrictJson.parse(bytes));
        }
    }

    @Test
    void atMostThirtyTwoLevels() throws Exception {
        StrictJson.parse(bytes("[".repeat(33) + "]".repeat(33)));

        assertThrows(StrictJsonException.class, () -> StrictJson.parse(bytes("[".repeat(34) + "]".repeat(34))));
        assertThrows(StrictJsonException.class, () -> StrictJson.parse(bytes("[".repeat(1_000_000))));
    }

    @Test
    void anObjectWhereOneIsExpected() {
        assertThrows(StrictJsonException.class, () -> StrictJson.parseObject(bytes("[]")));
    }
}
