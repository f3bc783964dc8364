package org.benchconnect.crypto.wycheproof;

import java.util.Map;
import org.benchconnect.crypto.signature.SignatureJudges;

/** Which judge a group of vectors has, by the algorithm of its file and its own type. */
public final class Judges {
    private static final Judge UNKNOWN = vector -> Answer.NOT_SUPPORTED;

    private static final Map<String, Judge> KNOWN = Map.ofEntries(
            Map.entry("ECDSA/EcdsaVerify", SignatureJudges::ecdsa),
            Map.entry("EDDSA/EddsaVerify", SignatureJudges::ed25519),
            Map.entry("RSASSA-PSS/RsassaPssVerify", SignatureJudges::rsaPss),
            Map.entry("RSASSA-PKCS1-v1_5/RsassaPkcs1Verify", SignatureJudges::rsaPkcs1),
            Map.entry("ECDH/EcdhTest", AgreementJudge::ecdh),
            Map.entry("ECDH/EcdhEcpointTest", AgreementJudge::ecdh),
            Map.entry("AES-GCM/AeadTest", CipherJudges::aesGcm),
            Map.entry("AES-WRAP/KeywrapTest", CipherJudges::aesWrap),
            Map.entry("RSAES-OAEP/RsaesOaepDecrypt", CipherJudges::oaep),
            Map.entry("HKDF-SHA-256/HkdfTest", DerivationJudges::hkdf),
            Map.entry("HMACSHA256/MacTest", DerivationJudges::hmac),
            Map.entry("PBKDF2-HMACSHA256/PbkdfTest", DerivationJudges::pbkdf2));

    private Judges() {}

    /** The judge; one that supports nothing for whatever the product does not use. */
    public static Judge of(String algorithm, String type) {
        return KNOWN.getOrDefault(algorithm + '/' + type, UNKNOWN);
    }
}
