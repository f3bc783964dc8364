package org.benchconnect.desk.relay;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.io.IOException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.extension.RegisterExtension;

/** Messages that close the socket they came on. */
@Timeout(240)
class RefusedMessageTest {
    private static final String CODE = "123456789";

    @RegisterExtension
    final FreshRelay relay = new FreshRelay();

    @Test
    void aFirstMessageOfAnotherFormCloses() throws Exception {
        for (String wrong : new String[] {
            "",
            "{}",
            "[]",
            "{\"v\":1}",
            "{\"v\":2,\"code\":\"123456789\"}",
            "{\"v\":1,\"code\":\"12345678\"}",
            "{\"v\":1,\"code\":123456789}",
            "{\"v\":1,\"code\":\"123456789\",\"more\":1}",
            "{\"v\":1,\"code\":\"123456789\",\"code\":\"123456789\"}",
            "{\"v\":1,\"code\":\"123456789\"} {}"
        }) {
            try (RawEnd viewer = RawEnd.viewer(relay.running())) {
                assertEquals("closed 4400", said(viewer, wrong), wrong);
            }
        }
    }

    @Test
    void anAgentSaysWhoItIs() throws Exception {
        for (String wrong : new String[] {
            "{\"v\":1,\"code\":\"123456789\"}",
            "{\"v\":1,\"code\":\"123456789\",\"agent\":\"\"}",
            "{\"v\":1,\"code\":\"123456789\",\"agent\":\"0B9AA1C2-95DC-4D0E-8D4B-3AB1B2F11C02\"}"
        }) {
            try (RawEnd agent = RawEnd.agent(relay.running())) {
                assertEquals("closed 4400", said(agent, wrong), wrong);
            }
        }
    }

    @Test
    void bytesBeforeAnybodyJoinedClose() throws Exception {
        try (RawEnd first = RawEnd.agent(relay.running());
                RawEnd waiting = RawEnd.agent(relay.running())) {
            first.binary(RandomBytes.of(5, 5));
            waiting.await(CODE);
            waiting.binary(RandomBytes.of(5, 5));

            assertEquals(4400, first.closed());
            assertEquals(4400, waiting.closed());
        }
    }

    @Test
    void textWithinASessionCloses() throws Exception {
        try (RawEnd agent = RawEnd.agent(relay.running());
                RawEnd viewer = RawEnd.viewer(relay.running())) {
            RawEnd.join(agent, viewer, CODE);

            viewer.text("hello");

            assertEquals(4400, viewer.closed());
            assertEquals(4410, agent.closed());
        }
    }

    @Test
    void anOversizeFrameClosesBeforeItIsRead() throws Exception {
        try (RawEnd agent = RawEnd.agent(relay.running());
                RawEnd viewer = RawEnd.viewer(relay.running())) {
            RawEnd.join(agent, viewer, CODE);

            agent.raw(RawEnd.header(RawEnd.BINARY, true, RelayLimits.MESSAGE + 1));
            agent.raw(new byte[1]);

            assertEquals(1009, agent.closed());
            assertEquals(4410, viewer.closed());
        }
    }

    @Test
    void anOversizeMessageOfSmallFramesCloses() throws Exception {
        try (RawEnd agent = RawEnd.agent(relay.running());
                RawEnd viewer = RawEnd.viewer(relay.running())) {
            RawEnd.join(agent, viewer, CODE);

            agent.frame(RawEnd.BINARY, false, RandomBytes.of(RelayLimits.MESSAGE, 1));
            agent.frame(RawEnd.CONTINUATION, true, RandomBytes.of(1, 1));

            assertEquals(1009, agent.closed());
        }
    }

    @Test
    void anOversizeFirstMessageClosesBeforeItIsRead() throws Exception {
        try (RawEnd viewer = RawEnd.viewer(relay.running())) {
            viewer.raw(RawEnd.header(RawEnd.TEXT, true, FirstMessage.MOST + 1));
            viewer.raw(new byte[1]);

            assertEquals(1009, viewer.closed());
        }
    }

    private static String said(RawEnd end, String text) throws IOException {
        end.text(text);
        RawEnd.Frame frame = end.next();
        return frame.opcode() == RawEnd.CLOSE ? "closed " + frame.closeCode() : frame.text();
    }
}
