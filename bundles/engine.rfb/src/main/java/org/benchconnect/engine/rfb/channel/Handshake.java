package org.benchconnect.engine.rfb.channel;

import static java.nio.charset.StandardCharsets.US_ASCII;

import java.nio.ByteBuffer;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.ArrayList;
import java.util.List;

/** The messages' constants and form, docs/session-protocol.md section 3. */
final class Handshake {
    static final int HELLO = 1;
    static final int ANSWER = 2;
    static final int CONFIRM = 3;

    static final byte[] VERSION = "BCS1".getBytes(US_ASCII);
    static final byte[] SUITE = "RSA4096-P256-AES256GCM-SHA256".getBytes(US_ASCII);

    /** In bytes. */
    static final int SESSION = 16;

    static final int NONCE = 32;
    static final int POINT = 65;
    static final int PREMASTER = 32;
    static final int WRAPPED = 512;
    static final int SIGNATURE = 64;
    static final int MAC = 32;

    /** A longer answer is none; in bytes. */
    static final int LONGEST = 64 * 1024;

    static final int MOST_CERTIFICATES = 4;
    static final int LONGEST_CERTIFICATE = 8 * 1024;

    /** What the supporter signs begins with this, so that the signature is none for anything else. */
    static final byte[] SIGNED = "BenchConnect supporter 1\0".getBytes(US_ASCII);

    /** What the agent's confirmation begins with. */
    static final byte[] CONFIRMED = "agent confirm".getBytes(US_ASCII);

    private Handshake() {}

    static byte[] hello(String session, byte[] rsaPublicKey, byte[] point, byte[] nonce) {
        return Fields.write(HELLO, VERSION, SUITE, session.getBytes(US_ASCII), rsaPublicKey, point, nonce);
    }

    /** The certificates of the field: how many, then each with its length. */
    static List<byte[]> chain(byte[] field) throws MalformedHandshakeException {
        ByteBuffer in = ByteBuffer.wrap(field);
        int count = in.hasRemaining() ? Byte.toUnsignedInt(in.get()) : 0;
        if (count < 1 || count > MOST_CERTIFICATES) {
            throw new MalformedHandshakeException("1 to " + MOST_CERTIFICATES + " certificates", count + "");
        }
        List<byte[]> chain = new ArrayList<>();
        for (int i = 0; i < count; i++) {
            byte[] certificate = Fields.next(in, Fields.ANY);
            if (certificate.length == 0 || certificate.length > LONGEST_CERTIFICATE) {
                throw new MalformedHandshakeException(
                        "a certificate of 1 to " + LONGEST_CERTIFICATE + " bytes", certificate.length + "");
            }
            chain.add(certificate);
        }
        if (in.hasRemaining()) {
            throw new MalformedHandshakeException("the end of the chain", in.remaining() + " bytes more");
        }
        return chain;
    }

    static byte[] sha256(byte[]... parts) {
        try {
            MessageDigest digest = MessageDigest.getInstance("SHA-256");
            for (byte[] part : parts) {
                digest.update(part);
            }
            return digest.digest();
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java has it", e);
        }
    }
}
