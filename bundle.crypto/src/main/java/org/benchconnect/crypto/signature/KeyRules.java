package org.benchconnect.crypto.signature;

import java.security.PublicKey;
import java.security.interfaces.RSAPublicKey;
import java.util.Arrays;
import org.bouncycastle.asn1.ASN1ObjectIdentifier;
import org.bouncycastle.asn1.x509.SubjectPublicKeyInfo;

/** Which keys of certificates are strong enough. */
final class KeyRules {
    /** What public authorities ask of code signers since 2021. */
    static final int SIGNER_RSA_BITS = 3072;
    /** For authorities and time stamps, of which many still have it. */
    static final int AUTHORITY_RSA_BITS = 2048;

    private static final String EC = "1.2.840.10045.2.1";

    private KeyRules() {}

    /** RSA of so many bits, or EC over P-256, P-384 or P-521. */
    static void check(PublicKey key, int rsaBits) throws WeakSignatureException {
        if (!(key instanceof RSAPublicKey rsa)) {
            ecdsa(key);
            return;
        }
        int bits = rsa.getModulus().bitLength();
        if (bits < rsaBits) {
            throw new WeakSignatureException("RSA of " + rsaBits + " bits or more", bits + " bits");
        }
        try {
            RsaPssMaterial.check(rsa);
        } catch (KeyRefusedException e) {
            throw new WeakSignatureException(e.expected(), e.found(), e);
        }
    }

    /** The key of a certificate for ECDSA. */
    static EcdsaKey ecdsa(PublicKey key) throws WeakSignatureException {
        SubjectPublicKeyInfo info = SubjectPublicKeyInfo.getInstance(key.getEncoded());
        if (!info.getAlgorithm().getAlgorithm().getId().equals(EC)
                || !(info.getAlgorithm().getParameters() instanceof ASN1ObjectIdentifier curve)) {
            throw new WeakSignatureException("RSA, or EC over a named curve", key.getAlgorithm());
        }
        EcCurve named = Arrays.stream(EcCurve.values())
                .filter(known -> known.oid().equals(curve.getId()))
                .findFirst()
                .orElseThrow(() -> new WeakSignatureException(
                        "P-256, P-384 or P-521", "the curve " + ObjectName.of(curve.getId())));
        try {
            return EcdsaKey.of(named, info.getPublicKeyData().getOctets());
        } catch (KeyRefusedException e) {
            throw new WeakSignatureException(e.expected(), e.found(), e);
        }
    }
}
