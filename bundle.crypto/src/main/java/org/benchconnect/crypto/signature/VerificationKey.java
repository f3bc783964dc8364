package org.benchconnect.crypto.signature;

import java.util.Arrays;
import java.util.Base64;

/**
 * A public key that was checked when it was made: to hold one is the proof that it is well formed and strong. Says whether a
 * signature is right, not whose it is and not whether it is trusted. A value: two are equal if scheme and key are. Immutable, for
 * any thread.
 */
public final class VerificationKey {
    private final Scheme scheme;
    private final byte[] encoded;
    private final KeyMaterial material;

    private VerificationKey(Scheme scheme, byte[] encoded, KeyMaterial material) {
        this.scheme = scheme;
        this.encoded = encoded;
        this.material = material;
    }

    /**
     * Checks a key.
     *
     * @param encoded 32 bytes for Ed25519 (RFC 8032, 5.1.5), else X.509 SubjectPublicKeyInfo in DER, without a byte more; RSA as
     *     rsaEncryption with 2048 to 8192 bits, EC as an uncompressed point of the named curve P-256
     * @throws KeyRefusedException if it is anything else, or a point that is not on its curve or of low order
     */
    public static VerificationKey of(Scheme scheme, byte[] encoded) throws KeyRefusedException {
        byte[] copy = encoded.clone();
        KeyMaterial material =
                switch (scheme) {
                    case ED25519 -> Ed25519Material.of(copy);
                    case ECDSA_SHA2_NISTP256 -> EcMaterial.ofInfo(copy);
                    case RSASSA_PSS_SHA256 -> RsaPssMaterial.of(copy);
                };
        return new VerificationKey(scheme, copy, material);
    }

    /**
     * The same from text with one block of type PUBLIC KEY (RFC 7468, section 13), for Ed25519 too (RFC 8410).
     *
     * @param pem at most 4096 characters
     * @throws KeyRefusedException as in {@link #of}, or if the text is anything but one such block
     */
    public static VerificationKey ofPem(Scheme scheme, String pem) throws KeyRefusedException {
        byte[] info = PublicKeyPem.decode(pem);
        return of(scheme, scheme == Scheme.ED25519 ? Ed25519Material.ofInfo(info) : info);
    }

    /**
     * A P-256 key as older metadata has it.
     *
     * @param point 0x04 and the two coordinates, 65 bytes (SEC 1, 2.3.3); equal to the same key from SubjectPublicKeyInfo
     * @throws KeyRefusedException if it is not a point of the curve
     */
    public static VerificationKey ofEcPoint(byte[] point) throws KeyRefusedException {
        return of(Scheme.ECDSA_SHA2_NISTP256, EcMaterial.info(point));
    }

    /**
     * Whether that is this key's signature over that message. Never throws: a malformed signature is a wrong one.
     *
     * @param signature exactly 64 bytes for Ed25519, as long as the modulus for RSA, strict DER for ECDSA
     */
    public boolean verifies(byte[] message, byte[] signature) {
        return signature.length <= KeyMaterial.MAX_SIGNATURE && material.verifies(message, signature);
    }

    /** How it verifies. */
    public Scheme scheme() {
        return scheme;
    }

    /** A copy of the encoding that {@link #of} takes. */
    public byte[] encoded() {
        return encoded.clone();
    }

    /** The key as text, which {@link #ofPem} takes. Ends with a line feed. */
    public String pem() {
        byte[] info = scheme == Scheme.ED25519 ? Ed25519Material.info(encoded) : encoded;
        return PublicKeyPem.encode(info);
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof VerificationKey key && key.scheme == scheme && Arrays.equals(key.encoded, encoded);
    }

    @Override
    public int hashCode() {
        return 31 * scheme.hashCode() + Arrays.hashCode(encoded);
    }

    @Override
    public String toString() {
        return scheme.tufName() + ' ' + Base64.getEncoder().encodeToString(encoded);
    }
}
