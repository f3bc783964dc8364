package org.benchconnect.crypto;

import java.security.AlgorithmConstraints;
import java.security.AlgorithmParameters;
import java.security.CryptoPrimitive;
import java.security.Key;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * What the handshake itself may use, in addition to the JDK's own rules: no SHA-1, SHA-224, MD5 or DSA in signatures, which TLS
 * 1.2 still allows, and of the key agreements only X25519, X448 and the curves of NIST from 256 bits. Safe for any thread.
 */
final class AllowedAlgorithms implements AlgorithmConstraints {
    private static final Pattern WEAK_SIGNATURE = Pattern.compile(".*(SHA1|SHA224|MD5).*|(.*WITH)?DSA");
    /** Finite fields (RFC 7919) and curves that nobody needs: the JDK asks for each by its name. */
    private static final Pattern OTHER_GROUP =
            Pattern.compile("FFDHE\\d+|SECT\\d+\\w\\d|SECP(160|192|224)\\w\\d|SECP256K1|BRAINPOOL.*");

    @Override
    public boolean permits(
            Set<CryptoPrimitive> primitives, String algorithm, @Nullable AlgorithmParameters parameters) {
        String name = algorithm.toUpperCase(Locale.ROOT).replace("-", "");
        if (primitives.contains(CryptoPrimitive.SIGNATURE)
                && WEAK_SIGNATURE.matcher(name).matches()) {
            return false;
        }
        return !primitives.contains(CryptoPrimitive.KEY_AGREEMENT)
                || !OTHER_GROUP.matcher(name).matches();
    }

    /** Keys are the matter of {@link CertificateRules}, which names the flaw. */
    @Override
    public boolean permits(Set<CryptoPrimitive> primitives, Key key) {
        return true;
    }

    @Override
    public boolean permits(
            Set<CryptoPrimitive> primitives, String algorithm, Key key, @Nullable AlgorithmParameters parameters) {
        return permits(primitives, algorithm, parameters);
    }
}
