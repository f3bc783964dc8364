package org.benchconnect.ledger.format;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.nio.charset.StandardCharsets;
import java.util.HexFormat;
import org.benchconnect.core.account.AccountId;
import org.benchconnect.core.ledger.Detail;
import org.benchconnect.core.ledger.Entry;
import org.benchconnect.core.ledger.Event;
import org.benchconnect.core.ledger.EventKind;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class FormTest {
    private static final String ENTRY =
            "{\"by\":\"0123456789abcdef\",\"details\":{\"feature\":\"a.b\",\"version\":\"2.0.0\"},"
                    + "\"kind\":\"CONSENT_GIVEN\",\"number\":12,\"time\":\"2026-05-04T12:00:00.000Z\"}";

    @Test
    void anEntryIsWrittenAsDocumented() throws Exception {
        Entry entry = new Entry(
                12,
                SmallLedger.NOON,
                Event.of(EventKind.CONSENT_GIVEN)
                        .by(new AccountId("0123456789abcdef"))
                        .with(Detail.VERSION, "2.0.0")
                        .with(Detail.FEATURE, "a.b"));

        assertEquals(ENTRY, new String(Kept.write(entry), StandardCharsets.US_ASCII));
        assertEquals(entry, Kept.read(bytes(ENTRY)).entry().orElseThrow());
        assertEquals(ENTRY, Kept.read(bytes(ENTRY)).toString());
    }

    /** The first bytes of a ledger, for another implementation to compare with. */
    @Test
    void theFirstFrameIsTheDocumentedOne() {
        Chain chain = Chain.begin(new byte[16]);

        byte[] frame = chain.add(chain.next(Event.of(EventKind.LEDGER_BEGUN), SmallLedger.NOON));

        assertEquals(
                "benchconnect-ledger 1 00000000000000000000000000000000\n",
                new String(chain.header(), StandardCharsets.US_ASCII));
        byte[] json =
                bytes("{\"details\":{},\"kind\":\"LEDGER_BEGUN\",\"number\":0,\"time\":\"2026-05-04T12:00:00.000Z\"}");
        assertEquals(json.length, frame.length - Frame.PREFIX);
        assertEquals(DocumentedFrame.BYTES, HexFormat.of().formatHex(frame, 0, Frame.PREFIX));
        assertArrayEquals(json, java.util.Arrays.copyOfRange(frame, Frame.PREFIX, frame.length));
        assertEquals(DocumentedFrame.ROOT, chain.root());
    }

    /** As docs/audit.md has them. */
    private static final class DocumentedFrame {
        static final String BYTES = "00000051b691b6f545";
        static final String ROOT = "0353804474af0b8d7b1c7749e04499dc4dc158b8902bb649bab672bddedaa67e";
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "{}",
                "[]",
                "{\"details\":{},\"kind\":\"A\",\"number\":1}",
                "{\"details\":{},\"kind\":\"A\",\"number\":01,\"time\":\"2026-05-04T12:00:00.000Z\"}",
                "{\"details\":{},\"kind\":\"A\",\"number\":-1,\"time\":\"2026-05-04T12:00:00.000Z\"}",
                "{\"details\":{},\"kind\":\"A\",\"number\":1.0,\"time\":\"2026-05-04T12:00:00.000Z\"}",
                "{\"details\":{},\"kind\":\"A\",\"number\":\"1\",\"time\":\"2026-05-04T12:00:00.000Z\"}",
                "{\"details\":{},\"kind\":\"A\",\"number\":1234567890123456789,\"time\":\"2026-05-04T12:00:00.000Z\"}",
                "{\"details\":{},\"kind\":\"a\",\"number\":1,\"time\":\"2026-05-04T12:00:00.000Z\"}",
                "{\"details\":{},\"kind\":\"A\",\"number\":1,\"time\":\"2026-05-04T12:00:00Z\"}",
                "{\"details\":{},\"kind\":\"A\",\"number\":1,\"time\":\"2026-02-30T12:00:00.000Z\"}",
                "{\"details\":{},\"kind\":\"A\",\"number\":1,\"time\":\"2026-05-04T24:00:00.000Z\"}",
                "{\"details\":{},\"kind\":\"A\",\"number\":1,\"time\":\"1969-05-04T12:00:00.000Z\"}",
                "{\"details\":{},\"kind\":\"A\",\"number\":1,\"time\":\"2026-05-04T12:00:00.000Z\"} ",
                "{\"details\":{},\"kind\":\"A\",\"number\":1,\"time\":\"2026-05-04T12:00:00.000Z\",}",
                "{\"details\":{},\"kind\":\"A\",\"number\":1,\"time\":\"2026-05-04T12:00:00.000Z\",\"zebra\":\"\"}",
                "{\"details\":{}, \"kind\":\"A\",\"number\":1,\"time\":\"2026-05-04T12:00:00.000Z\"}",
                "{\"kind\":\"A\",\"details\":{},\"number\":1,\"time\":\"2026-05-04T12:00:00.000Z\"}",
                "{\"details\":{},\"details\":{},\"kind\":\"A\",\"number\":1,\"time\":\"2026-05-04T12:00:00.000Z\"}",
                "{\"by\":\"\",\"details\":{},\"kind\":\"A\",\"number\":1,\"time\":\"2026-05-04T12:00:00.000Z\"}",
                "{\"by\":\"Anna\",\"details\":{},\"kind\":\"A\",\"number\":1,\"time\":\"2026-05-04T12:00:00.000Z\"}",
                "{\"details\":{\"b\":\"\",\"a\":\"\"},\"kind\":\"A\",\"number\":1,\"time\":\"2026-05-04T12:00:00.000Z\"}",
                "{\"details\":{\"a\":1},\"kind\":\"A\",\"number\":1,\"time\":\"2026-05-04T12:00:00.000Z\"}",
                "{\"details\":{\"a\":{}},\"kind\":\"A\",\"number\":1,\"time\":\"2026-05-04T12:00:00.000Z\"}",
                "{\"details\":{\"a\":\"\\u0041\"},\"kind\":\"A\",\"number\":1,\"time\":\"2026-05-04T12:00:00.000Z\"}",
                "{\"details\":{\"a\":\"\u00e9\"},\"kind\":\"A\",\"number\":1,\"time\":\"2026-05-04T12:00:00.000Z\"}",
                "{\"details\":{\"A\":\"x\"},\"kind\":\"A\",\"number\":1,\"time\":\"2026-05-04T12:00:00.000Z\"}",
            })
    void whatIsNotWrittenInTheOneFormIsNoEntry(String json) {
        assertThrows(FormException.class, () -> Kept.read(bytes(json)));
    }

    @Test
    void aHeadIsReadAsItIsWrittenAndInNoOtherForm() throws Exception {
        SmallLedger ledger = SmallLedger.ofNine();
        byte[] json = Heads.write(ledger.heads.get(0));
        String text = new String(json, StandardCharsets.US_ASCII);

        assertEquals(ledger.heads.get(0), Heads.read(json));
        for (String other : new String[] {
            text + "\n",
            text.replace("\"size\":3", "\"size\":0"),
            text.replace("\"size\":3", "\"size\":\"3\""),
            text.replace("\"root\":\"", "\"root\":\"A"),
            text.replace("==\"", "\""),
            text.replace("{\"ledger\"", "{\"a\":\"\",\"ledger\"")
        }) {
            assertThrows(FormException.class, () -> Heads.read(bytes(other)), other);
        }
    }

    private static byte[] bytes(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }
}
