package org.benchconnect.crypto.secret;

import java.security.MessageDigest;
import java.security.SecureRandom;
import java.util.Arrays;
import java.util.Base64;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * What is kept of a PIN: {@linkplain Argon2id its Argon2id hash} with a salt of its own. Immutable, any thread.
 *
 * <p>Guaranteed: comparing takes the same work whatever was typed. Not guaranteed: that a PIN of six digits cannot be guessed by who has
 * the hash; so it is kept sealed with the device's key, and whoever guesses through the agent is counted.
 */
public final class PinHash {
    /** Only these parameters: a hash with weaker ones is none of ours. */
    private static final Pattern FORM =
            Pattern.compile("\\$argon2id\\$v=19\\$m=19456,t=2,p=1\\$([A-Za-z0-9+/]{22})\\$([A-Za-z0-9+/]{43})");

    private static final SecureRandom RANDOM = new SecureRandom();

    private final byte[] salt;
    private final byte[] hash;

    private PinHash(byte[] salt, byte[] hash) {
        this.salt = salt;
        this.hash = hash;
    }

    /** Of a new PIN, with a new salt; the caller still owns, and should wipe, what he gave. */
    public static PinHash of(char[] pin) {
        byte[] salt = new byte[Argon2id.SALT];
        RANDOM.nextBytes(salt);
        return new PinHash(salt, stretched(pin, salt));
    }

    /** One that nothing matches: for the same work where there is no account. */
    public static PinHash ofNothing() {
        byte[] salt = new byte[Argon2id.SALT];
        byte[] hash = new byte[Argon2id.LENGTH];
        RANDOM.nextBytes(salt);
        RANDOM.nextBytes(hash);
        return new PinHash(salt, hash);
    }

    /**
     * What {@link #toText()} wrote.
     *
     * @throws IllegalArgumentException for anything else
     */
    public static PinHash parse(String text) {
        Matcher parts = FORM.matcher(text);
        if (!parts.matches()) {
            throw new IllegalArgumentException("no hash of a PIN");
        }
        PinHash parsed = new PinHash(
                Base64.getDecoder().decode(parts.group(1)), Base64.getDecoder().decode(parts.group(2)));
        if (!parsed.toText().equals(text)) {
            throw new IllegalArgumentException("no hash of a PIN");
        }
        return parsed;
    }

    /** Whether it is the PIN; the caller still owns, and should wipe, what he gave. */
    public boolean matches(char[] pin) {
        byte[] other = stretched(pin, salt);
        try {
            return MessageDigest.isEqual(hash, other);
        } finally {
            Arrays.fill(other, (byte) 0);
        }
    }

    /** In the PHC string format, to be sealed. The way out: easy to search for. */
    public String toText() {
        Base64.Encoder base64 = Base64.getEncoder().withoutPadding();
        return "$argon2id$v=19$m=" + Argon2id.MEMORY_KIB + ",t=" + Argon2id.PASSES + ",p=" + Argon2id.LANES + "$"
                + base64.encodeToString(salt) + "$" + base64.encodeToString(hash);
    }

    @Override
    public String toString() {
        return "the hash of a PIN";
    }

    private static byte[] stretched(char[] pin, byte[] salt) {
        try (Secret secret = Secret.ofChars(pin)) {
            return Argon2id.stretch(secret, salt);
        }
    }
}
