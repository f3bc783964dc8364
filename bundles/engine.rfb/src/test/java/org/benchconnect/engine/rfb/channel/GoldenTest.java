package org.benchconnect.engine.rfb.channel;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;

import com.google.gson.JsonElement;
import com.google.gson.JsonObject;
import com.google.gson.JsonParser;
import org.benchconnect.crypto.secret.Hkdf;
import org.benchconnect.crypto.secret.Secret;
import org.junit.jupiter.api.Test;

/** The committed transcripts, which the viewer checks in the browser, and the vectors of RFC 5869. */
class GoldenTest {
    private final JsonObject inputs = Golden.read("inputs");
    private final JsonObject handshake = Golden.read("handshake");
    private final byte[] hello = Golden.hex(handshake, "messages", "hello");
    private final byte[] answer = Golden.hex(handshake, "messages", "answer");

    @Test
    void rfc5869() {
        int looked = 0;
        for (JsonElement one : Golden.read("hkdf-rfc5869").getAsJsonArray("cases")) {
            JsonObject vector = one.getAsJsonObject();

            Secret okm = Hkdf.sha256(
                    Secret.copyOf(Golden.hex(vector, "ikm")),
                    Golden.hex(vector, "salt"),
                    Golden.hex(vector, "info"),
                    vector.get("length").getAsInt());

            assertArrayEquals(Golden.hex(vector, "okm"), okm.exposeBytes());
            looked++;
        }
        assertEquals(3, looked);
    }

    @Test
    void agentSaysTheGoldenHello() {
        assertArrayEquals(hello, Golden.agent(inputs).hello());
    }

    @Test
    void goldenAnswerLeadsToTheGoldenChannel() throws Exception {
        Handshaken channel = Golden.agent(inputs).answered(answer, () -> 0);

        assertArrayEquals(Golden.hex(handshake, "messages", "confirm"), channel.confirm());
        assertEquals(
                handshake.getAsJsonObject("derived").get("authenticationString").getAsString(),
                channel.authenticationString());
        assertArrayEquals(Golden.chain(inputs).get(0), channel.chain().get(0));
    }

    @Test
    void everyDerivedValueIsTheGoldenOne() throws Exception {
        assertEquals(handshake, Golden.handshake(inputs, hello, answer));
    }

    @Test
    void framesAreTheGoldenOnes() throws Exception {
        assertEquals(
                JsonParser.parseString(Golden.read("frames").toString()),
                JsonParser.parseString(GoldenFrames.made(inputs, hello, answer).toString()));
    }

    @Test
    void goldenFramesOfTheViewerAreOpened() throws Exception {
        FrameOpener opener = Golden.agent(inputs).answered(answer, () -> 0).opener();
        int looked = 0;

        for (JsonElement one : Golden.read("frames").getAsJsonArray("viewer")) {
            Frame frame = opener.open(Golden.hex(one.getAsJsonObject(), "frame"));

            assertEquals(
                    one.getAsJsonObject().get("type").getAsInt(), frame.type().code());
            assertArrayEquals(
                    Golden.hex(one.getAsJsonObject(), "plaintext"),
                    frame.plain().array());
            looked++;
        }
        assertEquals(9, looked);
    }
}
