package org.benchconnect.link.command;

import java.security.GeneralSecurityException;
import java.security.KeyFactory;
import java.security.PublicKey;
import java.security.Signature;
import java.security.spec.X509EncodedKeySpec;
import java.util.Base64;
import java.util.HexFormat;

/**
 * The vendor's key for commands: Ed25519, from the vendor profile in the installation folder. It signs nothing but commands, and a command can raise nothing.
 */
public final class CommandKey {
    /** RFC 8032, 5.1.6. The JDK would take a byte too many. */
    private static final int SIGNATURE_BYTES = 64;
    /** RFC 8410, section 4: SEQUENCE { SEQUENCE { 1.3.101.112 }, BIT STRING }, and the point behind it. */
    static final String INFO = "302a300506032b6570032100";

    private static final int INFO_BYTES = 44;

    private final PublicKey key;

    private CommandKey(PublicKey key) {
        this.key = key;
    }

    /**
     * The key of a SubjectPublicKeyInfo (RFC 8410) in base64, in one line, without PEM's frame.
     *
     * @throws IllegalArgumentException if it is no Ed25519 key; the message does not repeat it
     */
    public static CommandKey of(String base64) {
        byte[] info = Base64.getDecoder().decode(base64);
        if (info.length != INFO_BYTES || !HexFormat.of().formatHex(info).startsWith(INFO)) {
            throw new IllegalArgumentException("a command key is an Ed25519 key of RFC 8410");
        }
        try {
            return new CommandKey(KeyFactory.getInstance("Ed25519").generatePublic(new X509EncodedKeySpec(info)));
        } catch (GeneralSecurityException e) {
            throw new IllegalArgumentException("a command key is an Ed25519 key of RFC 8410", e);
        }
    }

    boolean verifies(byte[] message, byte[] signature) {
        if (signature.length != SIGNATURE_BYTES) {
            return false;
        }
        try {
            Signature check = Signature.getInstance("Ed25519");
            check.initVerify(key);
            check.update(message);
            return check.verify(signature);
        } catch (GeneralSecurityException e) {
            // A signature that is none.
            return false;
        }
    }
}
