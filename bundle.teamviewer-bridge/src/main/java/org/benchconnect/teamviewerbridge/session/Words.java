package org.benchconnect.teamviewerbridge.session;

import java.security.SecureRandom;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.Locale;
import org.benchconnect.crypto.secret.Secret;

/** What is drawn by lot: ids, the code and the password of an invitation. */
final class Words {
    /** Without 0 and O, 1 and I: 32 symbols, 5 bits each. */
    static final String ALPHABET = "23456789ABCDEFGHJKLMNPQRSTUVWXYZ";
    /** 50 bits. */
    static final int PASSWORD = 10;

    private static final int LONGEST_TYPED = 64;
    private static final int CODE = 9;
    private static final int ID = 16;
    private static final int REQUEST = 8; // bytes
    private static final int STRING = 6;
    private static final SecureRandom RANDOM = new SecureRandom();

    private Words() {}

    /** 16 digits and small letters, 80 bits. */
    static String session() {
        return draw(ALPHABET.toLowerCase(Locale.ROOT), ID);
    }

    /** 16 hexadecimal digits. */
    static String request() {
        byte[] id = new byte[REQUEST];
        RANDOM.nextBytes(id);
        return HexFormat.of().formatHex(id);
    }

    /** Nine digits. */
    static String code() {
        return draw("0123456789", CODE);
    }

    /** Ten symbols, good once. */
    static String password() {
        return draw(ALPHABET, PASSWORD);
    }

    /** Six digits for a practice. */
    static String string() {
        return draw("0123456789", STRING);
    }

    private static String draw(String symbols, int length) {
        StringBuilder word = new StringBuilder();
        for (int i = 0; i < length; i++) {
            word.append(symbols.charAt(RANDOM.nextInt(symbols.length())));
        }
        return word.toString();
    }

    /** What somebody typed as a password: small letters count as large ones, spaces and hyphens do not count. Wipes what was typed. */
    static Secret typed(char[] typed) {
        char[] read = new char[Math.min(typed.length, LONGEST_TYPED)];
        int length = 0;
        for (int i = 0; i < read.length; i++) {
            char each = typed[i];
            if (each != ' ' && each != '-') {
                read[length++] = each >= 'a' && each <= 'z' ? (char) (each - 'a' + 'A') : each;
            }
        }
        char[] exact = Arrays.copyOf(read, typed.length > LONGEST_TYPED ? 0 : length);
        try {
            return Secret.ofChars(exact);
        } finally {
            Arrays.fill(read, '\0');
            Arrays.fill(exact, '\0');
            Arrays.fill(typed, '\0');
        }
    }
}
