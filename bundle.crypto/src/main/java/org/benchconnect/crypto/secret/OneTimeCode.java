package org.benchconnect.crypto.secret;

import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.security.SecureRandom;
import java.util.Arrays;
import java.util.HexFormat;

/**
 * Codes to print and to type: 32 characters of 5 random bits each, without letters that look like others, in groups of 4. With 160 bits they cannot be
 * guessed, so their plain SHA-256 is all that is kept of them. Any thread.
 */
public final class OneTimeCode {
    private static final String ALPHABET = "0123456789ABCDEFGHJKMNPQRSTVWXYZ";
    private static final int CHARACTERS = 32;
    private static final int GROUP = 4;
    private static final int LONGEST_TYPED = 3 * CHARACTERS;
    private static final SecureRandom RANDOM = new SecureRandom();

    private OneTimeCode() {}

    /** A new one, to be shown once. */
    public static String fresh() {
        StringBuilder code = new StringBuilder();
        for (int i = 0; i < CHARACTERS; i++) {
            if (i > 0 && i % GROUP == 0) {
                code.append('-');
            }
            code.append(ALPHABET.charAt(RANDOM.nextInt(ALPHABET.length())));
        }
        return code.toString();
    }

    /**
     * The SHA-256 over its 32 characters, 64 hexadecimal digits, however people type them: small letters, spaces, hyphens, O for 0, I or L for 1. Of what can
     * be no code the digest of something random, which nobody keeps. The caller still owns, and should wipe, what he gave.
     */
    public static String digest(char[] typed) {
        byte[] code = new byte[CHARACTERS];
        RANDOM.nextBytes(code);
        byte[] read = typed.length > LONGEST_TYPED ? new byte[0] : characters(typed);
        if (read.length == CHARACTERS) {
            System.arraycopy(read, 0, code, 0, CHARACTERS);
        }
        try {
            return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(code));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java platform has SHA-256", e);
        } finally {
            Arrays.fill(code, (byte) 0);
            Arrays.fill(read, (byte) 0);
        }
    }

    private static byte[] characters(char[] typed) {
        byte[] code = new byte[typed.length];
        int length = 0;
        for (char each : typed) {
            if (each != '-' && each != ' ') {
                char meant = meant(each);
                if (ALPHABET.indexOf(meant) < 0) {
                    return new byte[0];
                }
                code[length++] = (byte) meant;
            }
        }
        byte[] exact = Arrays.copyOf(code, length);
        Arrays.fill(code, (byte) 0);
        return exact;
    }

    private static char meant(char typed) {
        char upper = typed >= 'a' && typed <= 'z' ? (char) (typed - 'a' + 'A') : typed;
        return switch (upper) {
            case 'O' -> '0';
            case 'I', 'L' -> '1';
            default -> upper;
        };
    }
}
