package org.benchconnect.link.certificates;

import java.security.GeneralSecurityException;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.security.Provider;
import java.security.spec.ECGenParameterSpec;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.bouncycastle.jce.provider.BouncyCastleProvider;

/** Key pairs of every kind, also those that the Java runtime does not have; each is made once. */
final class Keys {
    static final Provider PROVIDER = new BouncyCastleProvider();

    private static final Map<String, KeyPair> MADE = new ConcurrentHashMap<>();

    private Keys() {}

    static KeyPair rsa(int bits) {
        return rsa(bits, "");
    }

    /** One that differs from those of other owners. */
    static KeyPair rsa(int bits, String owner) {
        return MADE.computeIfAbsent("RSA " + bits + owner, key -> standard("RSA", bits));
    }

    static KeyPair ec(String curve) {
        return MADE.computeIfAbsent(curve, key -> {
            try {
                KeyPairGenerator generator = KeyPairGenerator.getInstance("EC", PROVIDER);
                generator.initialize(new ECGenParameterSpec(curve));
                return generator.generateKeyPair();
            } catch (GeneralSecurityException e) {
                throw new IllegalStateException(e);
            }
        });
    }

    static KeyPair ed25519() {
        return MADE.computeIfAbsent("Ed25519", key -> standard("Ed25519", 255));
    }

    static KeyPair dsa() {
        return MADE.computeIfAbsent("DSA", key -> standard("DSA", 1024));
    }

    /** By the Java runtime: quicker, and in the older form of PKCS#8, which every TLS library reads. */
    private static KeyPair standard(String algorithm, int bits) {
        try {
            KeyPairGenerator generator = KeyPairGenerator.getInstance(algorithm);
            generator.initialize(bits);
            return generator.generateKeyPair();
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException(e);
        }
    }
}
