package org.benchconnect.crypto;

import java.security.AlgorithmConstraints;
import java.security.AlgorithmParameters;
import java.security.CryptoPrimitive;
import java.security.Key;
import java.util.Locale;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** No SHA-1 and no MD5 in the signatures of the handshake itself; TLS 1.2 still allows them. Adds to the JDK's own rules. */
final class NoBrokenDigests implements AlgorithmConstraints {
    @Override
    public boolean permits(
            Set<CryptoPrimitive> primitives, String algorithm, @Nullable AlgorithmParameters parameters) {
        String name = algorithm.toUpperCase(Locale.ROOT).replace("-", "");
        return !primitives.contains(CryptoPrimitive.SIGNATURE) || !(name.contains("SHA1") || name.contains("MD5"));
    }

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
