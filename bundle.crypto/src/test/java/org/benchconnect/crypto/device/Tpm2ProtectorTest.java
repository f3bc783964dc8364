package org.benchconnect.crypto.device;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.stream.Stream;
import org.benchconnect.crypto.device.KeyProtector.ProtectorException;
import org.benchconnect.crypto.secret.Secret;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class Tpm2ProtectorTest {
    private static final Secret KEY =
            Secret.copyOf("0123456789abcdef0123456789abcdef".getBytes(StandardCharsets.US_ASCII));

    @TempDir
    Path folder;

    private Swtpm tpm;
    private Tpm2Protector protector;
    private Path scratch;

    @BeforeEach
    void aTpm() throws Exception {
        Swtpm.assumeInstalled();
        scratch = Files.createDirectory(folder.resolve("scratch"));
        tpm = Swtpm.start(folder.resolve("tpm"));
        protector = protector(tpm);
    }

    @AfterEach
    void off() throws Exception {
        if (tpm != null) {
            tpm.close();
        }
    }

    @Test
    void whatTheTpmSealedItOpens() throws Exception {
        byte[] blob = protector.protect(KEY);

        assertEquals(KEY, protector.unprotect(blob));
        assertEquals(KEY, protector.unprotect(blob));
        assertEquals(Protection.HARDWARE, protector.kind().protection());
    }

    @Test
    void theKeyIsNotInTheBlobAndNothingIsLeftOnTheDisk() throws Exception {
        byte[] blob = protector.protect(KEY);
        protector.unprotect(blob);

        assertFalse(new String(blob, StandardCharsets.ISO_8859_1).contains("0123456789abcdef"));
        try (Stream<Path> left = Files.list(scratch)) {
            assertEquals(0, left.count());
        }
    }

    @Test
    void itOpensAfterTheTpmWasOff() throws Exception {
        byte[] blob = protector.protect(KEY);
        tpm.close();
        tpm = Swtpm.start(folder.resolve("tpm"));

        assertEquals(KEY, protector(tpm).unprotect(blob));
    }

    @Test
    void anotherPcsTpmRefuses() throws Exception {
        byte[] blob = protector.protect(KEY);

        try (Swtpm other = Swtpm.start(folder.resolve("other"))) {
            assertThrows(
                    ProtectorException.Refused.class, () -> protector(other).unprotect(blob));
        }
    }

    @Test
    void aTpmThatWasClearedRefuses() throws Exception {
        byte[] blob = protector.protect(KEY);
        Tpm2Commands commands = Tpm2Commands.atAddress(tpm.tcti(), scratch);
        try (Tpm2Commands.Scratch files = commands.scratch()) {
            commands.run(files, "tpm2_clear", "-Q", "-c", "p");
        }

        assertThrows(ProtectorException.Refused.class, () -> protector.unprotect(blob));
    }

    @Test
    void aTpmThatIsOffIsAskedAgainLater() throws Exception {
        byte[] blob = protector.protect(KEY);
        tpm.close();

        assertThrows(ProtectorException.Unavailable.class, () -> protector.unprotect(blob));
        assertThrows(ProtectorException.Unavailable.class, () -> protector.protect(KEY));
        try (Stream<Path> left = Files.list(scratch)) {
            assertEquals(0, left.count());
        }
    }

    @Test
    void aChangedBlobIsRefused() throws Exception {
        byte[] blob = protector.protect(KEY);
        blob[blob.length - 20] ^= 1;

        assertThrows(ProtectorException.Refused.class, () -> protector.unprotect(blob));
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "\0", "\0\0", "\0\5abc", "\0\1a\0\1bc", "\177\177abc"})
    void bytesThatAreNoBlobAreRefusedWithoutTheTpm(String bytes) throws Exception {
        tpm.close();

        assertThrows(
                ProtectorException.Refused.class,
                () -> protector.unprotect(bytes.getBytes(StandardCharsets.ISO_8859_1)));
    }

    private Tpm2Protector protector(Swtpm at) {
        return new Tpm2Protector(Tpm2Commands.atAddress(at.tcti(), scratch));
    }
}
