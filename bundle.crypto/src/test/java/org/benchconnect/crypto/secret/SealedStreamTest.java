package org.benchconnect.crypto.secret;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class SealedStreamTest {
    private static final int HEADER = 40;
    private static final String PURPOSE = "test.one";
    private static final SealingKey KEY = new SealingKey(Secret.copyOf(new byte[32]));

    @ParameterizedTest
    @ValueSource(ints = {0, 1, 16383, 16384, 16385, 32768, 100_000})
    void whatIsSealedOpensAgain(int length) throws Exception {
        byte[] plain = bytes(length);

        byte[] sealed = sealed(plain);

        assertArrayEquals(plain, opened(sealed));
        assertEquals(HEADER + length + 16 * Math.max(1, (length + 16383) / 16384), sealed.length);
    }

    @Test
    void anyWayOfReadingGivesTheSame() throws Exception {
        byte[] plain = bytes(40_000);

        ByteArrayOutputStream read = new ByteArrayOutputStream();
        try (InputStream in = KEY.opening(PURPOSE, new Trickle(sealed(plain)))) {
            for (int b = in.read(); b >= 0; b = in.read()) {
                read.write(b);
            }

            assertEquals(-1, in.read());
        }
        assertArrayEquals(plain, read.toByteArray());
    }

    @Test
    void anyWayOfWritingGivesTheSame() throws Exception {
        byte[] plain = bytes(40_000);
        ByteArrayOutputStream sealed = new ByteArrayOutputStream();

        try (SealedOutput out = KEY.sealing(PURPOSE, sealed)) {
            for (byte b : plain) {
                out.write(b);
            }
            out.finish();
        }

        assertArrayEquals(plain, opened(sealed.toByteArray()));
    }

    @Test
    void theSameBytesAreSealedOtherwiseEachTime() throws Exception {
        byte[] one = sealed(bytes(10));
        byte[] other = sealed(bytes(10));

        assertFalse(Arrays.equals(one, other));
    }

    @Test
    void thePlainBytesAreNotInTheSealedOnes() throws Exception {
        byte[] plain = new byte[1000];

        byte[] sealed = sealed(plain);

        assertFalse(new String(sealed, StandardCharsets.ISO_8859_1).contains("\0\0\0\0\0\0"));
    }

    @Test
    void aStreamClosedWithoutFinishNeverOpens() throws Exception {
        ByteArrayOutputStream sealed = new ByteArrayOutputStream();
        SealedOutput out = KEY.sealing(PURPOSE, sealed);
        out.write(bytes(40_000));

        out.close();

        assertBroken(sealed.toByteArray());
        assertThrows(IOException.class, () -> out.write(1));
        assertThrows(IOException.class, out::finish);
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "A", "a b", "a/b", "-a", ".a", "ä"})
    void aPurposeIsAShortWord(String purpose) {
        assertThrows(IllegalArgumentException.class, () -> KEY.sealing(purpose, new ByteArrayOutputStream()));
    }

    @Nested
    class IsRefused {
        private final byte[] plain = bytes(3 * 16384 + 100);
        private final byte[] sealed = sealed(plain);

        IsRefused() throws IOException {}

        @Test
        void eachChangedByte() {
            for (int at = 0; at < sealed.length; at += at < 200 ? 1 : 997) {
                byte[] changed = sealed.clone();
                changed[at] ^= 1;

                assertBroken(changed);
            }
        }

        @Test
        void aCutAnywhere() {
            for (int length = 0; length < sealed.length; length += length < 200 ? 1 : 997) {
                assertBroken(Arrays.copyOf(sealed, length));
            }
        }

        @Test
        void aCutBetweenChunks() {
            for (int chunks = 0; chunks < 4; chunks++) {
                assertBroken(Arrays.copyOf(sealed, HEADER + chunks * 16400));
            }
        }

        @Test
        void aCutAfterTheLastWholeChunkOfOneThatEndsThere() throws Exception {
            byte[] whole = sealed(bytes(2 * 16384));

            assertBroken(Arrays.copyOf(whole, HEADER + 16400));
        }

        @Test
        void bytesAfterTheEnd() {
            assertBroken(Arrays.copyOf(sealed, sealed.length + 1));
            assertBroken(join(sealed, part(0)));
        }

        @Test
        void chunksInAnotherOrder() {
            assertBroken(join(header(), part(1), part(0), part(2), part(3)));
        }

        @Test
        void aChunkTwice() {
            assertBroken(join(header(), part(0), part(0), part(1), part(2), part(3)));
        }

        @Test
        void aChunkMissing() {
            assertBroken(join(header(), part(0), part(2), part(3)));
        }

        @Test
        void aChunkOfAnotherStreamWithTheSameKey() throws Exception {
            byte[] other = sealed(plain);

            assertBroken(join(
                    header(), part(0), Arrays.copyOfRange(other, HEADER + 16400, HEADER + 32800), part(2), part(3)));
        }

        @Test
        void theHeaderOfAnotherStream() throws Exception {
            byte[] other = sealed(plain);

            assertBroken(join(Arrays.copyOf(other, HEADER), part(0), part(1), part(2), part(3)));
        }

        @Test
        void anotherPurpose() {
            assertThrows(
                    SealBrokenException.class,
                    () -> KEY.open("test.two", new ByteArrayInputStream(sealed), new ByteArrayOutputStream()));
        }

        @Test
        void anotherDevicesKey() {
            byte[] bytes = new byte[32];
            bytes[31] = 1;
            SealingKey other = new SealingKey(Secret.copyOf(bytes));

            SealBrokenException broken = assertThrows(
                    SealBrokenException.class,
                    () -> other.open(PURPOSE, new ByteArrayInputStream(sealed), new ByteArrayOutputStream()));

            assertEquals(0, broken.chunk());
        }

        @Test
        void andNoByteOfABrokenChunkComesOut() {
            byte[] changed = sealed.clone();
            changed[HEADER + 16400 + 5] ^= 1;
            ByteArrayOutputStream out = new ByteArrayOutputStream();

            SealBrokenException broken = assertThrows(
                    SealBrokenException.class, () -> KEY.open(PURPOSE, new ByteArrayInputStream(changed), out));

            assertEquals(1, broken.chunk());
            assertArrayEquals(Arrays.copyOf(plain, 16384), out.toByteArray());
        }

        @Test
        void readingOnAfterABrokenChunk() throws Exception {
            byte[] changed = sealed.clone();
            changed[HEADER] ^= 1;
            SealedInput in = KEY.opening(PURPOSE, new ByteArrayInputStream(changed));
            assertThrows(SealBrokenException.class, in::read);

            assertThrows(SealBrokenException.class, in::read);
        }

        private byte[] header() {
            return Arrays.copyOf(sealed, HEADER);
        }

        private byte[] part(int index) {
            int from = HEADER + index * 16400;
            return Arrays.copyOfRange(sealed, from, Math.min(from + 16400, sealed.length));
        }
    }

    @Test
    void aKeyOfAnotherLengthIsRefused() {
        for (int length : List.of(0, 16, 31, 33)) {
            Secret secret = Secret.copyOf(new byte[length]);

            assertThrows(IllegalArgumentException.class, () -> new SealingKey(secret));
        }
    }

    private static void assertBroken(byte[] sealed) {
        assertThrows(SealBrokenException.class, () -> opened(sealed));
    }

    private static byte[] sealed(byte[] plain) throws IOException {
        ByteArrayOutputStream sealed = new ByteArrayOutputStream();
        KEY.seal(PURPOSE, new ByteArrayInputStream(plain), sealed);
        return sealed.toByteArray();
    }

    private static byte[] opened(byte[] sealed) throws IOException {
        ByteArrayOutputStream plain = new ByteArrayOutputStream();
        KEY.open(PURPOSE, new ByteArrayInputStream(sealed), plain);
        return plain.toByteArray();
    }

    private static byte[] bytes(int length) {
        byte[] bytes = new byte[length];
        new Random(length).nextBytes(bytes);
        return bytes;
    }

    private static byte[] join(byte[]... parts) {
        ByteArrayOutputStream all = new ByteArrayOutputStream();
        for (byte[] part : parts) {
            all.writeBytes(part);
        }
        return all.toByteArray();
    }

    /** Gives a few bytes at a time, as a network does. */
    private static final class Trickle extends InputStream {
        private final InputStream bytes;

        Trickle(byte[] bytes) {
            this.bytes = new ByteArrayInputStream(bytes);
        }

        @Override
        public int read() throws IOException {
            return bytes.read();
        }

        @Override
        public int read(byte[] into, int from, int count) throws IOException {
            return bytes.read(into, from, Math.min(count, 7));
        }
    }
}
