package org.benchconnect.crypto.secret;

import com.code_intelligence.jazzer.api.FuzzedDataProvider;
import com.code_intelligence.jazzer.junit.FuzzTest;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.util.Arrays;

/** However the pieces of a sealed stream are cut and joined, it opens as it was sealed or is refused. */
class CutStreamFuzzTest {
    private static final byte[] SEALED = FuzzedStream.sealed();

    @FuzzTest(maxDuration = "1s")
    void cutsAndJoins(FuzzedDataProvider input) throws IOException {
        ByteArrayOutputStream joined = new ByteArrayOutputStream();
        while (input.remainingBytes() > 0 && joined.size() < 2 * SEALED.length) {
            int from = input.consumeInt(0, SEALED.length);
            joined.write(SEALED, from, input.consumeInt(0, SEALED.length - from));
            joined.write(input.consumeBytes(input.consumeInt(0, 3)));
        }
        if (!Arrays.equals(SEALED, joined.toByteArray())) {
            FuzzedStream.refused(joined.toByteArray());
        }
    }
}
