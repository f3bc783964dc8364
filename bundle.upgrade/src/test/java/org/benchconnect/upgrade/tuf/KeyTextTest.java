package org.benchconnect.upgrade.tuf;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.security.KeyPairGenerator;
import java.security.PublicKey;
import java.security.spec.ECGenParameterSpec;
import java.util.Base64;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The ways in which metadata writes one and the same elliptic curve key. */
class KeyTextTest {
    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {"''|\\n", "\\n|\\n", "\\r\\n|\\r\\n", "' '|\\n"})
    void pemMayBeginWithSpaceAndEndLinesInAnyWay(String before, String line) throws Exception {
        KeyPairGenerator generator = KeyPairGenerator.getInstance("EC");
        generator.initialize(new ECGenParameterSpec("secp256r1"));
        PublicKey key = generator.generateKeyPair().getPublic();
        String end = line.translateEscapes();
        String pem = before.translateEscapes() + "-----BEGIN PUBLIC KEY-----" + end
                + Base64.getMimeEncoder(64, end.getBytes(java.nio.charset.StandardCharsets.US_ASCII))
                        .encodeToString(key.getEncoded())
                + end + "-----END PUBLIC KEY-----" + end;

        assertEquals(
                true, new KeyText("ecdsa", "ecdsa-sha2-nistp256", pem).key().isPresent());
    }
}
