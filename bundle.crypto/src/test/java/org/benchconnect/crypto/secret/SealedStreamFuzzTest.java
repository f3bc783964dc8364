package org.benchconnect.crypto.secret;

import com.code_intelligence.jazzer.api.FuzzedDataProvider;
import com.code_intelligence.jazzer.junit.FuzzTest;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.util.Arrays;

/** Whatever the bytes, a stream opens as it was sealed or is refused. */
class SealedStreamFuzzTest {
    private static final SealingKey KEY = new SealingKey(Secret.copyOf(new byte[32]));
    private static final byte[] PLAIN = new byte[3 * Chunks.PLAIN + 5];
    private static final byte[] SEALED = sealed();

    @FuzzTest(maxDuration = "1s")
    void foreignBytes(byte[] bytes) {
        refused(bytes);
    }

    @FuzzTest(maxDuration = "1s")
    void cutsAndJoins(FuzzedDataProvider input) throws IOException {
        ByteArrayOutputStream joined = new ByteArrayOutputStream();
        while (input.remainingBytes() > 0 && joined.size() < 2 * SEALED.length) {
            int from = input.consumeInt(0, SEALED.length);
            joined.write(SEALED, from, input.consumeInt(0, SEALED.length - from));
            joined.write(input.consumeBytes(input.consumeInt(0, 3)));
        }
        if (!Arrays.equals(SEALED, joined.toByteArray())) {
            refused(joined.toByteArray());
        }
    }

    private static void refused(byte[] bytes) {
        try {
            KEY.open("fuzz", new ByteArrayInputStream(bytes), new ByteArrayOutputStream());
        } catch (SealBrokenException e) {
            return;
        } catch (IOException e) {
            throw new AssertionError("refused in another way", e);
        }
        throw new AssertionError("opened");
    }

    private static byte[] sealed() {
        ByteArrayOutputStream sealed = new ByteArrayOutputStream();
        try {
            KEY.seal("fuzz", new ByteArrayInputStream(PLAIN), sealed);
        } catch (IOException e) {
            throw new IllegalStateException(e);
        }
        return sealed.toByteArray();
    }
}
