package org.benchconnect.launcher.list;

import com.code_intelligence.jazzer.api.FuzzedDataProvider;
import com.code_intelligence.jazzer.junit.FuzzTest;
import java.nio.charset.StandardCharsets;
import org.benchconnect.launcher.list.SignedList.Kind;

/** No bytes but those that the device signed are accepted, and no bytes do anything but be refused. */
class SignedListFuzzTest {
    private static final String BASE = "ab".repeat(32);
    private static final byte[] LIST = "a list\n".getBytes(StandardCharsets.US_ASCII);
    private static final TestDevice DEVICE = new TestDevice();
    private static final String GENUINE =
            new String(SignedList.sign(DEVICE, LIST, Kind.GENERATION, 3, BASE), StandardCharsets.ISO_8859_1);

    @FuzzTest(maxDuration = "1s")
    void signatures(byte[] bytes) {
        refused(bytes);
    }

    @FuzzTest(maxDuration = "1s")
    void edits(FuzzedDataProvider input) {
        int from = input.consumeInt(0, GENUINE.length());
        int to = input.consumeInt(from, GENUINE.length());
        String edited = GENUINE.substring(0, from) + input.consumeRemainingAsString() + GENUINE.substring(to);
        if (!edited.equals(GENUINE)) {
            refused(edited.getBytes(StandardCharsets.ISO_8859_1));
        }
    }

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

    private static void refused(byte[] bytes) {
        try {
            SignedList.verify(bytes, LIST, DEVICE.key(), Kind.GENERATION, BASE);
        } catch (ListRefusedException e) {
            return;
        }
        if (!new String(bytes, StandardCharsets.ISO_8859_1).equals(GENUINE)) {
            throw new AssertionError("accepted");
        }
    }
}
