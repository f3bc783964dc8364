package org.benchconnect.notify;

import java.time.Duration;
import java.util.EnumSet;
import java.util.Set;
import java.util.function.Function;
import org.benchconnect.core.signal.Severity;

/**
 * What the settings say. Immutable.
 *
 * @param flap within what comes back as the same notice; zero where nothing does
 * @param stormNotices how many open singly
 * @param storm within which time they make a storm, and without another after which it is over
 * @param pressFaults after which time without an acknowledgement a fault is pressed on; zero: never
 * @param pressWarnings the same for a warning
 * @param quiet when INFO is not told
 * @param shifts when shifts begin
 * @param historyAge how long a cleared notice is kept
 * @param history how many cleared ones are kept
 * @param invalid settings that have not their form; as shipped stands for them
 */
record NoticeRules(
        Duration flap,
        int stormNotices,
        Duration storm,
        Duration pressFaults,
        Duration pressWarnings,
        QuietHours quiet,
        ShiftStarts shifts,
        Duration historyAge,
        int history,
        Set<NoticeCode.Setting> invalid) {
    /** Copies the set. */
    NoticeRules {
        invalid = Set.copyOf(invalid);
    }

    static NoticeRules of(NotificationConfiguration settings) {
        Set<NoticeCode.Setting> invalid = EnumSet.noneOf(NoticeCode.Setting.class);
        QuietHours quiet = parsed(
                settings.quiet_hours(), QuietHours::parse, QuietHours.NONE, NoticeCode.Setting.QUIET_HOURS, invalid);
        ShiftStarts shifts = parsed(
                settings.shift_starts(),
                ShiftStarts::parse,
                ShiftStarts.SHIPPED,
                NoticeCode.Setting.SHIFT_STARTS,
                invalid);
        return new NoticeRules(
                Duration.ofMinutes(within(settings.flap_minutes(), 0, 240)),
                within(settings.storm_notices(), 2, 100),
                Duration.ofMinutes(within(settings.storm_minutes(), 1, 240)),
                Duration.ofMinutes(within(settings.escalate_fault_minutes(), 0, 10_080)),
                Duration.ofMinutes(within(settings.escalate_warning_minutes(), 0, 10_080)),
                quiet,
                shifts,
                Duration.ofDays(within(settings.history_days(), 1, 400)),
                within(settings.history_notices(), 100, 10_000),
                invalid);
    }

    private static int within(int value, int least, int most) {
        return Math.min(Math.max(value, least), most);
    }

    private static <T> T parsed(
            String text,
            Function<String, T> parse,
            T shipped,
            NoticeCode.Setting setting,
            Set<NoticeCode.Setting> invalid) {
        try {
            return parse.apply(text);
        } catch (IllegalArgumentException e) {
            invalid.add(setting);
            return shipped;
        }
    }

    /** After which time without an acknowledgement a notice of this severity is pressed on; zero: never. */
    Duration pressAfter(Severity severity) {
        return switch (severity) {
            case FAULT -> pressFaults;
            case WARNING -> pressWarnings;
            case INFO -> Duration.ZERO;
        };
    }
}
