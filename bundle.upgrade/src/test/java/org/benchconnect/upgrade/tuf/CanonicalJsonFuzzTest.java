package org.benchconnect.upgrade.tuf;

import com.code_intelligence.jazzer.junit.FuzzTest;
import com.google.gson.JsonElement;
import java.util.Arrays;

/** One value has one canonical form, whatever order and space it came in. */
class CanonicalJsonFuzzTest {
    @FuzzTest(maxDuration = "1s")
    void encode(byte[] bytes) throws StrictJsonException {
        JsonElement value;
        try {
            value = StrictJson.parse(bytes);
        } catch (StrictJsonException e) {
            return;
        }
        byte[] canonical = CanonicalJson.encode(value);
        byte[] respaced = CanonicalJson.encode(
                StrictJson.parse(("\n " + value + "\t").getBytes(java.nio.charset.StandardCharsets.UTF_8)));
        if (!Arrays.equals(canonical, respaced)) {
            throw new AssertionError("two forms of " + value);
        }
    }
}
