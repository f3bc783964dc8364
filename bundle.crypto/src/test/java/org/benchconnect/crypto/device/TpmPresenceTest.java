package org.benchconnect.crypto.device;

import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.benchconnect.crypto.device.KeyProtector.ProtectorException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class TpmPresenceTest {
    @TempDir
    Path folder;

    @Test
    void whereNothingOfOneCanBeSeenThereIsNone() throws Exception {
        assertFalse(presence("tpmrm0", true).isUsable());
        assertFalse(presence("tpmrm0", false).isUsable());
    }

    @Test
    void oneThatThisAccountMayReadAndWriteIsUsed() throws Exception {
        Files.createFile(folder.resolve("tpmrm0"));

        assertTrue(presence("tpmrm0", true).isUsable());
    }

    @Test
    void oneWithoutToolsIsNotTakenForNone() throws Exception {
        Files.createFile(folder.resolve("tpmrm0"));

        assertRefused("install", presence("tpmrm0", false));
    }

    /** A link to nowhere can be seen and not opened, by root neither. */
    @Test
    void oneWhoseNodeCannotBeOpenedIsNotTakenForNone() throws Exception {
        Files.createSymbolicLink(folder.resolve("tpmrm0"), folder.resolve("nowhere"));

        assertRefused("group tss", presence("tpmrm0", true));
    }

    @Test
    void oneWhoseNodeIsHiddenIsNotTakenForNoneWhereTheKernelNamesIt() throws Exception {
        Files.createDirectory(folder.resolve("tpm0"));

        assertRefused("group tss", presence("tpmrm0", true));
    }

    @Test
    void oneOfTheVersionBeforeIsNone() throws Exception {
        Files.createDirectory(folder.resolve("tpm0"));
        Files.writeString(folder.resolve("tpm_version_major"), "1\n");

        assertFalse(presence("tpmrm0", true).isUsable());

        Files.writeString(folder.resolve("tpm_version_major"), "2\n");
        assertRefused("group tss", presence("tpmrm0", true));
    }

    private static void assertRefused(String remedy, TpmPresence presence) {
        ProtectorException.Unavailable refused = assertThrows(ProtectorException.Unavailable.class, presence::isUsable);

        assertTrue(refused.getMessage().contains(remedy), refused::getMessage);
        assertTrue(refused.getMessage().contains("\"protector\": \"file\""), refused::getMessage);
    }

    private TpmPresence presence(String device, boolean tools) {
        return new TpmPresence(
                folder.resolve(device),
                List.of(folder.resolve("tpm0")),
                folder.resolve("tpm_version_major"),
                () -> tools);
    }
}
