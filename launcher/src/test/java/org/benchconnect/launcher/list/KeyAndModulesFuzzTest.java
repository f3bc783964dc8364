package org.benchconnect.launcher.list;

import com.code_intelligence.jazzer.junit.FuzzTest;
import java.nio.charset.StandardCharsets;

/** A device's key and a list of modules have one spelling each; any other text is refused. */
class KeyAndModulesFuzzTest {
    @FuzzTest(maxDuration = "1s")
    void keysAndModules(byte[] bytes) {
        String text = new String(bytes, StandardCharsets.ISO_8859_1);
        try {
            if (!DeviceKey.parse(text).toText().equals(text)) {
                throw new AssertionError("a second spelling of a key");
            }
        } catch (ListRefusedException e) {
            // right
        }
        try {
            if (!ModuleList.parse(text).toText().equals(text)) {
                throw new AssertionError("a second spelling of a list");
            }
        } catch (ListRefusedException e) {
            // right
        }
    }
}
