package org.benchconnect.launcher.list;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;

/** Reads bytes: they are refused, or they are the one text of what was read. */
final class OneText {
    private OneText() {}

    static void grant(byte[] bytes) {
        try {
            same(bytes, Grant.parse(bytes).toText());
        } catch (ListRefusedException e) {
            // right
        }
    }

    static void list(byte[] bytes) {
        try {
            ModuleList list = ModuleList.parse(new String(bytes, StandardCharsets.ISO_8859_1));
            same(bytes, list.toText());
            ModuleList.parse(list.byContent().toText());
        } catch (ListRefusedException e) {
            // right
        }
    }

    static void same(byte[] bytes, String text) {
        if (!Arrays.equals(bytes, bytes(text))) {
            throw new AssertionError("a second spelling");
        }
    }

    static byte[] bytes(String text) {
        return text.getBytes(StandardCharsets.ISO_8859_1);
    }
}
