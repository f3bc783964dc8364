package org.benchconnect.crypto.signature;

import java.security.GeneralSecurityException;
import java.security.KeyStore;
import java.security.PrivateKey;
import java.security.Provider;
import java.security.cert.Certificate;
import java.security.cert.X509Certificate;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A private key with its certificates.
 *
 * @param key usable with the token only, if there is one
 * @param chain its own certificate first; at least one
 * @param token that computes, or null for the JDK
 */
record KeyEntry(PrivateKey key, List<X509Certificate> chain, @Nullable Provider token) {
    KeyEntry {
        chain = List.copyOf(chain);
    }

    /**
     * The entry of that alias.
     *
     * @throws KeyUnavailableException if there is none
     */
    static KeyEntry of(KeyStore store, String alias, char @Nullable [] password, @Nullable Provider token)
            throws GeneralSecurityException, KeyUnavailableException {
        Certificate[] certificates = store.getCertificateChain(alias);
        if (certificates == null
                || certificates.length == 0
                || !(store.getKey(alias, password) instanceof PrivateKey key)) {
            throw new KeyUnavailableException("no private key with a certificate is called " + alias);
        }
        List<X509Certificate> chain = new ArrayList<>();
        for (Certificate certificate : certificates) {
            chain.add((X509Certificate) certificate);
        }
        return new KeyEntry(key, chain, token);
    }

    /** Nothing of the key. */
    @Override
    public String toString() {
        return "key entry";
    }
}
