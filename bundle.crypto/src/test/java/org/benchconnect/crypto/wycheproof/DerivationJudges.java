package org.benchconnect.crypto.wycheproof;

import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.util.Arrays;
import javax.crypto.Mac;
import javax.crypto.SecretKeyFactory;
import javax.crypto.spec.PBEKeySpec;
import javax.crypto.spec.SecretKeySpec;
import org.benchconnect.crypto.secret.Hkdf;
import org.benchconnect.crypto.secret.Secret;
import org.bouncycastle.crypto.digests.SHA256Digest;
import org.bouncycastle.crypto.generators.PKCS5S2ParametersGenerator;
import org.bouncycastle.crypto.params.KeyParameter;

/** What makes keys of keys and passwords, and message authentication. */
final class DerivationJudges {
    private DerivationJudges() {}

    static Answer hkdf(Vector vector) {
        try (Secret key = Secret.copyOf(vector.bytes("ikm"));
                Secret derived = Hkdf.sha256(key, vector.bytes("salt"), vector.bytes("info"), vector.count("size"))) {
            return Answer.of(vector.bytes("okm"), derived.exposeBytes());
        } catch (IllegalArgumentException e) {
            return Answer.REFUSED;
        }
    }

    static Answer hmac(Vector vector) throws GeneralSecurityException {
        byte[] key = vector.bytes("key");
        Mac mac = Mac.getInstance("HmacSHA256");
        // The JDK has no empty keys; by RFC 2104 a zero is the same.
        mac.init(new SecretKeySpec(key.length == 0 ? new byte[1] : key, "HmacSHA256"));
        byte[] tag = vector.bytes("tag");
        byte[] computed = Arrays.copyOf(mac.doFinal(vector.bytes("msg")), vector.number("tagSize") / 8);
        return MessageDigest.isEqual(tag, computed) ? Answer.ACCEPTED : Answer.REFUSED;
    }

    /** By Bouncy Castle, which writes key files, and by the JDK, which reads them, where the password is text. */
    static Answer pbkdf2(Vector vector) throws GeneralSecurityException {
        byte[] password = vector.bytes("password");
        byte[] expected = vector.bytes("dk");
        int bits = vector.count("dkLen") * 8;
        int rounds = vector.count("iterationCount");
        PKCS5S2ParametersGenerator generator = new PKCS5S2ParametersGenerator(new SHA256Digest());
        generator.init(password, vector.bytes("salt"), rounds);
        KeyParameter derived = (KeyParameter) generator.generateDerivedMacParameters(bits);
        Answer answer = Answer.of(expected, derived.getKey());
        if (answer != Answer.ACCEPTED || password.length == 0 || vector.bytes("salt").length == 0) {
            return answer;
        }
        char[] text;
        try {
            text = StandardCharsets.UTF_8
                    .newDecoder()
                    .decode(ByteBuffer.wrap(password))
                    .toString()
                    .toCharArray();
        } catch (CharacterCodingException e) {
            return answer;
        }
        PBEKeySpec spec = new PBEKeySpec(text, vector.bytes("salt"), rounds, bits);
        return Answer.of(
                expected,
                SecretKeyFactory.getInstance("PBKDF2WithHmacSHA256")
                        .generateSecret(spec)
                        .getEncoded());
    }
}
