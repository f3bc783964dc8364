package org.benchconnect.engine.rfb.channel;

import java.math.BigInteger;
import java.security.GeneralSecurityException;
import java.security.KeyFactory;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.security.PrivateKey;
import java.security.interfaces.ECPublicKey;
import java.security.spec.ECGenParameterSpec;
import java.security.spec.X509EncodedKeySpec;
import java.util.Arrays;
import javax.crypto.KeyAgreement;
import org.benchconnect.crypto.secret.Secret;
import org.benchconnect.crypto.signature.KeyRefusedException;
import org.benchconnect.crypto.signature.VerificationKey;

/** A key of P-256 for one handshake: forward secrecy. */
final class EphemeralKey {
    private static final int COORDINATE = 32;

    private final PrivateKey secret;
    private final byte[] point;

    /** @param point uncompressed, SEC 1 section 2.3.3 */
    EphemeralKey(PrivateKey secret, byte[] point) {
        this.secret = secret;
        this.point = point.clone();
    }

    static EphemeralKey fresh() {
        try {
            KeyPairGenerator generator = KeyPairGenerator.getInstance("EC");
            generator.initialize(new ECGenParameterSpec("secp256r1"));
            KeyPair pair = generator.generateKeyPair();
            return new EphemeralKey(pair.getPrivate(), point((ECPublicKey) pair.getPublic()));
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("every Java has P-256", e);
        }
    }

    private static byte[] point(ECPublicKey key) {
        byte[] point = new byte[Handshake.POINT];
        point[0] = 4;
        put(key.getW().getAffineX(), point, 1);
        put(key.getW().getAffineY(), point, 1 + COORDINATE);
        return point;
    }

    private static void put(BigInteger number, byte[] into, int at) {
        byte[] bytes = number.toByteArray(); // one zero more than 32 bytes, or fewer
        int length = Math.min(bytes.length, COORDINATE);
        System.arraycopy(bytes, bytes.length - length, into, at + COORDINATE - length, length);
    }

    byte[] point() {
        return point.clone();
    }

    /**
     * The x coordinate, 32 bytes (SEC 1, section 3.3.1).
     *
     * @throws MalformedHandshakeException if that is no point of the curve
     */
    Secret agree(byte[] other) throws MalformedHandshakeException {
        try {
            byte[] checked = VerificationKey.ofEcPoint(other).encoded();
            KeyAgreement agreement = KeyAgreement.getInstance("ECDH");
            agreement.init(secret);
            agreement.doPhase(KeyFactory.getInstance("EC").generatePublic(new X509EncodedKeySpec(checked)), true);
            byte[] shared = agreement.generateSecret();
            try {
                return Secret.copyOf(shared);
            } finally {
                Arrays.fill(shared, (byte) 0);
            }
        } catch (KeyRefusedException e) {
            throw new MalformedHandshakeException("an uncompressed point of P-256", "something else");
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("the point was checked", e);
        }
    }
}
