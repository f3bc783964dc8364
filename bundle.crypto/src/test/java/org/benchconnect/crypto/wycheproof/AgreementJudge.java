package org.benchconnect.crypto.wycheproof;

import java.math.BigInteger;
import java.security.AlgorithmParameters;
import java.security.GeneralSecurityException;
import java.security.KeyFactory;
import java.security.PrivateKey;
import java.security.PublicKey;
import java.security.spec.ECGenParameterSpec;
import java.security.spec.ECParameterSpec;
import java.security.spec.ECPrivateKeySpec;
import java.security.spec.X509EncodedKeySpec;
import javax.crypto.KeyAgreement;
import org.benchconnect.crypto.signature.KeyRefusedException;
import org.benchconnect.crypto.signature.Scheme;
import org.benchconnect.crypto.signature.VerificationKey;

/** ECDH over P-256 by the JDK, with the public key checked as every other by the product: an uncompressed point of the curve. */
final class AgreementJudge {
    private AgreementJudge() {}

    static Answer ecdh(Vector vector) throws GeneralSecurityException {
        String encoding = vector.parameter("encoding");
        if (!vector.parameter("curve").equals("secp256r1") || !(encoding.equals("asn") || encoding.equals("ecpoint"))) {
            return Answer.NOT_SUPPORTED;
        }
        byte[] given = vector.bytes("public");
        byte[] checked;
        try {
            checked = (encoding.equals("asn")
                            ? VerificationKey.of(Scheme.ECDSA_SHA2_NISTP256, given)
                            : VerificationKey.ofEcPoint(given))
                    .encoded();
        } catch (KeyRefusedException e) {
            return Answer.REFUSED;
        }
        PublicKey other = KeyFactory.getInstance("EC").generatePublic(new X509EncodedKeySpec(checked));
        KeyAgreement agreement = KeyAgreement.getInstance("ECDH");
        agreement.init(privateKey(new BigInteger(1, vector.bytes("private"))));
        agreement.doPhase(other, true);
        return Answer.of(vector.bytes("shared"), agreement.generateSecret());
    }

    private static PrivateKey privateKey(BigInteger scalar) throws GeneralSecurityException {
        AlgorithmParameters curve = AlgorithmParameters.getInstance("EC");
        curve.init(new ECGenParameterSpec("secp256r1"));
        return KeyFactory.getInstance("EC")
                .generatePrivate(new ECPrivateKeySpec(scalar, curve.getParameterSpec(ECParameterSpec.class)));
    }
}
