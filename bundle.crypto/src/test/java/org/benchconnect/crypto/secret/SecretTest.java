package org.benchconnect.crypto.secret;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Test;

class SecretTest {
    @Test
    void itNeverPrintsItself() {
        try (Secret secret = Secret.ofChars("correct horse".toCharArray())) {
            assertEquals("secret", secret.toString());
            assertEquals("secret", "" + secret);
        }
    }

    @Test
    void itComesOutOnlyThroughTheOneCallAndAsACopy() {
        byte[] given = {1, 2, 3};
        try (Secret secret = Secret.copyOf(given)) {
            given[0] = 9;
            secret.exposeBytes()[1] = 9;

            assertArrayEquals(new byte[] {1, 2, 3}, secret.exposeBytes());
        }
    }

    @Test
    void charactersAreUtf8() {
        try (Secret secret = Secret.ofChars("Prüf€😀".toCharArray())) {
            assertArrayEquals("Prüf€😀".getBytes(StandardCharsets.UTF_8), secret.exposeBytes());
            assertArrayEquals("Prüf€😀".toCharArray(), secret.exposeChars());
        }
    }

    @Test
    void onceClosedItGivesNothing() {
        Secret secret = Secret.copyOf(new byte[] {1});

        secret.close();
        secret.close();

        assertThrows(IllegalStateException.class, secret::exposeBytes);
        assertThrows(IllegalStateException.class, secret::exposeChars);
        assertEquals("secret", secret.toString());
    }

    @Test
    void equalBytesAreEqualAndHashCodesTellNothing() {
        Secret one = Secret.copyOf(new byte[] {1, 2});
        Secret same = Secret.copyOf(new byte[] {1, 2});
        Secret other = Secret.copyOf(new byte[] {1, 3});

        assertEquals(one, same);
        assertNotEquals(one, other);
        assertEquals(one.hashCode(), other.hashCode());
    }

    @Test
    void aDocumentIsNoSecret() {
        byte[] tooLong = new byte[Secret.MAX_LENGTH + 1];

        assertThrows(IllegalArgumentException.class, () -> Secret.copyOf(tooLong));
    }
}
