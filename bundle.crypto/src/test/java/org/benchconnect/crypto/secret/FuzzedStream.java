package org.benchconnect.crypto.secret;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;

/** A sealed stream of a few chunks, and the key that opens it and nothing else. */
final class FuzzedStream {
    private static final SealingKey KEY = new SealingKey(Secret.copyOf(new byte[32]));
    private static final byte[] PLAIN = new byte[3 * Chunks.PLAIN + 5];

    private FuzzedStream() {}

    static byte[] sealed() {
        ByteArrayOutputStream sealed = new ByteArrayOutputStream();
        try {
            KEY.seal("fuzz", new ByteArrayInputStream(PLAIN), sealed);
        } catch (IOException e) {
            throw new IllegalStateException(e);
        }
        return sealed.toByteArray();
    }

    static void refused(byte[] bytes) {
        try {
            KEY.open("fuzz", new ByteArrayInputStream(bytes), new ByteArrayOutputStream());
        } catch (SealBrokenException e) {
            return;
        } catch (IOException e) {
            throw new AssertionError("refused in another way", e);
        }
        throw new AssertionError("opened");
    }
}
