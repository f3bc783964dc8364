package org.benchconnect.instrument.log;

import java.time.Duration;
import java.util.List;
import java.util.Objects;
import java.util.Set;

/**
 * How a log is followed.
 *
 * @param folder absolute; empty if no log is followed
 * @param pattern a glob for the names of the log's files
 * @param encoding how they are written
 * @param table what lines mean
 * @param timeForm a pattern of {@link java.time.format.DateTimeFormatter} for the date and time that lines begin with, or empty
 * @param quiet after so long without a line the instrument counts as idle, and as acquiring until then; zero if that proves nothing
 */
public record LogSettings(
        String folder, String pattern, LogEncoding encoding, LogTable table, String timeForm, Duration quiet) {
    /** Without surrounding blanks; null, which is what Declarative Services makes of an empty default, is empty. */
    public LogSettings {
        folder = Objects.requireNonNullElse(folder, "").strip();
        pattern = Objects.requireNonNullElse(pattern, "").strip();
        timeForm = Objects.requireNonNullElse(timeForm, "").strip();
    }

    /**
     * As the laboratory's settings have it.
     *
     * @param encoding the name of a {@link LogEncoding}; any other is AUTO
     * @param rules see {@link LogTable#of}
     * @param quietMinutes 0 to 1440; what is outside counts as the nearest within
     */
    public static LogSettings of(
            String folder, String pattern, String encoding, String[] rules, String timeForm, int quietMinutes) {
        return new LogSettings(
                folder,
                pattern,
                LogEncoding.named(encoding),
                LogTable.of(List.of(rules)),
                timeForm,
                Duration.ofMinutes(Math.max(0, Math.min(1440, quietMinutes))));
    }

    /** The same without rules of these codes. */
    LogSettings without(Set<String> codes) {
        return new LogSettings(folder, pattern, encoding, table.without(codes), timeForm, quiet);
    }

    /** Whether there is a log to follow. */
    public boolean isSet() {
        return !folder.isEmpty();
    }

    /** Whether lines, or their absence, tell what the instrument does. */
    public boolean tellsActivity() {
        return isSet() && (table.tellsActivity() || !quiet.isZero());
    }
}
