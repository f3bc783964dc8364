package org.benchconnect.crypto.device;

import java.security.GeneralSecurityException;
import java.security.KeyPairGenerator;
import java.security.SecureRandom;
import java.security.spec.RSAKeyGenParameterSpec;
import java.util.Arrays;
import org.benchconnect.crypto.secret.SealingKey;
import org.benchconnect.crypto.secret.Secret;

/** Makes keys from the operating system's random numbers. */
final class FreshKeys {
    private static final SecureRandom RANDOM = new SecureRandom();

    private FreshKeys() {}

    /** AES-256. */
    static Secret device() {
        return random(SealingKey.LENGTH);
    }

    /** The seed of an Ed25519 key: any 32 bytes are one (RFC 8032, section 5.1.5). */
    static Secret signing() {
        return random(32);
    }

    /** RSA-4096, PKCS#8: 0.7 s of a processor at the median, up to 3 s. */
    static Secret rsa() {
        try {
            KeyPairGenerator generator = KeyPairGenerator.getInstance("RSA");
            generator.initialize(new RSAKeyGenParameterSpec(OpenedKeys.RSA_BITS, RSAKeyGenParameterSpec.F4), RANDOM);
            byte[] encoded = generator.generateKeyPair().getPrivate().getEncoded();
            Secret secret = Secret.copyOf(encoded);
            Arrays.fill(encoded, (byte) 0);
            return secret;
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("every Java platform has RSA", e);
        }
    }

    private static Secret random(int length) {
        byte[] bytes = new byte[length];
        RANDOM.nextBytes(bytes);
        Secret secret = Secret.copyOf(bytes);
        Arrays.fill(bytes, (byte) 0);
        return secret;
    }
}
