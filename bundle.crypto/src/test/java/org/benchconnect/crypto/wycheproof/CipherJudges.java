package org.benchconnect.crypto.wycheproof;

import java.math.BigInteger;
import java.security.GeneralSecurityException;
import java.security.Key;
import java.security.KeyFactory;
import java.security.interfaces.RSAPrivateKey;
import java.security.spec.MGF1ParameterSpec;
import java.security.spec.PKCS8EncodedKeySpec;
import java.util.Arrays;
import java.util.HexFormat;
import javax.crypto.Cipher;
import javax.crypto.spec.GCMParameterSpec;
import javax.crypto.spec.OAEPParameterSpec;
import javax.crypto.spec.PSource.PSpecified;
import javax.crypto.spec.SecretKeySpec;

/** Ciphers by the JDK, as the product calls them. */
final class CipherJudges {
    /** The only length of tag that the product takes, in bits. */
    private static final int TAG = 128;

    private static final int MIN_RSA_BITS = 2048;

    private CipherJudges() {}

    static Answer aesGcm(Vector vector) throws GeneralSecurityException {
        if (vector.number("tagSize") != TAG) {
            return Answer.NOT_SUPPORTED;
        }
        byte[] sealed = concat(vector.bytes("ct"), vector.bytes("tag"));
        byte[] opened = gcm(Cipher.DECRYPT_MODE, vector, sealed);
        Answer answer = Answer.of(vector.bytes("msg"), opened);
        return answer == Answer.ACCEPTED ? Answer.of(sealed, gcm(Cipher.ENCRYPT_MODE, vector, opened)) : answer;
    }

    private static byte[] gcm(int mode, Vector vector, byte[] input) throws GeneralSecurityException {
        Cipher cipher = Cipher.getInstance("AES/GCM/NoPadding");
        cipher.init(mode, new SecretKeySpec(vector.bytes("key"), "AES"), new GCMParameterSpec(TAG, vector.bytes("iv")));
        cipher.updateAAD(vector.bytes("aad"));
        return cipher.doFinal(input);
    }

    static Answer aesWrap(Vector vector) throws GeneralSecurityException {
        SecretKeySpec wrapping = new SecretKeySpec(vector.bytes("key"), "AES");
        Cipher cipher = Cipher.getInstance("AESWrap");
        cipher.init(Cipher.UNWRAP_MODE, wrapping);
        Key unwrapped = cipher.unwrap(vector.bytes("ct"), "AES", Cipher.SECRET_KEY);
        Answer answer = Answer.of(vector.bytes("msg"), unwrapped.getEncoded());
        if (answer != Answer.ACCEPTED) {
            return answer;
        }
        cipher.init(Cipher.WRAP_MODE, wrapping);
        return Answer.of(vector.bytes("ct"), cipher.wrap(unwrapped));
    }

    static Answer oaep(Vector vector) throws GeneralSecurityException {
        boolean ours = vector.parameter("sha").equals("SHA-256")
                && vector.parameter("mgfSha").equals("SHA-256")
                && !vector.parameter("privateKey", "modulus").isEmpty()
                && new BigInteger(1, hex(vector, "modulus")).bitLength() >= MIN_RSA_BITS
                // The product makes its keys of two primes.
                && !vector.group().getAsJsonObject("privateKey").has("otherPrimeInfos");
        if (!ours) {
            return Answer.NOT_SUPPORTED;
        }
        RSAPrivateKey key = (RSAPrivateKey) KeyFactory.getInstance("RSA")
                .generatePrivate(new PKCS8EncodedKeySpec(vector.bytesOfGroup("privateKeyPkcs8")));
        Cipher cipher = Cipher.getInstance("RSA/ECB/OAEPPadding");
        cipher.init(
                Cipher.DECRYPT_MODE,
                key,
                new OAEPParameterSpec(
                        "SHA-256", "MGF1", MGF1ParameterSpec.SHA256, new PSpecified(vector.bytes("label"))));
        return Answer.of(vector.bytes("msg"), cipher.doFinal(vector.bytes("ct")));
    }

    private static byte[] hex(Vector vector, String name) {
        return HexFormat.of().parseHex(vector.parameter("privateKey", name));
    }

    private static byte[] concat(byte[] first, byte[] second) {
        byte[] both = Arrays.copyOf(first, first.length + second.length);
        System.arraycopy(second, 0, both, first.length, second.length);
        return both;
    }
}
