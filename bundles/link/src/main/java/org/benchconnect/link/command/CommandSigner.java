package org.benchconnect.link.command;

import java.security.GeneralSecurityException;
import java.security.PrivateKey;
import java.security.Signature;

/** The vendor's side: makes a command that an agent obeys. Pure. */
public final class CommandSigner {
    private final PrivateKey key;

    /**
     * With the vendor's command key.
     *
     * @param key Ed25519
     */
    public CommandSigner(PrivateKey key) {
        this.key = key;
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
        Signature signature = Signature.getInstance("Ed25519");
        signature.initSign(key);
        signature.update(order.canonical());
        return new CommandText(order, signature.sign()).write();
    }
}
