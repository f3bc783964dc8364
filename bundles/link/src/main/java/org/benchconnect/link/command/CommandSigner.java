package org.benchconnect.link.command;

import java.security.GeneralSecurityException;
import java.security.PrivateKey;
import java.security.Signature;
import java.util.Arrays;
import java.util.Base64;
import java.util.HexFormat;

/** The vendor's side: makes a command that an agent obeys. Pure. */
public final class CommandSigner {
    private final Hand hand;

    /**
     * With the vendor's command key, wherever it is.
     *
     * @param hand signs with it
     */
    public CommandSigner(Hand hand) {
        this.hand = hand;
    }

    /**
     * With the vendor's command key in memory.
     *
     * @param key Ed25519
     */
    public CommandSigner(PrivateKey key) {
        this(message -> {
            Signature signature = Signature.getInstance("Ed25519");
            signature.initSign(key);
            signature.update(message);
            return signature.sign();
        });
    }

    /** Who signs: a file's key or a token's. */
    @FunctionalInterface
    public interface Hand {
        /**
         * Ed25519 (RFC 8032), 64 bytes.
         *
         * @throws GeneralSecurityException if the key does not sign
         */
        byte[] sign(byte[] message) throws GeneralSecurityException;
    }

    /**
     * The JSON to be sent as it is.
     *
     * @throws IllegalArgumentException if it would count for longer than a command may: no agent takes it
     * @throws GeneralSecurityException if the key does not sign
     */
    public byte[] sign(Order order) throws GeneralSecurityException {
        if (!order.isShortLived()) {
            throw new IllegalArgumentException("a command counts for " + Order.LONGEST_LIFE + " at most");
        }
        return new CommandText(order, hand.sign(order.canonical())).write();
    }

    /**
     * A public key as a vendor profile has it, {@code command-key}.
     *
     * @param raw Ed25519 (RFC 8032), 32 bytes
     * @throws IllegalArgumentException if it is none
     */
    public static String profileLine(byte[] raw) {
        byte[] head = HexFormat.of().parseHex(CommandKey.INFO);
        byte[] info = Arrays.copyOf(head, head.length + raw.length);
        System.arraycopy(raw, 0, info, head.length, raw.length);
        String line = Base64.getEncoder().encodeToString(info);
        CommandKey.of(line);
        return line;
    }
}
