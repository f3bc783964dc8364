package org.benchconnect.launcher.list;

import java.nio.charset.StandardCharsets;
import org.benchconnect.launcher.list.SignedList.Kind;

/** A list that the device signed once; any other signature is refused. */
final class OneSignature {
    private static final String BASE = "ab".repeat(32);
    private static final byte[] LIST = "a list\n".getBytes(StandardCharsets.US_ASCII);
    private static final TestDevice DEVICE = new TestDevice();
    static final String GENUINE =
            new String(SignedList.sign(DEVICE, LIST, Kind.GENERATION, 3, BASE), StandardCharsets.ISO_8859_1);

    private OneSignature() {}

    static void refused(byte[] bytes) {
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
