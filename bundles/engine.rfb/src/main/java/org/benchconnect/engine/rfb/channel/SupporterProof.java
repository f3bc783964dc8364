package org.benchconnect.engine.rfb.channel;

import java.io.ByteArrayInputStream;
import java.math.BigInteger;
import java.security.PublicKey;
import java.security.cert.CertificateException;
import java.security.cert.CertificateFactory;
import java.util.Arrays;
import org.benchconnect.crypto.signature.KeyRefusedException;
import org.benchconnect.crypto.signature.Scheme;
import org.benchconnect.crypto.signature.VerificationKey;

/** That the other end holds the key of the certificate that it shows: its signature over the transcript. Whose the certificate is, is another's question. */
final class SupporterProof {
    private static final int HALF = Handshake.SIGNATURE / 2;

    private SupporterProof() {}

    /** @param digest SHA-256 of both messages up to before the signature's length */
    static void require(byte[] certificate, byte[] digest, byte[] signature) throws SupporterNotProvenException {
        byte[] signed = Arrays.copyOf(Handshake.SIGNED, Handshake.SIGNED.length + digest.length);
        System.arraycopy(digest, 0, signed, Handshake.SIGNED.length, digest.length);
        if (!key(certificate).verifies(signed, der(signature))) {
            throw new SupporterNotProvenException("the supporter's signature over this transcript", "another");
        }
    }

    private static VerificationKey key(byte[] certificate) throws SupporterNotProvenException {
        ByteArrayInputStream in = new ByteArrayInputStream(certificate);
        try {
            PublicKey key = CertificateFactory.getInstance("X.509")
                    .generateCertificate(in)
                    .getPublicKey();
            if (in.available() > 0) {
                throw new SupporterNotProvenException("one certificate", "more bytes behind it");
            }
            return VerificationKey.of(Scheme.ECDSA_SHA2_NISTP256, key.getEncoded());
        } catch (CertificateException | KeyRefusedException e) {
            throw new SupporterNotProvenException("a certificate with a key of P-256", "something else");
        }
    }

    /** The two numbers of IEEE P1363 as the sequence of DER: they are positive, without zeros before them but one where the first bit is set. */
    private static byte[] der(byte[] signature) {
        byte[] r = new BigInteger(1, Arrays.copyOf(signature, HALF)).toByteArray();
        byte[] s = new BigInteger(1, Arrays.copyOfRange(signature, HALF, signature.length)).toByteArray();
        byte[] der = new byte[6 + r.length + s.length]; // at most 72: each length in one byte
        der[0] = 0x30;
        der[1] = (byte) (der.length - 2);
        number(r, der, 2);
        number(s, der, 4 + r.length);
        return der;
    }

    private static void number(byte[] number, byte[] into, int at) {
        into[at] = 0x02;
        into[at + 1] = (byte) number.length;
        System.arraycopy(number, 0, into, at + 2, number.length);
    }
}
