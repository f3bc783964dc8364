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
 * a keyword of the list, with its {@code $} or {@code @}, puts them right again. Where HEADER is a little off, blanks may stand
 * before the first delimiter, or TEXT may begin just behind it.
 */
final class TextSegment {
    /** Longer values of kept keywords are invalid unseen; the longest valid one known has 60 bytes. */
    private static final int MAX_VALUE = 128;

    /** How far before its delimiter TEXT may begin, by a HEADER that is a little off. */
    private static final int EARLY = 16;

    /** Small letters: what an instrument writes in place of a code that it could not read. */
    private static final byte[] NO_READ = "noread".getBytes(StandardCharsets.US_ASCII);

    private final byte[] text;
    private final int first;
    private final int end;
    private final byte delimiter;
    private final String once;
    private final boolean cut;
    private final Map<String, Object> kept = new HashMap<>(256);

    private TextSegment(byte[] text, int first, byte delimiter, boolean cut) {
        this.text = text;
        this.first = first;
        this.delimiter = delimiter;
        this.once = String.valueOf((char) (delimiter & 0xff));
        this.cut = cut;
        this.end = cut ? text.length : unpadded(text, delimiter);
    }

    /**
     * The keywords of these bytes, or why there are none.
     *
     * @param cut whether the file ended before the segment did: then its last value may lack its end, and goes
     */
    static Parsed parse(byte[] text, boolean cut) {
        Parsed asWritten = parse(text, 0, cut);
        int early = 0;
        while (early < Math.min(EARLY, text.length) && isBlank(text[early])) {
            early++;
        }
        boolean rescue = early > 0 && asWritten.refusal() == FcsRefusal.TEXT_UNREADABLE;
        return rescue ? parse(text, early, cut) : asWritten;
    }

    private static Parsed parse(byte[] text, int from, boolean cut) {
        int delimiterAt = delimiterAt(text, from);
        if (delimiterAt >= text.length || !canDelimit(text[delimiterAt])) {
            return new Parsed(null, FcsRefusal.TEXT_UNREADABLE);
        }
        int first = delimiterAt == from ? from + 1 : from;
        TextSegment segment = new TextSegment(text, first, text[delimiterAt], cut);
        if (!segment.readPairs()) {
            return new Parsed(null, FcsRefusal.TOO_MANY_KEYWORDS);
        }
        return segment.kept.isEmpty()
                ? new Parsed(null, FcsRefusal.TEXT_UNREADABLE)
                : new Parsed(new Keywords(segment.kept), null);
    }

    /** The first byte, or, if TEXT begins one byte late with {@code $}, the one behind the first keyword. */
    private static int delimiterAt(byte[] text, int from) {
        int at = from;
        if (at < text.length && text[at] == '$') {
            do {
                at++;
            } while (at < text.length && (text[at] == '_' || Character.isLetterOrDigit(text[at] & 0x7f)));
        }
        return at;
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
        int at = first;
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
        if (before == null || before == Keywords.INVALID || before == Keywords.BLANK) {
            Object typed = typed(entry, value, valueEnd);
            kept.put(name, typed == null ? Keywords.INVALID : typed);
        }
    }

    private @Nullable Object typed(Vocabulary.Entry entry, int start, int valueEnd) {
        int from = skipBlanks(start, valueEnd);
        int to = dropBlanks(from, valueEnd);
        if (from >= to) {
            return Keywords.BLANK;
        } else if (entry.kind() == Kind.CODE_READ) {
            return !isNoRead(from, to);
        } else if (to - from > MAX_VALUE) {
            return null;
        }
        String value = new String(text, from, to - from, StandardCharsets.ISO_8859_1);
        return entry.typed(unspaced(next(from) < to ? value.replace(once + once, once) : value));
    }

    /** What the instrument writes when its reader found no code: {@code NoRead}. Looks at bytes alone: anything else is a specimen's code. */
    private boolean isNoRead(int from, int to) {
        for (int at = 0; at < NO_READ.length; at++) {
            if (from + at >= to || (text[from + at] | 0x20) != NO_READ[at]) {
                return false;
            }
        }
        return to - from == NO_READ.length;
    }

    /** A space that does not break, of Latin 1 or UTF-8, is a blank. */
    private static String unspaced(String value) {
        return value.indexOf('\u00a0') < 0
                ? value
                : value.replace("\u00c2\u00a0", " ").replace('\u00a0', ' ').strip();
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

    private static int unpadded(byte[] text, byte delimiter) {
        int end = text.length;
        while (end > 1 && text[end - 1] != delimiter && isBlank(text[end - 1])) {
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
