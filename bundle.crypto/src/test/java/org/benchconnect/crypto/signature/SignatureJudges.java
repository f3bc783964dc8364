package org.benchconnect.crypto.signature;

import java.math.BigInteger;
import java.security.GeneralSecurityException;
import java.security.KeyFactory;
import java.security.interfaces.RSAPublicKey;
import java.security.spec.MGF1ParameterSpec;
import java.security.spec.PSSParameterSpec;
import java.security.spec.X509EncodedKeySpec;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.benchconnect.crypto.wycheproof.Answer;
import org.benchconnect.crypto.wycheproof.Vector;

/** Signatures through the classes that verify release metadata and code signatures. */
public final class SignatureJudges {
    private static final Map<String, EcCurve> CURVES =
            Map.of("secp256r1", EcCurve.P256, "secp384r1", EcCurve.P384, "secp521r1", EcCurve.P521);

    /** rsaEncryption, 1.2.840.113549.1.1.1, with its parameters NULL, as DER. */
    private static final String RSA_ENCRYPTION = "06092a864886f70d0101010500";

    private SignatureJudges() {}

    /** P-256 with SHA-256 as in metadata; the other pairs as in code signatures. */
    public static Answer ecdsa(Vector vector) {
        EcCurve curve = CURVES.get(vector.parameter("publicKey", "curve"));
        Optional<Digest> digest = digest(vector.parameter("sha"));
        if (curve == null || digest.isEmpty()) {
            return Answer.NOT_SUPPORTED;
        }
        if (curve == EcCurve.P256 && digest.get() == Digest.SHA256) {
            return byKey(Scheme.ECDSA_SHA2_NISTP256, vector.bytesOfGroup("publicKeyDer"), vector);
        }
        try {
            byte[] point = HexFormat.of().parseHex(vector.parameter("publicKey", "uncompressed"));
            return answer(
                    EcdsaKey.of(curve, point).verifies(digest.get().of(vector.bytes("msg")), vector.bytes("sig")));
        } catch (KeyRefusedException e) {
            return Answer.REFUSED;
        }
    }

    /** As in metadata. */
    public static Answer ed25519(Vector vector) {
        return vector.parameter("publicKey", "curve").equals("edwards25519")
                ? byKey(Scheme.ED25519, HexFormat.of().parseHex(vector.parameter("publicKey", "pk")), vector)
                : Answer.NOT_SUPPORTED;
    }

    /** SHA-256 as in metadata; longer digests as in code signatures; always with the digest's length of salt. */
    public static Answer rsaPss(Vector vector) throws GeneralSecurityException {
        Optional<Digest> digest = digest(vector.parameter("sha"));
        boolean ours = digest.isPresent()
                && vector.parameter("mgf").equals("MGF1")
                && vector.parameter("mgfSha").equals(vector.parameter("sha"))
                && vector.number("sLen") == digest.get().length()
                && isOurKey(vector);
        if (!ours) {
            return Answer.NOT_SUPPORTED;
        }
        if (digest.get() == Digest.SHA256) {
            return byKey(Scheme.RSASSA_PSS_SHA256, vector.bytesOfGroup("publicKeyDer"), vector);
        }
        String name = digest.get().javaName();
        PSSParameterSpec parameters = new PSSParameterSpec(
                name, "MGF1", new MGF1ParameterSpec(name), digest.get().length(), PSSParameterSpec.TRAILER_FIELD_BC);
        return byRsa("RSASSA-PSS", parameters, vector);
    }

    /** As in code signatures. */
    public static Answer rsaPkcs1(Vector vector) throws GeneralSecurityException {
        Optional<Digest> digest = digest(vector.parameter("sha"));
        return digest.isPresent() && isOurKey(vector)
                ? byRsa(digest.get().javaName().replace("-", "") + "withRSA", null, vector)
                : Answer.NOT_SUPPORTED;
    }

    private static Answer byRsa(String algorithm, PSSParameterSpec parameters, Vector vector)
            throws GeneralSecurityException {
        RSAPublicKey key = (RSAPublicKey) KeyFactory.getInstance("RSA")
                .generatePublic(new X509EncodedKeySpec(vector.bytesOfGroup("publicKeyDer")));
        return answer(CmsSignature.byRsa(key, algorithm, parameters, vector.bytes("msg"), vector.bytes("sig")));
    }

    /**
     * What {@link RsaPssMaterial} takes, said here once more by the numbers and the kind of key that the group announces: a key that
     * is bound to parameters of RSASSA-PSS is one of another kind.
     */
    private static boolean isOurKey(Vector vector) {
        if (!vector.parameter("publicKeyDer").toLowerCase(Locale.ROOT).contains(RSA_ENCRYPTION)) {
            return false;
        }
        String modulus = vector.parameter("publicKey", "modulus");
        String exponent = vector.parameter("publicKey", "publicExponent");
        if (modulus.isEmpty() || exponent.isEmpty()) {
            return false;
        }
        int bits = new BigInteger(modulus, 16).bitLength();
        BigInteger e = new BigInteger(exponent, 16);
        return bits >= 2048 && bits <= 8192 && e.bitLength() >= 17 && e.bitLength() <= 64;
    }

    private static Answer byKey(Scheme scheme, byte[] encoded, Vector vector) {
        try {
            return answer(VerificationKey.of(scheme, encoded).verifies(vector.bytes("msg"), vector.bytes("sig")));
        } catch (KeyRefusedException e) {
            return Answer.REFUSED;
        }
    }

    private static Answer answer(boolean verifies) {
        return verifies ? Answer.ACCEPTED : Answer.REFUSED;
    }

    private static Optional<Digest> digest(String name) {
        return Arrays.stream(Digest.values())
                .filter(digest -> digest.javaName().equals(name))
                .findFirst();
    }
}
