package org.benchconnect.launcher.list;

import com.code_intelligence.jazzer.api.FuzzedDataProvider;
import com.code_intelligence.jazzer.junit.FuzzTest;
import java.nio.charset.StandardCharsets;

/** However the device's signature is edited, it is refused. */
class EditedSignatureFuzzTest {
    private static final String GENUINE = OneSignature.GENUINE;

    @FuzzTest(maxDuration = "1s")
    void edits(FuzzedDataProvider input) {
        int from = input.consumeInt(0, GENUINE.length());
        int to = input.consumeInt(from, GENUINE.length());
        String edited = GENUINE.substring(0, from) + input.consumeRemainingAsString() + GENUINE.substring(to);
        if (!edited.equals(GENUINE)) {
            OneSignature.refused(edited.getBytes(StandardCharsets.ISO_8859_1));
        }
    }
}
