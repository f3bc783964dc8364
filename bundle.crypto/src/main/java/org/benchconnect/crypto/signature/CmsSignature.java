package org.benchconnect.crypto.signature;

import java.security.GeneralSecurityException;
import java.security.PublicKey;
import java.security.Signature;
import java.security.SignatureException;
import java.security.cert.X509Certificate;
import java.security.interfaces.RSAPublicKey;
import java.security.spec.MGF1ParameterSpec;
import java.security.spec.PSSParameterSpec;
import org.bouncycastle.asn1.pkcs.RSASSAPSSparams;
import org.bouncycastle.asn1.x509.AlgorithmIdentifier;
import org.jspecify.annotations.Nullable;

/**
 * One signature algorithm with its parameters: RSASSA-PKCS1-v1_5 and RSASSA-PSS by the JDK, ECDSA by Bouncy Castle.
 *
 * @param digest that is signed
 * @param algorithm as in the signer's information
 */
record CmsSignature(Digest digest, AlgorithmIdentifier algorithm) {
    /** RFC 3370, section 3.2: the digest is the signer's. */
    private static final String RSA = "1.2.840.113549.1.1.1";

    private static final String PSS = "1.2.840.113549.1.1.10";
    private static final String MGF1 = "1.2.840.113549.1.1.8";

    /** Refuses a wrong signature over the message. */
    void verify(X509Certificate by, byte[] message, byte[] signature) throws CodeSignatureException {
        if (!isRight(by.getPublicKey(), message, signature)) {
            throw new BrokenSignatureException("a signature by the certificate's key", "another");
        }
    }

    private boolean isRight(PublicKey key, byte[] message, byte[] signature) throws CodeSignatureException {
        String oid = algorithm.getAlgorithm().getId();
        if (oid.equals(digest.withEcdsa())) {
            return KeyRules.ecdsa(key).verifies(digest.of(message), signature);
        }
        if (!(key instanceof RSAPublicKey rsa)) {
            throw new WeakSignatureException("an algorithm of the key and " + digest.javaName(), ObjectName.of(oid));
        }
        if (oid.equals(RSA) || oid.equals(digest.withRsa())) {
            return byRsa(rsa, digest.javaName().replace("-", "") + "withRSA", null, message, signature);
        }
        if (oid.equals(PSS)) {
            return byRsa(rsa, "RSASSA-PSS", pssParameters(), message, signature);
        }
        throw new WeakSignatureException("an algorithm of the key and " + digest.javaName(), ObjectName.of(oid));
    }

    /** RFC 4056, section 3: the same digest everywhere, and a salt of its length. */
    private PSSParameterSpec pssParameters() throws CodeSignatureException {
        RSASSAPSSparams parameters = RSASSAPSSparams.getInstance(algorithm.getParameters());
        AlgorithmIdentifier mask = parameters.getMaskGenAlgorithm();
        boolean same = Digest.of(parameters.getHashAlgorithm().getAlgorithm()) == digest
                && mask.getAlgorithm().getId().equals(MGF1)
                && Digest.of(AlgorithmIdentifier.getInstance(mask.getParameters())
                                .getAlgorithm())
                        == digest
                && parameters.getSaltLength().intValueExact() == digest.length()
                && parameters.getTrailerField().intValueExact() == PSSParameterSpec.TRAILER_FIELD_BC;
        if (!same) {
            throw new WeakSignatureException(
                    "RSASSA-PSS with " + digest.javaName() + " throughout", "other parameters");
        }
        return new PSSParameterSpec(
                digest.javaName(),
                "MGF1",
                new MGF1ParameterSpec(digest.javaName()),
                digest.length(),
                PSSParameterSpec.TRAILER_FIELD_BC);
    }

    static boolean byRsa(
            RSAPublicKey key,
            String algorithm,
            @Nullable PSSParameterSpec parameters,
            byte[] message,
            byte[] signature) {
        try {
            Signature verifier = Signature.getInstance(algorithm);
            if (parameters != null) {
                verifier.setParameter(parameters);
            }
            verifier.initVerify(key);
            verifier.update(message);
            return verifier.verify(signature);
        } catch (SignatureException e) {
            return false;
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("this Java runtime has no " + algorithm, e);
        }
    }
}
