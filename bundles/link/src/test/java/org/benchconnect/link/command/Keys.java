package org.benchconnect.link.command;

import java.security.GeneralSecurityException;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.security.Signature;
import java.util.Base64;

/** A vendor's command key for a test. */
final class Keys {
    private final KeyPair pair;

    Keys() {
        try {
            pair = KeyPairGenerator.getInstance("Ed25519").generateKeyPair();
        } catch (GeneralSecurityException e) {
            throw new AssertionError(e);
        }
    }

    CommandKey key() {
        return CommandKey.of(Base64.getEncoder().encodeToString(pair.getPublic().getEncoded()));
    }

    /** Of anything, also of what the signer would not sign. */
    byte[] signature(byte[] message) {
        try {
            Signature signature = Signature.getInstance("Ed25519");
            signature.initSign(pair.getPrivate());
            signature.update(message);
            return signature.sign();
        } catch (GeneralSecurityException e) {
            throw new AssertionError(e);
        }
    }

    byte[] sign(Order order) {
        try {
            return new CommandSigner(pair.getPrivate()).sign(order);
        } catch (GeneralSecurityException e) {
            throw new AssertionError(e);
        }
    }
}
