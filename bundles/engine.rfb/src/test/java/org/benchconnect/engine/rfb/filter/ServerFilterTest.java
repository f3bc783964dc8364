package org.benchconnect.engine.rfb.filter;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.EOFException;
import java.nio.ByteBuffer;
import java.nio.channels.Channels;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ServerFilterTest {
    private static final Encodings ALL = new Encodings(List.of(7, 1, 5, 0, -260, -223, -224, -308, -239, 0x574D5664));
    private static final Screen SCREEN = new Screen(40, 20);

    private final ByteArrayOutputStream passed = new ByteArrayOutputStream();
    private boolean text;

    private ServerFilter filter(byte[] said, PictureOutput out) {
        ServerFilter filter = new ServerFilter(
                new ServerInput(Channels.newChannel(new ByteArrayInputStream(said))),
                out,
                PixelFormat.USUAL,
                ALL,
                SCREEN,
                () -> text);
        filter.requested();
        return filter;
    }

    private void pass(byte[] said) throws Exception {
        ServerFilter filter = filter(said, (bytes, length) -> passed.write(bytes, 0, length));
        try {
            while (true) {
                filter.message();
            }
        } catch (EOFException e) {
            return;
        }
    }

    static ByteBuffer update(int rectangles) {
        return ByteBuffer.allocate(100_000).put((byte) 0).put((byte) 0).putShort((short) rectangles);
    }

    static ByteBuffer rectangle(ByteBuffer to, int x, int y, int w, int h, int encoding) {
        return to.put(Rest.header(x, y, w, h, encoding));
    }

    static byte[] done(ByteBuffer message) {
        byte[] bytes = new byte[message.position()];
        message.flip().get(bytes);
        return bytes;
    }

    /** One of each kind. */
    static byte[] everything() {
        ByteBuffer said = update(9);
        rectangle(said, 0, 0, 4, 2, Encodings.RAW).put(new byte[32]);
        rectangle(said, 0, 0, 4, 2, Encodings.COPY_RECT).putShort((short) 1).putShort((short) 2);
        rectangle(said, 0, 0, 20, 16, Encodings.HEXTILE)
                .put((byte) 1)
                .put(new byte[16 * 16 * 4])
                .put((byte) (2 | 4 | 8 | 16))
                .put(new byte[8])
                .put((byte) 2)
                .put(new byte[2 * 6]);
        rectangle(said, 0, 0, 40, 20, Encodings.TIGHT).put((byte) 0x80).put(new byte[3]);
        rectangle(said, 0, 0, 40, 20, Encodings.TIGHT)
                .put((byte) 0x00)
                .put((byte) 0x83)
                .put((byte) 0x01)
                .put(new byte[131]);
        rectangle(said, 0, 0, 8, 1, Encodings.TIGHT)
                .put((byte) 0x40)
                .put((byte) 1)
                .put((byte) 1)
                .put(new byte[6 + 1]);
        rectangle(said, 0, 0, 8, 8, Encodings.TIGHT_PNG)
                .put((byte) 0xA0)
                .put((byte) 5)
                .put(new byte[5]);
        rectangle(said, 1, 1, 8, 2, Encodings.CURSOR).put(new byte[64 + 2]);
        rectangle(said, 0, 0, 50, 30, Encodings.DESKTOP_SIZE);
        return done(said);
    }

    @Test
    void everyEncodingThatWasNegotiatedPasses() throws Exception {
        byte[] all = everything();

        pass(all);

        byte[] expected = all.clone();
        int firstTight = 4 + 12 + 32 + 12 + 4 + 12 + 1 + 1024 + 1 + 8 + 1 + 12 + 12;
        expected[firstTight] |= 0x0F; // the viewer's streams begin anew with this connection
        assertArrayEquals(expected, passed.toByteArray());
    }

    @Test
    void textOfTheServerIsDropped() throws Exception {
        byte[] said = ByteBuffer.allocate(8 + 5 + 1)
                .put((byte) 3)
                .put(new byte[3])
                .putInt(5)
                .put("Smith".getBytes(java.nio.charset.StandardCharsets.US_ASCII))
                .put((byte) 2)
                .array();

        pass(said);

        assertArrayEquals(new byte[] {2}, passed.toByteArray());
    }

    @Test
    void textPassesWhileItMayLeave() throws Exception {
        text = true;
        byte[] said = ByteBuffer.allocate(8 + 2)
                .put((byte) 3)
                .put(new byte[3])
                .putInt(2)
                .put((byte) 65)
                .array();

        pass(said);

        assertArrayEquals(said, passed.toByteArray());
    }

    @ParameterizedTest
    @ValueSource(ints = {-1, -5, Integer.MIN_VALUE, Integer.MAX_VALUE})
    void negativeOrEndlessTextEndsTheSession(int length) {
        byte[] said = ByteBuffer.allocate(8).put((byte) 3).putInt(4, length).array();

        assertThrows(RfbViolationException.class, () -> pass(said));
    }

    @ParameterizedTest
    @ValueSource(ints = {1, 4, 5, 100, 150, 248, 250, 252, 255})
    void unknownMessageEndsTheSession(int type) {
        assertThrows(RfbViolationException.class, () -> pass(new byte[] {(byte) type, 0, 0, 0}));
    }

    @ParameterizedTest
    @ValueSource(ints = {2, 16, 15, -307, -313, -312, -309, 0x12345678, -1})
    void encodingThatWasNotNegotiatedEndsTheSession(int encoding) {
        byte[] said = done(rectangle(update(1), 0, 0, 1, 1, encoding));

        assertThrows(RfbViolationException.class, () -> pass(said));
    }

    @Test
    void rectangleBeyondTheDesktopEndsTheSession() {
        byte[] said = done(rectangle(update(1), 30, 0, 11, 1, Encodings.RAW));

        assertThrows(RfbViolationException.class, () -> pass(said));
    }

    @Test
    void endlessLengthOfTightEndsTheSession() {
        byte[] said = done(rectangle(update(1), 0, 0, 8, 8, Encodings.TIGHT)
                .put((byte) 0x90)
                .put(new byte[] {-1, -1, -1}));

        assertThrows(RfbViolationException.class, () -> pass(said));
    }

    @Test
    void hugeDesktopEndsTheSession() {
        byte[] said = done(rectangle(update(1), 0, 0, 65535, 65535, Encodings.DESKTOP_SIZE));

        assertThrows(RfbViolationException.class, () -> pass(said));
    }

    @Test
    void updateThatNobodyRequestedEndsTheSession() {
        ServerFilter filter = new ServerFilter(
                new ServerInput(Channels.newChannel(new ByteArrayInputStream(everything()))),
                (bytes, length) -> {},
                PixelFormat.USUAL,
                ALL,
                SCREEN,
                () -> false);

        assertThrows(RfbViolationException.class, filter::message);
    }

    /** Wherever the picture is cut, what the viewer got is made whole, and black. */
    @Test
    void cutPictureIsCompletedAndBlanked() throws Exception {
        byte[] said = large();
        int cuts = 0;
        for (int after = 0; after < 12; after++) {
            passed.reset();
            AtomicInteger left = new AtomicInteger(after);
            ServerFilter filter = filter(said, (bytes, length) -> {
                if (left.getAndDecrement() <= 0) {
                    throw new StreamCutException();
                }
                passed.write(bytes, 0, length);
            });
            try {
                filter.message();
            } catch (StreamCutException e) {
                cuts++;
            }
            filter.complete(true, (bytes, length) -> passed.write(bytes, 0, length));

            byte[] whole = passed.toByteArray();
            ServerFilter reader = filter(whole, (bytes, length) -> {});
            assertThrows(EOFException.class, () -> {
                while (true) {
                    reader.message();
                }
            });
            assertEquals(0x80, whole[whole.length - 4] & 0xFF, "ends with a fill");
        }
        assertEquals(true, cuts > 3);
    }

    private static byte[] large() {
        ByteBuffer said =
                ByteBuffer.allocate(400_000).put((byte) 0).put((byte) 0).putShort((short) 60);
        for (int i = 0; i < 20; i++) {
            rectangle(said, 0, 0, 40, 20, Encodings.RAW).put(new byte[3200]);
            rectangle(said, 0, 0, 40, 20, Encodings.HEXTILE);
            for (int[] tile : new int[][] {{256}, {256}, {128}, {64}, {64}, {32}}) {
                said.put((byte) 1).put(new byte[tile[0] * 4]);
            }
            rectangle(said, 0, 0, 40, 20, Encodings.TIGHT).put((byte) 0x80).put(new byte[3]);
        }
        return done(said);
    }
}
