package org.benchconnect.crypto.device;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;

import java.nio.ByteBuffer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class Pkcs11ProtectorTest {
    private static final String KEY = "00112233445566778899aabbccddeeff".repeat(2);

    private static final long CKA_SENSITIVE = 0x103;
    private static final long CKA_EXTRACTABLE = 0x162;

    @TempDir
    Path folder;

    private SoftHsm token;
    private Path pin;
    private String label = "";

    @BeforeEach
    void aToken() throws Exception {
        SoftHsm.assumeInstalled();
        token = SoftHsm.make(folder.resolve("hsm"));
        pin = pin("1234");
    }

    @Test
    void whatTheTokenProtectedItOpensInAnotherProcess() throws Exception {
        String blob = ask("protect", KEY);

        assertEquals(KEY, ask("unprotect", blob));
        assertFalse(blob.contains(KEY.substring(0, 16)));
    }

    @Test
    void oneProcessMayProtectAndOpenOneAfterTheOther() throws Exception {
        assertEquals(KEY, ask("round", KEY));
    }

    @Test
    void theTokensKeyIsMarkedAsOneThatNeverLeaves() throws Exception {
        ask("protect", KEY);

        try (Stream<Path> objects = Files.walk(folder.resolve("hsm/tokens"))) {
            List<Path> keys = objects.filter(file -> file.toString().endsWith(".object"))
                    .filter(file -> !file.endsWith("token.object"))
                    .toList();

            assertEquals(1, keys.size());
            byte[] object = Files.readAllBytes(keys.get(0));
            assertEquals(Boolean.TRUE, flag(object, CKA_SENSITIVE));
            assertEquals(Boolean.FALSE, flag(object, CKA_EXTRACTABLE));
        }
    }

    /** SoftHSM's object file: attribute, kind 1 (boolean), each in 8 bytes, then one byte. */
    private static Boolean flag(byte[] object, long attribute) {
        for (int at = 0; at + 17 <= object.length; at++) {
            ByteBuffer entry = ByteBuffer.wrap(object, at, 17);
            if (entry.getLong() == attribute && entry.getLong() == 1) {
                return entry.get() != 0;
            }
        }
        return null;
    }

    @Test
    void aTokenThatLacksTheKeyRefuses() throws Exception {
        String blob = ask("protect", KEY);
        try (Stream<Path> objects = Files.walk(folder.resolve("hsm/tokens"))) {
            for (Path object : objects.filter(file -> file.toString().endsWith(".object"))
                    .filter(file -> !file.endsWith("token.object"))
                    .toList()) {
                Files.delete(object);
            }
        }

        assertEquals("Refused", ask("unprotect", blob));
    }

    @Test
    void aTokenOfTheSameNameIsAnotherToken() throws Exception {
        String blob = ask("protect", KEY);
        token = SoftHsm.make(folder.resolve("other"));

        assertEquals("Unavailable", ask("unprotect", blob));
    }

    @Test
    void thePinGoesToNoTokenThatWasAddedLater() throws Exception {
        String blob = ask("protect", KEY);
        for (String other : List.of("one", "two", "three", "agent")) {
            token.add(other, "8888");
        }

        assertEquals(KEY, ask("unprotect", blob));
    }

    @Test
    void amongSeveralTokensTheOneThatIsNamedIsUsed() throws Exception {
        token.add("other", "8888");

        assertEquals("Unavailable", ask("protect", KEY));
        label = "agent";
        String blob = ask("protect", KEY);
        label = "";
        assertEquals(KEY, ask("unprotect", blob));
    }

    @Test
    void aChangedBlobIsRefused() throws Exception {
        String blob = ask("protect", KEY);
        String changed = blob.substring(0, blob.length() - 1) + (blob.endsWith("0") ? "1" : "0");

        assertEquals("Refused", ask("unprotect", changed));
    }

    @Test
    void bytesThatAreNoBlobAreRefused() throws Exception {
        assertEquals("Refused", ask("unprotect", "00ff"));
    }

    @Test
    void withoutATokenItIsAskedAgainLater() throws Exception {
        String blob = ask("protect", KEY);
        token = SoftHsm.empty(folder.resolve("none"));

        assertEquals("Unavailable", ask("unprotect", blob));
        assertEquals("Unavailable", ask("protect", KEY));
    }

    @Test
    void aLibraryThatIsNotThereIsAskedAgainLater() throws Exception {
        assertEquals(
                "Unavailable", ask("protect", KEY, folder.resolve("none.so").toString()));
    }

    @Test
    void aWrongPinIsNotTriedTwice() throws Exception {
        String blob = ask("protect", KEY);
        pin = pin("9999");

        assertEquals("Refused", ask("unprotect", blob));
    }

    @Test
    void aPinThatOthersMayReadIsNotUsed() throws Exception {
        Files.setPosixFilePermissions(pin, PosixFilePermissions.fromString("rw-r-----"));

        assertEquals("Unavailable", ask("protect", KEY));
    }

    private Path pin(String text) throws Exception {
        Path file = Files.writeString(folder.resolve("pin"), text + "\n");
        Files.setPosixFilePermissions(file, PosixFilePermissions.fromString("rw-------"));
        return file;
    }

    private String ask(String verb, String hex, String... library) throws Exception {
        List<String> command = new ArrayList<>(List.of(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-XX:TieredStopAtLevel=1",
                "-cp",
                System.getProperty("java.class.path"),
                Pkcs11Command.class.getName(),
                verb,
                hex,
                pin.toString(),
                label));
        command.addAll(List.of(library));
        String output = token.run(command);
        return output.lines()
                .filter(line -> line.startsWith("answer "))
                .map(line -> line.substring(7))
                .findFirst()
                .orElse(output);
    }
}
