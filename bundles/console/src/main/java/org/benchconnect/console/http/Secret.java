package org.benchconnect.console.http;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.security.SecureRandom;
import java.util.Base64;
import java.util.HexFormat;

/** A random secret of 256 bits. It is never printed by accident: only {@link #reveal} tells it. */
public final class Secret {
    private static final SecureRandom RANDOM = new SecureRandom();
    private static final int BYTES = 32;

    private final String text;

    private Secret(String text) {
        this.text = text;
    }

    /** A new one. */
    public static Secret random() {
        byte[] bytes = new byte[BYTES];
        RANDOM.nextBytes(bytes);
        return new Secret(Base64.getUrlEncoder().withoutPadding().encodeToString(bytes));
    }

    /** The secret itself: 43 letters, digits, hyphens and underscores. */
    public String reveal() {
        return text;
    }

    /** Whether {@code candidate} is this secret, in a time that does not depend on where they differ. */
    public boolean matches(String candidate) {
        return MessageDigest.isEqual(digest(text), digest(candidate));
    }

    /** The SHA-256 of a secret that somebody says, in hexadecimal digits: enough to know it again, and of no use to who steals it. */
    static String digestOf(String candidate) {
        return HexFormat.of().formatHex(digest(candidate));
    }

    /** Whether two of them are the same, in a time that does not depend on where they differ. */
    static boolean isSameDigest(String one, String other) {
        return MessageDigest.isEqual(
                one.getBytes(StandardCharsets.US_ASCII), other.getBytes(StandardCharsets.US_ASCII));
    }

    private static byte[] digest(String text) {
        try {
            return MessageDigest.getInstance("SHA-256").digest(text.getBytes(StandardCharsets.UTF_8));
        } catch (NoSuchAlgorithmException e) {
            throw new AssertionError("every Java platform has SHA-256", e);
        }
    }

    @Override
    public String toString() {
        return "Secret[hidden]";
    }
}
