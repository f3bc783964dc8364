package org.benchconnect.upgrade.generation;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.benchconnect.launcher.list.DeviceKey;
import org.benchconnect.launcher.list.ListRefusedException;
import org.benchconnect.launcher.list.SignedList;

/**
 * Which generations are not kept: those before the last {@value #KEPT} that this device itself signed, or that have no list any more. What it did not sign, or
 * somebody changed, stays: the base release, and evidence. The modules that nothing names then are the launcher's to collect, at its next start.
 */
final class OldGenerations {
    /** With the current one. */
    static final int KEPT = 3;

    private static final Pattern BASE = Pattern.compile("(?m)^base ([0-9a-f]{64})$");

    private final GenerationFolders folders;
    private final DeviceKey device;

    OldGenerations(GenerationFolders folders, DeviceKey device) {
        this.folders = folders;
        this.device = device;
    }

    /** Takes them away, but for the one that ran before. A loss of power meanwhile leaves less of them. */
    void discard(int before) throws IOException {
        int current = folders.current();
        List<Integer> older =
                folders.numbers().stream().filter(number -> number < current).toList();
        for (int number : older.subList(Math.min(KEPT - 1, older.size()), older.size())) {
            if (number != before && isOurs(number)) {
                folders.discard(number);
            }
        }
    }

    private boolean isOurs(int number) throws IOException {
        Optional<byte[]> list = folders.list(number);
        if (list.isEmpty()) {
            return true; // what a loss of power left of one that was being taken away
        }
        Optional<byte[]> signature = folders.signature(number);
        Matcher base = BASE.matcher(signature
                .map(bytes -> new String(bytes, StandardCharsets.ISO_8859_1))
                .orElse(""));
        if (signature.isEmpty() || !base.find()) {
            return false;
        }
        try {
            SignedList.verify(signature.get(), list.get(), device, SignedList.Kind.GENERATION, base.group(1))
                    .requireSerial(number);
            return true;
        } catch (ListRefusedException e) {
            return false;
        }
    }
}
