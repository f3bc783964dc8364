package org.benchconnect.crypto.signature;

import java.security.cert.X509Certificate;
import org.bouncycastle.asn1.pkcs.RSASSAPSSparams;

/** With what the certificates of a path are signed: SHA-256 or better, where the JDK would take SHA-1. */
final class SignatureStrength {
    private static final String PSS = "1.2.840.113549.1.1.10";

    private SignatureStrength() {}

    static void check(X509Certificate certificate) throws WeakSignatureException {
        String algorithm = certificate.getSigAlgOID();
        byte[] parameters = certificate.getSigAlgParams();
        if (algorithm.equals(PSS) && parameters != null) {
            // SHA-1 is the default of its parameters.
            Digest.of(RSASSAPSSparams.getInstance(parameters).getHashAlgorithm().getAlgorithm());
        } else if (!Digest.signs(algorithm)) {
            throw new WeakSignatureException("certificates signed with SHA-256 or better", certificate.getSigAlgName());
        }
    }
}
