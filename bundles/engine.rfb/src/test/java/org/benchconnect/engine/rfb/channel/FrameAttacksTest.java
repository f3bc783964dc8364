package org.benchconnect.engine.rfb.channel;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.atomic.AtomicLong;
import org.benchconnect.crypto.secret.Secret;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What a relay can do to the frames that go through it. Each time nothing is accepted, and nothing after it either. */
class FrameAttacksTest {
    private final AtomicLong nanos = new AtomicLong();
    private final FrameSealer sealer = new FrameSealer(key(1), nanos::get);
    private final FrameOpener opener = new FrameOpener(key(1));

    private static DirectionKey key(int seed) {
        byte[] key = new byte[DirectionKey.KEY];
        Arrays.fill(key, (byte) seed);
        return new DirectionKey(Secret.copyOf(key), Secret.copyOf(Arrays.copyOf(key, DirectionKey.IV)));
    }

    private byte[] sealed(String text) throws Exception {
        List<byte[]> frames = new ArrayList<>();
        sealer.seal(FrameType.RFB, ByteBuffer.wrap(text.getBytes(StandardCharsets.UTF_8)), frames::add);
        return frames.get(frames.size() - 1);
    }

    private void refusedForEver(byte[] frame) throws Exception {
        byte[] honest = sealed("honest");

        assertThrows(FrameRefusedException.class, () -> opener.open(frame));

        assertThrows(FrameRefusedException.class, () -> opener.open(honest));
    }

    @Test
    void honestFramesPass() throws Exception {
        Frame frame = opener.open(sealed("hello"));

        assertEquals(FrameType.RFB, frame.type());
        assertEquals("hello", StandardCharsets.UTF_8.decode(frame.plain()).toString());
    }

    @Test
    void replay() throws Exception {
        byte[] first = sealed("first");
        opener.open(first);

        refusedForEver(first);
    }

    @Test
    void reorder() throws Exception {
        sealed("first");

        refusedForEver(sealed("second"));
    }

    @Test
    void drop() throws Exception {
        opener.open(sealed("first"));
        sealed("dropped");

        refusedForEver(sealed("third"));
    }

    @Test
    void splice() throws Exception {
        byte[] one = sealed("the first one");
        byte[] other = new byte[one.length];
        new FrameSealer(key(2), nanos::get)
                .seal(
                        FrameType.RFB,
                        ByteBuffer.wrap("the other one".getBytes(StandardCharsets.UTF_8)),
                        frame -> System.arraycopy(frame, 0, other, 0, other.length));

        System.arraycopy(other, FrameSealer.HEADER, one, FrameSealer.HEADER, one.length - FrameSealer.HEADER);

        refusedForEver(one);
    }

    @ParameterizedTest
    @ValueSource(ints = {0, 2, 3, 4, 5, 6, 7, 8, 128, 255})
    void changedType(int type) throws Exception {
        byte[] frame = sealed("keys");
        frame[0] = (byte) type;

        refusedForEver(frame);
    }

    @Test
    void changedEpochOrSequence() throws Exception {
        byte[] frame = sealed("text");
        frame[1] = 1;

        refusedForEver(frame);
    }

    @Test
    void everyChangedBitIsFound() throws Exception {
        byte[] frame = sealed("text");
        for (int bit = 0; bit < frame.length * 8; bit++) {
            byte[] changed = frame.clone();
            changed[bit / 8] ^= (byte) (1 << bit % 8);

            assertThrows(FrameRefusedException.class, () -> new FrameOpener(key(1)).open(changed));
        }
    }

    @Test
    void cutAndLengthened() throws Exception {
        byte[] frame = sealed("text");
        for (int length = 0; length < frame.length + 40; length++) {
            byte[] other = Arrays.copyOf(frame, length);

            if (length != frame.length) {
                assertThrows(FrameRefusedException.class, () -> new FrameOpener(key(1)).open(other));
            }
        }
    }

    @Test
    void reflection() throws Exception {
        byte[] ownFrame = sealed("what the agent itself said");

        assertThrows(FrameRefusedException.class, () -> new FrameOpener(key(3)).open(ownFrame));
    }

    @Test
    void rekeyAfterTenMinutesGoesOn() throws Exception {
        opener.open(sealed("before"));
        nanos.addAndGet(FrameSealer.LONGEST_EPOCH);
        List<byte[]> frames = new ArrayList<>();

        sealer.seal(FrameType.RFB, ByteBuffer.wrap(new byte[] {7}), frames::add);

        assertEquals(2, frames.size());
        assertEquals(FrameType.REKEY, opener.open(frames.get(0)).type());
        assertArrayEquals(new byte[] {7}, opener.open(frames.get(1)).plain().array());
    }

    @Test
    void droppedRekeyEndsTheSession() throws Exception {
        nanos.addAndGet(FrameSealer.LONGEST_EPOCH);
        List<byte[]> frames = new ArrayList<>();
        sealer.seal(FrameType.RFB, ByteBuffer.wrap(new byte[] {7}), frames::add);

        refusedForEver(frames.get(1));
    }

    @Test
    void fullEpochTakesNothingButARekey() throws Exception {
        Epoch epoch = new Epoch();
        for (long frame = 0; frame < Epoch.MOST_FRAMES; frame++) {
            assertFalse(epoch.full());
            epoch.carried(0);
        }

        assertTrue(epoch.full());
    }

    @Test
    void epochsEnd() throws Exception {
        AtomicLong clock = new AtomicLong();
        FrameSealer longLived = new FrameSealer(key(1), clock::get);

        FrameRefusedException refused = assertThrows(FrameRefusedException.class, () -> {
            for (int epoch = 0; epoch < 300; epoch++) {
                clock.addAndGet(FrameSealer.LONGEST_EPOCH);
                longLived.seal(FrameType.PING, ByteBuffer.allocate(0), frame -> {});
            }
        });

        assertEquals("at most 256 epochs", refused.expected());
    }

    @Test
    void nothingComesAfterTheLastFrame() throws Exception {
        sealer.seal(FrameType.CLOSE, ByteBuffer.allocate(0), frame -> {
            try {
                opener.open(frame);
            } catch (FrameRefusedException e) {
                throw new AssertionError(e);
            }
        });

        assertThrows(FrameRefusedException.class, () -> sealed("more"));
        assertThrows(FrameRefusedException.class, () -> opener.open(new byte[30]));
    }
}
