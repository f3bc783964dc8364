package org.benchconnect.crypto.authority;

import java.nio.charset.StandardCharsets;
import java.security.PrivateKey;
import java.security.cert.CertificateEncodingException;
import java.security.cert.X509Certificate;
import java.util.Base64;
import java.util.List;

/** A key and what was certified of it. The key comes out only as a file of its own. */
public final class KeyAndChain {
    private final PrivateKey key;
    private final List<X509Certificate> chain;

    KeyAndChain(PrivateKey key, List<X509Certificate> chain) {
        this.key = key;
        this.chain = List.copyOf(chain);
    }

    /** Its own certificate first. */
    public List<X509Certificate> chain() {
        return chain;
    }

    /** The certificates as PEM. */
    public byte[] chainPem() {
        StringBuilder text = new StringBuilder();
        for (X509Certificate one : chain) {
            try {
                text.append(pem("CERTIFICATE", one.getEncoded()));
            } catch (CertificateEncodingException e) {
                throw new IllegalStateException("a certificate that was just made", e);
            }
        }
        return text.toString().getBytes(StandardCharsets.US_ASCII);
    }

    /** The secret: the key as PKCS#8 in PEM, not encrypted. For a file that its owner alone can read. */
    public byte[] secretKeyPem() {
        return pem("PRIVATE KEY", key.getEncoded()).getBytes(StandardCharsets.US_ASCII);
    }

    PrivateKey key() {
        return key;
    }

    private static String pem(String what, byte[] der) {
        return "-----BEGIN " + what + "-----\n"
                + Base64.getMimeEncoder(64, new byte[] {'\n'}).encodeToString(der)
                + "\n-----END " + what + "-----\n";
    }

    @Override
    public String toString() {
        return "a key and its certificate";
    }
}
