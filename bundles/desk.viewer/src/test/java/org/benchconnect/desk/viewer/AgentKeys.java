package org.benchconnect.desk.viewer;

import static java.nio.charset.StandardCharsets.US_ASCII;

import java.io.ByteArrayOutputStream;
import java.nio.ByteBuffer;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.util.Arrays;
import javax.crypto.Cipher;
import javax.crypto.Mac;
import javax.crypto.spec.GCMParameterSpec;
import javax.crypto.spec.SecretKeySpec;

/** The agent's side of the keys and frames, with the JDK alone and written from the protocol's document: a second reader of the same words. */
final class AgentKeys {
    private final byte[] material;
    private final byte[] salt;
    private byte[] key;
    private byte[] iv;
    private byte[] viewerKey;
    private byte[] viewerIv;
    private int epoch;
    private long sequence;

    AgentKeys(byte[] premaster, byte[] shared, byte[] hello, byte[] answer) throws GeneralSecurityException {
        material = join(premaster, shared);
        salt = sha256(hello, answer);
        key = hkdf(salt, material, "bcs1 agent key", 32);
        iv = hkdf(salt, material, "bcs1 agent iv", 12);
        viewerKey = hkdf(salt, material, "bcs1 viewer key", 32);
        viewerIv = hkdf(salt, material, "bcs1 viewer iv", 12);
    }

    String authenticationString() throws GeneralSecurityException {
        long number = ByteBuffer.wrap(hkdf(salt, material, "bcs1 sas", 8)).getLong();
        return String.format("%06d", Long.remainderUnsigned(number, 1_000_000));
    }

    byte[] confirm() throws GeneralSecurityException {
        byte[] confirm = hkdf(salt, material, "bcs1 confirm", 32);
        return join(new byte[] {3, 0, 32}, mac(confirm, join("agent confirm".getBytes(US_ASCII), salt)));
    }

    /** The next frame. */
    byte[] seal(int type, byte[] plain) throws GeneralSecurityException {
        byte[] frame = sealAs(type, epoch, sequence, plain);
        sequence++;
        if (type == 7) {
            byte[] before = key;
            key = hkdf("bcs1 rekey".getBytes(US_ASCII), before, "bcs1 key", 32);
            iv = hkdf("bcs1 rekey".getBytes(US_ASCII), before, "bcs1 iv", 12);
            epoch++;
            sequence = 0;
        }
        return frame;
    }

    /** A frame with this header, sealed with the keys as they are. */
    byte[] sealAs(int type, int epochSaid, long sequenceSaid, byte[] plain) throws GeneralSecurityException {
        return crypt(Cipher.ENCRYPT_MODE, key, iv, header(type, epochSaid, sequenceSaid), plain);
    }

    long sequence() {
        return sequence;
    }

    /** What the viewer sealed in its first epoch. */
    byte[] open(byte[] frame) throws GeneralSecurityException {
        byte[] header = Arrays.copyOf(frame, 10);
        return crypt(Cipher.DECRYPT_MODE, viewerKey, viewerIv, header, Arrays.copyOfRange(frame, 10, frame.length));
    }

    /** As if the viewer had said it. */
    byte[] sealAsViewer(int type, long sequenceSaid, byte[] plain) throws GeneralSecurityException {
        return crypt(Cipher.ENCRYPT_MODE, viewerKey, viewerIv, header(type, 0, sequenceSaid), plain);
    }

    private static byte[] header(int type, int epoch, long sequence) {
        return ByteBuffer.allocate(10)
                .put((byte) type)
                .put((byte) epoch)
                .putLong(sequence)
                .array();
    }

    private static byte[] crypt(int mode, byte[] key, byte[] iv, byte[] header, byte[] bytes)
            throws GeneralSecurityException {
        byte[] nonce = iv.clone();
        for (int i = 0; i < 8; i++) {
            nonce[4 + i] ^= header[2 + i];
        }
        Cipher cipher = Cipher.getInstance("AES/GCM/NoPadding");
        cipher.init(mode, new SecretKeySpec(key, "AES"), new GCMParameterSpec(128, nonce));
        cipher.updateAAD(header);
        byte[] done = cipher.doFinal(bytes);
        return mode == Cipher.ENCRYPT_MODE ? join(header, done) : done;
    }

    /** RFC 5869; at most 32 bytes. */
    private static byte[] hkdf(byte[] salt, byte[] material, String info, int length) throws GeneralSecurityException {
        byte[] extracted = mac(salt, material);
        return Arrays.copyOf(mac(extracted, join(info.getBytes(US_ASCII), new byte[] {1})), length);
    }

    private static byte[] mac(byte[] key, byte[] bytes) throws GeneralSecurityException {
        Mac mac = Mac.getInstance("HmacSHA256");
        mac.init(new SecretKeySpec(key, "HmacSHA256"));
        return mac.doFinal(bytes);
    }

    static byte[] sha256(byte[]... parts) throws GeneralSecurityException {
        return MessageDigest.getInstance("SHA-256").digest(join(parts));
    }

    static byte[] join(byte[]... parts) {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        for (byte[] part : parts) {
            out.writeBytes(part);
        }
        return out.toByteArray();
    }
}
