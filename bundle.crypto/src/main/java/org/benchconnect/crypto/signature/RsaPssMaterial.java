package org.benchconnect.crypto.signature;

import java.math.BigInteger;
import java.security.GeneralSecurityException;
import java.security.KeyFactory;
import java.security.Signature;
import java.security.SignatureException;
import java.security.interfaces.RSAPublicKey;
import java.security.spec.InvalidKeySpecException;
import java.security.spec.MGF1ParameterSpec;
import java.security.spec.PSSParameterSpec;
import java.security.spec.RSAPublicKeySpec;
import java.security.spec.X509EncodedKeySpec;
import java.util.Arrays;

/** RSASSA-PSS by the JDK, with one set of parameters. */
record RsaPssMaterial(RSAPublicKey key) implements KeyMaterial {
    static final PSSParameterSpec PARAMETERS =
            new PSSParameterSpec("SHA-256", "MGF1", MGF1ParameterSpec.SHA256, 32, PSSParameterSpec.TRAILER_FIELD_BC);

    static final int MIN_BITS = 2048;
    /** So that nobody makes us compute for long. */
    static final int MAX_BITS = 8192;

    /** FIPS 186-5, 5.1: odd and more than 2^16. */
    private static final BigInteger MIN_EXPONENT = BigInteger.valueOf(65537);
    /** Real ones have 17; a longer one makes verifying slow. */
    private static final int MAX_EXPONENT_BITS = 64;

    private static final int MAX_INFO = 2048;

    static RsaPssMaterial of(byte[] info) throws KeyRefusedException {
        if (info.length > MAX_INFO) {
            throw new KeyRefusedException("at most " + MAX_INFO + " bytes", info.length + " bytes");
        }
        RSAPublicKey key = read(info);
        check(key);
        return new RsaPssMaterial(key);
    }

    static void check(RSAPublicKey key) throws KeyRefusedException {
        int bits = key.getModulus().bitLength();
        if (bits < MIN_BITS || bits > MAX_BITS || !key.getModulus().testBit(0)) {
            throw new KeyRefusedException(
                    "an odd modulus of " + MIN_BITS + " to " + MAX_BITS + " bits", bits + " bits");
        }
        BigInteger exponent = key.getPublicExponent();
        if (exponent.compareTo(MIN_EXPONENT) < 0 || !exponent.testBit(0) || exponent.bitLength() > MAX_EXPONENT_BITS) {
            throw new KeyRefusedException(
                    "an odd exponent of 65537 or more", "one of " + exponent.bitLength() + " bits");
        }
    }

    /** Compared with its own encoding: parameters, trailing bytes and long lengths have no place in it. */
    private static RSAPublicKey read(byte[] info) throws KeyRefusedException {
        String expected = "SubjectPublicKeyInfo of rsaEncryption";
        try {
            KeyFactory factory = KeyFactory.getInstance("RSA");
            RSAPublicKey read = (RSAPublicKey) factory.generatePublic(new X509EncodedKeySpec(info));
            RSAPublicKey clean = (RSAPublicKey)
                    factory.generatePublic(new RSAPublicKeySpec(read.getModulus(), read.getPublicExponent()));
            if (!Arrays.equals(clean.getEncoded(), info)) {
                throw new KeyRefusedException(expected, "another encoding");
            }
            return clean;
        } catch (InvalidKeySpecException e) {
            throw new KeyRefusedException(expected, "another structure", e);
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("this Java runtime has no RSA", e);
        }
    }

    @Override
    public boolean verifies(byte[] message, byte[] signature) {
        try {
            Signature verifier = Signature.getInstance("RSASSA-PSS");
            verifier.setParameter(PARAMETERS);
            verifier.initVerify(key);
            verifier.update(message);
            return verifier.verify(signature);
        } catch (SignatureException e) {
            return false;
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("this Java runtime has no RSASSA-PSS", e);
        }
    }
}
