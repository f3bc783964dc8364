package org.benchconnect.upgrade.tuf;

import com.code_intelligence.jazzer.junit.FuzzTest;
import com.google.gson.JsonElement;
import java.nio.charset.StandardCharsets;

/** Whatever the bytes are, they are either one value, which Gson writes and this reads again, or refused. */
class StrictJsonFuzzTest {
    @FuzzTest(maxDuration = "1s")
    void parse(byte[] bytes) throws StrictJsonException {
        JsonElement value;
        try {
            value = StrictJson.parse(bytes);
        } catch (StrictJsonException e) {
            return;
        }
        JsonElement again = StrictJson.parse(value.toString().getBytes(StandardCharsets.UTF_8));
        if (!again.equals(value)) {
            throw new AssertionError(value + " became " + again);
        }
    }
}
