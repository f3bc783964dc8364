package org.benchconnect.instrument.fcs;

import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Parses one TEXT segment as it comes in the wild. Its first byte is the delimiter, which ends each keyword and each value.
 * Doubled, it is an empty value behind a keyword, and a part of the value within a value. NULs and blanks may pad the end, the
 * last delimiter may be missing, a keyword may come twice (the first with a value stands).
 *
 * <p>Where a writer forgot to double the delimiter within a value, keywords and values change places; a value that is itself
 * a keyword of the list, with its {@code $} or {@code @}, puts them right again.
 */
final class TextSegment {
    /** Longer values of kept keywords are invalid unseen; the longest valid one known has 60 bytes. */
    private static final int MAX_VALUE = 128;

    private final byte[] text;
    private final int end;
    private final byte delimiter;
    private final String once;
    private final boolean cut;
    private final Map<String, Object> kept = new HashMap<>(256);

    private TextSegment(byte[] text, boolean cut) {
        this.text = text;
        this.delimiter = text[0];
        this.once = new String(text, 0, 1, StandardCharsets.ISO_8859_1);
        this.cut = cut;
        this.end = cut ? text.length : unpadded(text);
    }

    /**
     * The keywords of these bytes, or why there are none.
     *
     * @param cut whether the file ended before the segment did: then its last value may lack its end, and goes
     */
    static Parsed parse(byte[] text, boolean cut) {
        if (text.length == 0 || !canDelimit(text[0])) {
            return new Parsed(null, FcsRefusal.TEXT_UNREADABLE);
        }
        TextSegment segment = new TextSegment(text, cut);
        if (!segment.readPairs()) {
            return new Parsed(null, FcsRefusal.TOO_MANY_KEYWORDS);
        }
        return segment.kept.isEmpty()
                ? new Parsed(null, FcsRefusal.TEXT_UNREADABLE)
                : new Parsed(new Keywords(segment.kept), null);
    }

    /**
     * One of the two.
     *
     * @param keywords the keywords
     * @param refusal why there are none
     */
    record Parsed(@Nullable Keywords keywords, @Nullable FcsRefusal refusal) {}

    /** False if there are too many. */
    private boolean readPairs() {
        int at = 1;
        for (int pairs = 0; at < end; ) {
            int keyEnd = next(at);
            if (isBlank(at, keyEnd)) {
                at = keyEnd + 1;
                continue;
            }
            if (++pairs > FcsFile.MAX_KEYWORDS) {
                return false;
            }
            at = readValue(at, keyEnd);
        }
        return true;
    }

    /** Reads the value behind a keyword; gives where the next keyword begins. */
    private int readValue(int key, int keyEnd) {
        int value = Math.min(keyEnd + 1, end);
        int valueEnd = valueEnd(value);
        if (isKnownKeyword(value, valueEnd)) {
            keep(key, keyEnd, value, value);
            return value;
        }
        if (!cut || valueEnd < end) {
            keep(key, keyEnd, value, valueEnd);
        }
        return valueEnd + 1;
    }

    private int valueEnd(int value) {
        int at = next(value);
        if (at == value) {
            return at;
        }
        while (at + 2 < end && text[at + 1] == delimiter) {
            at = next(at + 2);
        }
        return at;
    }

    private boolean isKnownKeyword(int from, int to) {
        return from < to && (text[from] == '$' || text[from] == '@') && Vocabulary.find(text, from, to) != null;
    }

    private void keep(int key, int keyEnd, int value, int valueEnd) {
        int from = skipBlanks(key, keyEnd);
        int to = dropBlanks(from, keyEnd);
        Vocabulary.Entry entry = Vocabulary.find(text, from, to);
        if (entry == null) {
            return;
        }
        String name = entry.nameOf(text, from, to);
        Object before = kept.get(name);
        if (before == null || before == Keywords.INVALID) {
            Object typed = typed(entry.kind(), value, valueEnd);
            kept.put(name, typed == null ? Keywords.INVALID : typed);
        }
    }

    private @Nullable Object typed(Kind kind, int first, int valueEnd) {
        int from = skipBlanks(first, valueEnd);
        int to = dropBlanks(from, valueEnd);
        if (from >= to || to - from > MAX_VALUE) {
            return null;
        }
        String value = new String(text, from, to - from, StandardCharsets.ISO_8859_1);
        return kind.typed(next(from) < to ? value.replace(once + once, once) : value);
    }

    /** The next delimiter from here on, or the end. */
    private int next(int from) {
        byte[] bytes = text;
        byte wanted = delimiter;
        int last = end;
        int at = from;
        while (at < last && bytes[at] != wanted) {
            at++;
        }
        return at;
    }

    private boolean isBlank(int from, int to) {
        return skipBlanks(from, to) == to;
    }

    private int skipBlanks(int from, int to) {
        int at = from;
        while (at < to && isBlank(text[at])) {
            at++;
        }
        return at;
    }

    private int dropBlanks(int from, int to) {
        int at = to;
        while (at > from && isBlank(text[at - 1])) {
            at--;
        }
        return at;
    }

    private static int unpadded(byte[] text) {
        int end = text.length;
        while (end > 1 && text[end - 1] != text[0] && isBlank(text[end - 1])) {
            end--;
        }
        return end;
    }

    private static boolean isBlank(byte letter) {
        return letter >= 0 && letter <= ' ';
    }

    /** A letter, a digit or a sign with which keywords begin is no delimiter; nor is padding. */
    private static boolean canDelimit(byte letter) {
        return letter != 0 && letter != '$' && letter != '@' && !Character.isLetterOrDigit(letter & 0x7f);
    }
}
