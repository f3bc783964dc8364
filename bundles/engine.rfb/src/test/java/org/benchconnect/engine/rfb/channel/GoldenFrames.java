package org.benchconnect.engine.rfb.channel;

import static org.benchconnect.engine.rfb.channel.Golden.HEX;

import com.google.gson.JsonArray;
import com.google.gson.JsonObject;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.concurrent.atomic.AtomicLong;
import org.benchconnect.crypto.secret.Secret;

/** Some frames of each direction, with two rekeys. */
final class GoldenFrames {
    private GoldenFrames() {}

    static SessionKeys keys(JsonObject inputs, byte[] hello, byte[] answer) throws Exception {
        Secret x = Golden.ephemeral(inputs, "agentEphemeral").agree(Golden.hex(inputs, "viewerEphemeral", "point"));
        return new SessionKeys(Secret.copyOf(Golden.hex(inputs, "premaster")), x, Handshake.sha256(hello, answer));
    }

    static JsonObject made(JsonObject inputs, byte[] hello, byte[] answer) throws Exception {
        SessionKeys keys = keys(inputs, hello, answer);
        JsonObject all = new JsonObject();
        all.add("agent", direction(keys.agent(), "{\"t\":\"ready\"}", "RFB 003.008\n"));
        all.add("viewer", direction(keys.viewer(), "{\"t\":\"leave\"}", "RFB 003.008\n"));
        return all;
    }

    private static JsonArray direction(DirectionKey key, String control, String rfb) throws Exception {
        AtomicLong nanos = new AtomicLong();
        JsonArray frames = new JsonArray();
        FrameSealer sealer = new FrameSealer(key, nanos::get);
        add(frames, sealer, FrameType.CONTROL, control.getBytes(StandardCharsets.UTF_8));
        add(frames, sealer, FrameType.RFB, rfb.getBytes(StandardCharsets.US_ASCII));
        add(frames, sealer, FrameType.PING, new byte[0]);
        nanos.addAndGet(FrameSealer.LONGEST_EPOCH);
        add(frames, sealer, FrameType.RFB, new byte[] {0});
        add(frames, sealer, FrameType.FILE, new byte[] {1});
        nanos.addAndGet(FrameSealer.LONGEST_EPOCH);
        add(frames, sealer, FrameType.RFB, new byte[300]);
        add(frames, sealer, FrameType.CLOSE, new byte[0]);
        return frames;
    }

    /** The frame, and before it the rekey that was due. */
    private static void add(JsonArray frames, FrameSealer sealer, FrameType type, byte[] plain) throws Exception {
        sealer.seal(type, ByteBuffer.wrap(plain), frame -> {
            boolean rekey = frame[0] == FrameType.REKEY.code();
            JsonObject one = new JsonObject();
            one.addProperty("type", (int) frame[0]);
            one.addProperty("epoch", (int) frame[1]);
            one.addProperty("sequence", ByteBuffer.wrap(frame).getLong(2));
            one.addProperty("plaintext", rekey ? "" : HEX.formatHex(plain));
            one.addProperty("frame", HEX.formatHex(frame));
            frames.add(one);
        });
    }
}
