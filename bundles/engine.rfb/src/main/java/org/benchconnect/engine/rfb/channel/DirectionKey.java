package org.benchconnect.engine.rfb.channel;

import static java.nio.charset.StandardCharsets.US_ASCII;

import java.nio.ByteBuffer;
import java.util.Arrays;
import javax.crypto.spec.GCMParameterSpec;
import javax.crypto.spec.SecretKeySpec;
import org.benchconnect.crypto.secret.Hkdf;
import org.benchconnect.crypto.secret.Secret;

/** Key and initial vector of one direction, in one epoch; the next epoch's are derived from them, never back. For one thread. */
final class DirectionKey {
    /** In bytes. */
    static final int KEY = 32;

    static final int IV = 12;
    static final int TAG = 16;

    private static final int LAST_EPOCH = 255;
    private static final byte[] REKEY = "bcs1 rekey".getBytes(US_ASCII);

    private Secret key;
    private Secret iv;
    private SecretKeySpec spec;
    private int epoch;

    DirectionKey(Secret key, Secret iv) {
        this.key = key;
        this.iv = iv;
        this.spec = spec(key);
    }

    private static SecretKeySpec spec(Secret key) {
        byte[] bytes = key.exposeBytes();
        try {
            return new SecretKeySpec(bytes, "AES");
        } finally {
            Arrays.fill(bytes, (byte) 0);
        }
    }

    int epoch() {
        return epoch;
    }

    SecretKeySpec spec() {
        return spec;
    }

    /** The initial vector, its last eight bytes XOR the sequence number. */
    GCMParameterSpec nonce(long sequence) {
        byte[] nonce = iv.exposeBytes();
        ByteBuffer buffer = ByteBuffer.wrap(nonce);
        buffer.putLong(IV - Long.BYTES, buffer.getLong(IV - Long.BYTES) ^ sequence);
        return new GCMParameterSpec(TAG * 8, nonce);
    }

    /** False if the epochs are used up: then the session ends. */
    boolean next() {
        if (epoch == LAST_EPOCH) {
            return false;
        }
        Secret nextKey = Hkdf.sha256(key, REKEY, "bcs1 key".getBytes(US_ASCII), KEY);
        Secret nextIv = Hkdf.sha256(key, REKEY, "bcs1 iv".getBytes(US_ASCII), IV);
        close();
        key = nextKey;
        iv = nextIv;
        spec = spec(key);
        epoch++;
        return true;
    }

    void close() {
        key.close();
        iv.close();
    }
}
