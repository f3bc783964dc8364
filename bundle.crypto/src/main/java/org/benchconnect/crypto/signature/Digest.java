package org.benchconnect.crypto.signature;

import java.util.Arrays;
import org.bouncycastle.asn1.ASN1ObjectIdentifier;

/** The digests that count in a code signature, FIPS 180-4. SHA-1 and MD5 are not among them. */
enum Digest {
    SHA256("SHA-256", 32, "2.16.840.1.101.3.4.2.1", "1.2.840.113549.1.1.11", "1.2.840.10045.4.3.2"),
    SHA384("SHA-384", 48, "2.16.840.1.101.3.4.2.2", "1.2.840.113549.1.1.12", "1.2.840.10045.4.3.3"),
    SHA512("SHA-512", 64, "2.16.840.1.101.3.4.2.3", "1.2.840.113549.1.1.13", "1.2.840.10045.4.3.4");

    private final String javaName;
    private final int length;
    private final String oid;
    private final String withRsa;
    private final String withEcdsa;

    Digest(String javaName, int length, String oid, String withRsa, String withEcdsa) {
        this.javaName = javaName;
        this.length = length;
        this.oid = oid;
        this.withRsa = withRsa;
        this.withEcdsa = withEcdsa;
    }

    /** The digest of that identifier. */
    static Digest of(ASN1ObjectIdentifier oid) throws WeakSignatureException {
        return Arrays.stream(values())
                .filter(digest -> digest.oid.equals(oid.getId()))
                .findFirst()
                .orElseThrow(
                        () -> new WeakSignatureException("SHA-256, SHA-384 or SHA-512", ObjectName.of(oid.getId())));
    }

    /** Whether a certificate signed with that algorithm counts; RSASSA-PSS has its digest elsewhere. */
    static boolean signs(String algorithm) {
        return Arrays.stream(values())
                .anyMatch(digest -> digest.withRsa.equals(algorithm) || digest.withEcdsa.equals(algorithm));
    }

    byte[] of(byte[] message) {
        return Bytes.digest(javaName, message);
    }

    /** Its name in the JDK. */
    String javaName() {
        return javaName;
    }

    /** In bytes. */
    int length() {
        return length;
    }

    /** RFC 4055, section 5. */
    String withRsa() {
        return withRsa;
    }

    /** RFC 5758, section 3.2. */
    String withEcdsa() {
        return withEcdsa;
    }
}
