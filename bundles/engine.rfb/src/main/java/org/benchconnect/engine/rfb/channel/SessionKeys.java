package org.benchconnect.engine.rfb.channel;

import static java.nio.charset.StandardCharsets.US_ASCII;

import java.nio.ByteBuffer;
import java.security.GeneralSecurityException;
import java.util.Arrays;
import java.util.Locale;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;
import org.benchconnect.crypto.secret.Hkdf;
import org.benchconnect.crypto.secret.Secret;

/** All keys of one session, docs/session-protocol.md section 4: HKDF over both secrets, salted with the whole transcript. */
final class SessionKeys {
    private static final long DIGITS = 1_000_000;

    private final Secret material;
    private final byte[] salt;

    /** Takes and closes both secrets. */
    SessionKeys(Secret premaster, Secret shared, byte[] salt) {
        byte[] first = premaster.exposeBytes();
        byte[] second = shared.exposeBytes();
        byte[] both = Arrays.copyOf(first, first.length + second.length);
        System.arraycopy(second, 0, both, first.length, second.length);
        this.material = Secret.copyOf(both);
        this.salt = salt;
        for (byte[] copy : new byte[][] {first, second, both}) {
            Arrays.fill(copy, (byte) 0);
        }
        premaster.close();
        shared.close();
    }

    DirectionKey agent() {
        return new DirectionKey(derive("bcs1 agent key", DirectionKey.KEY), derive("bcs1 agent iv", DirectionKey.IV));
    }

    DirectionKey viewer() {
        return new DirectionKey(derive("bcs1 viewer key", DirectionKey.KEY), derive("bcs1 viewer iv", DirectionKey.IV));
    }

    /** Six digits that both people read aloud. */
    String authenticationString() {
        try (Secret eight = derive("bcs1 sas", 8)) {
            long number = ByteBuffer.wrap(eight.exposeBytes()).getLong();
            return String.format(Locale.ROOT, "%06d", Long.remainderUnsigned(number, DIGITS));
        }
    }

    /** What proves to the viewer that the agent has the keys: the third message's only field. */
    byte[] confirmation() {
        try (Secret key = derive("bcs1 confirm", Handshake.MAC)) {
            Mac mac = Mac.getInstance("HmacSHA256");
            byte[] bytes = key.exposeBytes();
            mac.init(new SecretKeySpec(bytes, "HmacSHA256"));
            Arrays.fill(bytes, (byte) 0);
            mac.update(Handshake.CONFIRMED);
            return mac.doFinal(salt);
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("every Java has it", e);
        }
    }

    private Secret derive(String info, int length) {
        return Hkdf.sha256(material, salt, info.getBytes(US_ASCII), length);
    }

    /** No more keys come out of this. */
    void close() {
        material.close();
    }
}
