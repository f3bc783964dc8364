package org.benchconnect.ledger.format;

import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.SortedMap;

/**
 * The part of JSON that a ledger needs, in one form only: members sorted by name, no blanks, whole numbers from 0 of at most 18 digits, texts of
 * printable ASCII without quotation mark and backslash, so that nothing is ever escaped. A member is a number, a text or one object of texts.
 */
final class Json {
    private static final int MOST_DIGITS = 18;

    private final byte[] text;
    private int at;

    private Json(byte[] text) {
        this.text = text;
    }

    /** Writes {@link Long}, {@link String} and {@code Map<String, String>}. */
    static byte[] write(SortedMap<String, ?> members) {
        StringBuilder out = new StringBuilder(320);
        object(out, members);
        return out.toString().getBytes(StandardCharsets.US_ASCII);
    }

    private static void object(StringBuilder out, Map<?, ?> members) {
        char before = '{';
        for (Map.Entry<?, ?> member : members.entrySet()) {
            out.append(before);
            text(out, (String) member.getKey());
            out.append(':');
            if (member.getValue() instanceof Map<?, ?> inner) {
                object(out, inner);
            } else if (member.getValue() instanceof Long number) {
                out.append(number.longValue());
            } else {
                text(out, (String) member.getValue());
            }
            before = ',';
        }
        out.append(members.isEmpty() ? "{}" : "}");
    }

    private static void text(StringBuilder out, String value) {
        if (!value.chars().allMatch(Json::isPlain)) {
            throw new IllegalArgumentException("a text has printable ASCII without quotation mark and backslash");
        }
        out.append('"').append(value).append('"');
    }

    private static boolean isPlain(int c) {
        return c >= ' ' && c < 0x7f && c != '"' && c != '\\';
    }

    /**
     * Reads what {@link #write} writes, and nothing else.
     *
     * @return members by name, each a {@link Long}, a {@link String} or a {@code Map} of texts by name
     */
    static Map<String, Object> read(byte[] text) throws FormException {
        Json json = new Json(text);
        Map<String, Object> members = json.object(true);
        if (json.at != text.length) {
            throw new FormException("something follows the object");
        }
        return members;
    }

    private Map<String, Object> object(boolean outer) throws FormException {
        Map<String, Object> members = new LinkedHashMap<>();
        take('{');
        if (peek() == '}') {
            at++;
            return members;
        }
        String last = "";
        while (true) {
            String name = text();
            if (name.compareTo(last) <= 0) {
                throw new FormException("names are sorted, none is empty and none stands twice");
            }
            take(':');
            members.put(name, value(outer));
            last = name;
            if (peek() != ',') {
                take('}');
                return members;
            }
            at++;
        }
    }

    private Object value(boolean outer) throws FormException {
        int next = peek();
        if (next == '"') {
            return text();
        } else if (outer && next == '{') {
            return object(false);
        } else if (outer) {
            return number();
        }
        throw new FormException("a text is missing");
    }

    private long number() throws FormException {
        int begin = at;
        long number = 0;
        while (peek() >= '0' && peek() <= '9') {
            number = number * 10 + peek() - '0';
            at++;
            if (at - begin > MOST_DIGITS) {
                throw new FormException("a number has at most " + MOST_DIGITS + " digits");
            }
        }
        if (at == begin || at - begin > 1 && text[begin] == '0') {
            throw new FormException("a number is missing or begins with 0");
        }
        return number;
    }

    private String text() throws FormException {
        take('"');
        int begin = at;
        while (isPlain(peek())) {
            at++;
        }
        String value = new String(text, begin, at - begin, StandardCharsets.US_ASCII);
        take('"');
        return value;
    }

    private int peek() {
        return at < text.length ? text[at] & 0xff : -1;
    }

    private void take(char expected) throws FormException {
        if (peek() != expected) {
            throw new FormException("there is no '" + expected + "' where one must be");
        }
        at++;
    }
}
