package org.benchconnect.launcher.list;

import com.code_intelligence.jazzer.api.FuzzedDataProvider;
import com.code_intelligence.jazzer.junit.FuzzTest;

/** However a genuine grant or list is edited, only what the device signed counts, and nothing has a second spelling. */
class EditedGrantFuzzTest {
    private static final String A = "a".repeat(64);
    private static final String GRANT =
            "# grant lab.files 2.0.0 privileges transfer-files,view-screen model NAVIOS_EX\n" + A + "  modules/" + A
                    + ".jar\n";
    private static final String LIST = "# feature lab.base 0.1.0 privileges none models any\n" + A + "  modules/" + A
            + ".jar\n" + "# feature lab.files 2.0.0 privileges transfer-files models DXFLEX,NAVIOS_EX\n";
    private static final String BASE = "ab".repeat(32);
    private static final TestDevice DEVICE = new TestDevice();
    private static final byte[] SIGNATURE =
            SignedList.sign(DEVICE, OneText.bytes(GRANT), SignedList.Kind.GRANTS, 3, BASE);

    @FuzzTest(maxDuration = "1s")
    void edits(FuzzedDataProvider input) {
        String genuine = input.consumeBoolean() ? GRANT : LIST;
        int from = input.consumeInt(0, genuine.length());
        int to = input.consumeInt(from, genuine.length());
        byte[] edited =
                OneText.bytes(genuine.substring(0, from) + input.consumeRemainingAsString() + genuine.substring(to));
        OneText.grant(edited);
        OneText.list(edited);
        verify(edited);
    }

    private static void verify(byte[] bytes) {
        try {
            Grant.verify(bytes, SIGNATURE, DEVICE.key(), BASE, 3);
        } catch (ListRefusedException e) {
            return;
        }
        OneText.same(bytes, GRANT);
    }
}
