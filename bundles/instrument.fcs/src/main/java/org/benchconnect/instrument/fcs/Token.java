package org.benchconnect.instrument.fcs;

import org.jspecify.annotations.Nullable;

/**
 * A word that can be compared with the names of an enum's constants, and that is not kept: a word that no enum lists leaves
 * nothing behind.
 *
 * @param hash of its letters and digits, in capitals (FNV-1a of 64 bits)
 */
record Token(long hash) {
    private static final int LONGEST = 40;
    private static final String BETWEEN = " _.,/-";

    /** The word, or null if it is too long or has other signs than letters, digits and {@code _.,/-}. */
    static @Nullable Token parse(String value) {
        for (int at = 0; at < value.length(); at++) {
            if (!isAlphanumeric(value.charAt(at)) && BETWEEN.indexOf(value.charAt(at)) < 0) {
                return null;
            }
        }
        return value.length() <= LONGEST ? new Token(hashOf(value)) : null;
    }

    boolean names(Enum<?> constant) {
        return hash == hashOf(constant.name());
    }

    private static long hashOf(String words) {
        long hash = 0xcbf29ce484222325L;
        for (int at = 0; at < words.length(); at++) {
            if (isAlphanumeric(words.charAt(at))) {
                hash = (hash ^ Character.toUpperCase(words.charAt(at))) * 0x100000001b3L;
            }
        }
        return hash;
    }

    private static boolean isAlphanumeric(char letter) {
        return letter >= '0' && letter <= '9' || letter >= 'A' && letter <= 'Z' || letter >= 'a' && letter <= 'z';
    }

    @Override
    public String toString() {
        return "a word";
    }
}
