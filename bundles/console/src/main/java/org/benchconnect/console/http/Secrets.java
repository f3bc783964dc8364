package org.benchconnect.console.http;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.benchconnect.console.http.Refused.Reason;

/**
 * The PINs and codes of a request, taken out of the bytes of its body before anything makes a string of them, so that they can be wiped. What
 * the platform's server keeps of a connection in its own buffers is not reached by this.
 */
public final class Secrets {
    /** Members of the body's object whose values are secrets wherever they are asked for. */
    private static final Set<String> NAMES = Set.of("pin", "newPin", "code");

    private static final int LONGEST = 128;

    private final Map<String, char[]> byName = new HashMap<>();

    private Secrets() {}

    /** Of a request without any. */
    public static Secrets none() {
        return new Secrets();
    }

    /**
     * Moves the secrets out of a JSON object: in their places are as many letters that say nothing. Bytes that are no JSON are left to who reads
     * them next.
     *
     * @throws Refused if a secret has an escape, a character beyond ASCII or more than 128 characters, or stands twice
     */
    static Secrets takeOutOf(byte[] json) throws Refused {
        Secrets secrets = new Secrets();
        int depth = 0;
        boolean name = false;
        for (int i = 0; i < json.length; i++) {
            switch (json[i]) {
                case '{', '[' -> name = ++depth == 1;
                case '}', ']' -> depth--;
                case ',' -> name = depth == 1;
                case '"' -> {
                    int end = end(json, i);
                    i = name ? secrets.takeAfter(json, i + 1, end) : end;
                    name = false;
                }
                default -> {
                    // numbers, words, colons and blanks
                }
            }
        }
        return secrets;
    }

    /** Looks at the member whose name stands from here to there; returns where to read on. */
    private int takeAfter(byte[] json, int begin, int end) throws Refused {
        String name = new String(json, begin, end - begin, StandardCharsets.US_ASCII);
        int value = skipBlanks(json, end + 1);
        if (!NAMES.contains(name) || value >= json.length || json[value] != ':') {
            return end;
        }
        value = skipBlanks(json, value + 1);
        if (value >= json.length || json[value] != '"') {
            return value - 1; // no string: whoever asks for the secret finds none
        }
        int last = end(json, value);
        take(name, json, value + 1, last);
        return last;
    }

    private void take(String name, byte[] json, int begin, int end) throws Refused {
        char[] secret = new char[end - begin];
        boolean plain = secret.length <= LONGEST;
        for (int i = begin; i < end; i++) {
            plain &= json[i] >= ' ' && json[i] != '\\'; // a byte beyond ASCII is negative
            secret[i - begin] = (char) json[i];
            json[i] = 'x';
        }
        if (!plain || byName.putIfAbsent(name, secret) != null) {
            Arrays.fill(secret, '\0');
            wipe();
            throw new Refused(
                    400,
                    Reason.BAD_REQUEST,
                    "A secret stands once, has at most " + LONGEST + " characters, no escapes");
        }
    }

    /** Where the string that begins here ends; the end of the bytes if it does not. */
    private static int end(byte[] json, int quote) {
        for (int i = quote + 1; i < json.length; i++) {
            if (json[i] == '\\') {
                i++;
            } else if (json[i] == '"') {
                return i;
            }
        }
        return json.length;
    }

    private static int skipBlanks(byte[] json, int from) {
        int i = from;
        while (i < json.length && (json[i] == ' ' || json[i] == '\t' || json[i] == '\n' || json[i] == '\r')) {
            i++;
        }
        return i;
    }

    /** Hands a secret over: whoever takes it wipes it. Empty if there is none of this name, or it was taken. */
    public Optional<char[]> take(String name) {
        return Optional.ofNullable(byName.remove(name));
    }

    /** Wipes what nobody took. */
    public void wipe() {
        byName.values().forEach(secret -> Arrays.fill(secret, '\0'));
        byName.clear();
    }

    @Override
    public String toString() {
        return "Secrets[hidden]";
    }
}
