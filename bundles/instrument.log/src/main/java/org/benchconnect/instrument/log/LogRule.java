package org.benchconnect.instrument.log;

import java.time.Duration;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.regex.PatternSyntaxException;
import org.benchconnect.core.signal.ConfiguredCode;
import org.benchconnect.core.signal.Kind;
import org.benchconnect.core.signal.Severity;
import org.jspecify.annotations.Nullable;

/**
 * One rule of a table. As text, of at most 700 characters:
 *
 * <pre>{@code
 * CODE severity kind [N in TIME] [clears after TIME]: expression     this is so
 * clear CODE: expression                                             this is so no more
 * busy: expression     idle: expression                              what the instrument does from here on
 * }</pre>
 *
 * The expression is one that {@link PatternReader} knows, found anywhere in the line. A time is a number and {@code s}, {@code m}, {@code h} or {@code d}, one second to 31 days.
 *
 * @param number its place in the table, from 1
 * @param does what it says
 * @param code of the condition; null for busy and idle
 * @param severity how urgent it is
 * @param count how often it must match within {@code within}, 1 to 100000
 * @param within the time of the count; zero if the count is 1
 * @param clearsAfter without a match for so long the condition is over
 */
record LogRule(
        int number,
        Does does,
        @Nullable ConfiguredCode code,
        Severity severity,
        int count,
        Duration within,
        Duration clearsAfter,
        String expression) {
    /** Unless the rule says otherwise. */
    static final Duration CLEARS_AFTER = Duration.ofDays(1);

    /** What the watches say themselves: a line of a log neither raises nor clears it. */
    static final Set<String> TAKEN = Set.of(
            "LOG_UNREADABLE",
            "LOG_TOO_MANY_FILES",
            "LOG_RULES_INVALID",
            "LOG_RULE_TOO_SLOW",
            "LIS_TROUBLE",
            "LIS_NO_ANSWER",
            "SERVICE_STOPPED",
            "SERVICE_UNKNOWN",
            "CONNECTION_DOWN",
            "CONNECTION_NOT_PERMITTED",
            "QUEUE_STUCK",
            "QUEUE_UNREADABLE");

    private static final Duration LONGEST = Duration.ofDays(31);
    private static final String TIME = "[0-9]{1,5}[smhd]";
    private static final Pattern RAISES =
            Pattern.compile("(?<code>[A-Z][A-Z0-9_]{0,39}) (?<severity>info|warning|fault)"
                    + " (?<kind>configuration|performance|instrument|software|security)"
                    + "(?: (?<count>[0-9]{1,6}) in (?<within>" + TIME + "))?(?: clears after (?<clears>" + TIME + "))?"
                    + ": (?<expression>.+)");
    private static final Pattern CLEARS = Pattern.compile("clear (?<code>[A-Z][A-Z0-9_]{0,39}): (?<expression>.+)");
    private static final Pattern SAYS = Pattern.compile("(?<does>busy|idle): (?<expression>.+)");

    /** What a match says. */
    enum Does {
        RAISE,
        CLEAR,
        BUSY,
        IDLE
    }

    /** Whether it says what the instrument does. */
    boolean tellsActivity() {
        return does == Does.BUSY || does == Does.IDLE;
    }

    /** Reads a rule; empty if it is none. */
    static Optional<LogRule> parse(int number, String text) {
        try {
            return text.length() > 700 ? Optional.empty() : parsed(number, text.strip());
        } catch (IllegalArgumentException none) {
            return Optional.empty();
        }
    }

    private static Optional<LogRule> parsed(int number, String text) {
        Matcher raises = RAISES.matcher(text);
        if (raises.matches()) {
            return Optional.of(raising(number, raises));
        }
        Matcher clears = CLEARS.matcher(text);
        if (clears.matches()) {
            ConfiguredCode code = code(clears, Kind.INSTRUMENT);
            return Optional.of(simple(number, Does.CLEAR, code, clears.group("expression")));
        }
        Matcher says = SAYS.matcher(text);
        return says.matches()
                ? Optional.of(simple(
                        number,
                        says.group("does").equals("busy") ? Does.BUSY : Does.IDLE,
                        null,
                        says.group("expression")))
                : Optional.empty();
    }

    private static LogRule raising(int number, Matcher rule) {
        String count = rule.group("count");
        String clears = rule.group("clears");
        int times = count == null ? 1 : Integer.parseInt(count);
        if (times < 1 || times > 100_000) {
            throw new IllegalArgumentException("a count is 1 to 100000");
        }
        return new LogRule(
                number,
                Does.RAISE,
                code(rule, Kind.valueOf(upper(rule.group("kind")))),
                Severity.valueOf(upper(rule.group("severity"))),
                times,
                count == null ? Duration.ZERO : time(rule.group("within")),
                clears == null ? CLEARS_AFTER : time(clears),
                compiled(rule.group("expression")));
    }

    private static ConfiguredCode code(Matcher rule, Kind kind) {
        if (TAKEN.contains(rule.group("code"))) {
            throw new IllegalArgumentException("a code that a watch says itself");
        }
        return ConfiguredCode.of(rule.group("code"), kind);
    }

    private static LogRule simple(int number, Does does, @Nullable ConfiguredCode code, String expression) {
        return new LogRule(number, does, code, Severity.INFO, 1, Duration.ZERO, CLEARS_AFTER, compiled(expression));
    }

    /** Only to refuse what is no expression: the pattern itself is made for each thread. */
    private static String compiled(String expression) throws PatternSyntaxException {
        return new BoundedPattern(expression).find(new Line("", false)) ? matchesAnything() : expression;
    }

    private static String matchesAnything() {
        throw new IllegalArgumentException("an expression that an empty line fits says nothing");
    }

    private static String upper(String word) {
        return word.toUpperCase(Locale.ROOT);
    }

    private static Duration time(String text) {
        long number = Long.parseLong(text.substring(0, text.length() - 1));
        Duration time =
                switch (text.charAt(text.length() - 1)) {
                    case 's' -> Duration.ofSeconds(number);
                    case 'm' -> Duration.ofMinutes(number);
                    case 'h' -> Duration.ofHours(number);
                    default -> Duration.ofDays(number);
                };
        if (time.isZero() || time.compareTo(LONGEST) > 0) {
            throw new IllegalArgumentException("a time is one second to 31 days");
        }
        return time;
    }
}
