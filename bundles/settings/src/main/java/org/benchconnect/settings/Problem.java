package org.benchconnect.settings;

import java.util.regex.Pattern;

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

    private static final Pattern NAME = Pattern.compile("[A-Za-z0-9._-]+");

    /**
     * A name that came from the file and that no schema knows, shortened. One that could not be a setting's name is not
     * repeated: whatever was typed or pasted there by mistake does not get into the log.
     */
    static String quoted(String name) {
        return NAME.matcher(name).matches() ? name.substring(0, Math.min(name.length(), QUOTED)) : "(unprintable name)";
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
