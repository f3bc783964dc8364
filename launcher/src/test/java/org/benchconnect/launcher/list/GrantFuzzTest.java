package org.benchconnect.launcher.list;

import com.code_intelligence.jazzer.api.FuzzedDataProvider;
import com.code_intelligence.jazzer.junit.FuzzTest;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;

/** No bytes do anything but be refused, or be the one text of what was read; and only what the device signed counts. */
class GrantFuzzTest {
    private static final String A = "a".repeat(64);
    private static final String GRANT =
            "# grant lab.files 2.0.0 privileges transfer-files,view-screen model NAVIOS_EX\n" + A + "  modules/" + A
                    + ".jar\n";
    private static final String LIST = "# feature lab.base 0.1.0 privileges none models any\n" + A + "  modules/" + A
            + ".jar\n" + "# feature lab.files 2.0.0 privileges transfer-files models DXFLEX,NAVIOS_EX\n";
    private static final String BASE = "ab".repeat(32);
    private static final TestDevice DEVICE = new TestDevice();
    private static final byte[] SIGNATURE = SignedList.sign(DEVICE, bytes(GRANT), SignedList.Kind.GRANTS, 3, BASE);

    @FuzzTest(maxDuration = "1s")
    void anyBytes(byte[] bytes) {
        grant(bytes);
        list(bytes);
    }

    @FuzzTest(maxDuration = "1s")
    void edits(FuzzedDataProvider input) {
        String genuine = input.consumeBoolean() ? GRANT : LIST;
        int from = input.consumeInt(0, genuine.length());
        int to = input.consumeInt(from, genuine.length());
        byte[] edited = bytes(genuine.substring(0, from) + input.consumeRemainingAsString() + genuine.substring(to));
        grant(edited);
        list(edited);
        verify(edited);
    }

    private static void grant(byte[] bytes) {
        try {
            same(bytes, Grant.parse(bytes).toText());
        } catch (ListRefusedException e) {
            // right
        }
    }

    private static void list(byte[] bytes) {
        try {
            ModuleList list = ModuleList.parse(new String(bytes, StandardCharsets.ISO_8859_1));
            same(bytes, list.toText());
            ModuleList.parse(list.byContent().toText());
        } catch (ListRefusedException e) {
            // right
        }
    }

    private static void verify(byte[] bytes) {
        try {
            Grant.verify(bytes, SIGNATURE, DEVICE.key(), BASE, 3);
        } catch (ListRefusedException e) {
            return;
        }
        same(bytes, GRANT);
    }

    private static void same(byte[] bytes, String text) {
        if (!Arrays.equals(bytes, bytes(text))) {
            throw new AssertionError("a second spelling");
        }
    }

    private static byte[] bytes(String text) {
        return text.getBytes(StandardCharsets.ISO_8859_1);
    }
}
