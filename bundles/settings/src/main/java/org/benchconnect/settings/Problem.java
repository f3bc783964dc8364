package org.benchconnect.settings;

/**
 * Something wrong in the settings file. It is written to the local log only: a notice carries place and defect, not the
 * words.
 *
 * @param defect what is wrong
 * @param at where
 * @param key the section or setting in the schema's own words; what the file says is quoted at most {@link #QUOTED} long
 * @param remedy what to do, a sentence
 */
record Problem(Defect defect, Position at, String key, String remedy) {
    /** So much is quoted of a name that no schema knows. */
    static final int QUOTED = 40;

    /** A name that came from the file and that no schema knows: its printable ASCII characters, shortened. */
    static String quoted(String name) {
        StringBuilder printable = new StringBuilder();
        name.chars().limit(QUOTED).forEach(c -> printable.append(c > ' ' && c < 0x7f ? (char) c : '?'));
        return printable.toString();
    }

    /** Whether the section still counts: one that nobody knows harms nothing. */
    boolean isWarning() {
        return defect == Defect.UNKNOWN_SECTION;
    }

    @Override
    public String toString() {
        String place = at.equals(Position.WHOLE_FILE) ? "" : ", line " + at.line() + ", column " + at.column();
        return "config/agent.json" + place + ": " + (key.isEmpty() ? "" : key + ": ") + remedy;
    }
}
