package org.benchconnect.engine.rfb.desktop;

import java.security.GeneralSecurityException;
import java.security.SecureRandom;
import java.util.Arrays;
import javax.crypto.Cipher;
import javax.crypto.spec.SecretKeySpec;

/**
 * The eight bytes of VNC authentication, RFC 6143 section 7.2.2. Weak by today's measure, which is why the server listens where only this account reaches it; the password keeps other
 * programs of this account's from taking the socket by mistake.
 */
public final class VncPassword {
    private static final int LENGTH = 8;
    /** With this key every VNC program hides its password file: it hides nothing from who can read it. */
    private static final byte[] FILE_KEY = {23, 82, 107, 6, 35, 78, 88, 7};

    private final byte[] bytes;

    VncPassword(byte[] bytes) {
        this.bytes = Arrays.copyOf(bytes, LENGTH);
    }

    /** A new one. */
    static VncPassword random() {
        SecureRandom random = new SecureRandom();
        byte[] bytes = new byte[LENGTH];
        for (int i = 0; i < LENGTH; i++) {
            bytes[i] = (byte) (1 + random.nextInt(255)); // a zero would end it
        }
        return new VncPassword(bytes);
    }

    /** The one that a program stored. */
    static VncPassword ofFile(byte[] stored) throws DesktopException {
        if (stored.length < LENGTH) {
            throw new DesktopException("a stored password has " + LENGTH + " bytes");
        }
        return new VncPassword(des(Cipher.DECRYPT_MODE, FILE_KEY, Arrays.copyOf(stored, LENGTH)));
    }

    /** As a password file has it. */
    byte[] file() {
        return des(Cipher.ENCRYPT_MODE, FILE_KEY, bytes);
    }

    /** The answer to a challenge of 16 bytes. */
    byte[] answer(byte[] challenge) {
        return des(Cipher.ENCRYPT_MODE, bytes, challenge);
    }

    /** DES as VNC has it: the bits of each byte of the key in opposite order. */
    private static byte[] des(int mode, byte[] key, byte[] data) {
        byte[] mirrored = new byte[LENGTH];
        for (int i = 0; i < LENGTH; i++) {
            mirrored[i] = (byte) (Integer.reverse(key[i]) >>> 24);
        }
        try {
            Cipher cipher = Cipher.getInstance("DES/ECB/NoPadding");
            cipher.init(mode, new SecretKeySpec(mirrored, "DES"));
            return cipher.doFinal(data);
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("every Java has it", e);
        }
    }

    @Override
    public String toString() {
        return "password";
    }
}
