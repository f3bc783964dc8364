package org.benchconnect.consent.account;

import java.text.Normalizer;
import java.util.Locale;
import java.util.regex.Pattern;

/**
 * A name as people here know the person: 1 to 60 characters of letters, digits, spaces and what stands in names, in the one form that Unicode has for them
 * (NFC). No character that is not seen. Does not print itself.
 */
final class PersonName {
    static final int LONGEST = 60;

    private static final Pattern FORM = Pattern.compile("[\\p{L}\\p{N}][\\p{L}\\p{M}\\p{N} .,'’()/&-]*");
    private static final Pattern SPACES = Pattern.compile("\\s+");

    private final String text;

    private PersonName(String text) {
        this.text = text;
    }

    /**
     * From what somebody typed.
     *
     * @throws IllegalArgumentException if it cannot be a name; the message does not repeat it
     */
    static PersonName of(String typed) {
        if (typed.length() > 4 * LONGEST) {
            throw new IllegalArgumentException("a name has at most " + LONGEST + " characters");
        }
        String text = SPACES.matcher(
                        Normalizer.normalize(typed, Normalizer.Form.NFC).strip())
                .replaceAll(" ");
        if (text.length() > LONGEST || !FORM.matcher(text).matches()) {
            throw new IllegalArgumentException(
                    "a name has 1 to " + LONGEST + " characters, letters and what stands in names");
        }
        return new PersonName(text);
    }

    /** The way out. */
    String text() {
        return text;
    }

    /** Whether people would take the two for one. */
    boolean looksLike(PersonName other) {
        return folded().equals(other.folded());
    }

    private String folded() {
        return Normalizer.normalize(text, Normalizer.Form.NFKC)
                .toLowerCase(Locale.ROOT)
                .replace('’', '\'');
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof PersonName name && text.equals(name.text);
    }

    @Override
    public int hashCode() {
        return text.hashCode();
    }

    @Override
    public String toString() {
        return "a name";
    }
}
