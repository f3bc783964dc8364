package org.benchconnect.crypto.device;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.util.HexFormat;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class SessionKeyFileTest {
    @TempDir
    private Path home;

    @Test
    void theDigestIsThatOfTheKeyThatWasWrittenLast() throws Exception {
        byte[] key = new byte[550];
        key[7] = 1;
        SessionKeyFile.write(home, new byte[550]);
        SessionKeyFile.write(home, key);

        String expected =
                HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(key));
        assertEquals(Optional.of(expected), SessionKeyFile.digest(home));
    }

    @Test
    void whereNoAgentRanThereIsNone() throws Exception {
        assertEquals(Optional.empty(), SessionKeyFile.digest(home));
    }

    @Test
    void whatIsNoKeyIsSaidToBeNone() throws Exception {
        Files.createDirectory(home.resolve("run"));
        Files.writeString(home.resolve("run/session-key.pem"), "hello");

        assertThrows(IOException.class, () -> SessionKeyFile.digest(home));
    }
}
