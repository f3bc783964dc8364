package org.benchconnect.console;

import java.io.IOException;
import java.io.InputStream;
import java.math.RoundingMode;
import java.text.NumberFormat;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.chrono.IsoChronology;
import java.time.format.DateTimeFormatter;
import java.time.format.DateTimeFormatterBuilder;
import java.time.format.FormatStyle;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.Map;
import java.util.Objects;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.benchconnect.core.text.Language;
import org.benchconnect.core.text.Texts;

/**
 * The console's own texts of one language, and no other bundle's: what a privilege or a refusal means must not be reworded by
 * a module that brings a text with the same key. Immutable.
 */
final class OwnWords {
    private static final Pattern PLACEHOLDER = Pattern.compile("\\{([a-zA-Z]{1,40})\\}");
    private static final int MINUTE = 60;
    private static final int HOUR = 3600;
    private static final int KILO = 1000;
    private static final int MEGA = 1_000_000;

    private final Language language;
    private final Texts texts;

    private OwnWords(Language language, Texts texts) {
        this.language = language;
        this.texts = texts;
    }

    /** Of every language. */
    static Map<Language, OwnWords> load() throws IOException {
        Map<Language, OwnWords> all = new EnumMap<>(Language.class);
        for (Language language : Language.values()) {
            InputStream file = Objects.requireNonNull(OwnWords.class.getResourceAsStream("/" + language.file()));
            all.put(language, new OwnWords(language, Texts.read(language, file)));
        }
        return all;
    }

    Language language() {
        return language;
    }

    boolean has(String key) {
        return texts.byKey().containsKey(key);
    }

    String say(String key) {
        return texts.get(key);
    }

    /** With its placeholders filled, once: a value that looks like a placeholder stays as it is. */
    String say(String key, Map<String, String> values) {
        Matcher placeholder = PLACEHOLDER.matcher(texts.get(key));
        return placeholder.replaceAll(found -> Matcher.quoteReplacement(values.getOrDefault(found.group(1), "–")));
    }

    /** The form for a number of things: keys end in {@code .one} and {@code .other}. */
    String count(String key, long count, Map<String, String> values) {
        Map<String, String> all = new HashMap<>(values);
        all.put("count", number(count));
        return say(key + (count == 1 ? ".one" : ".other"), all);
    }

    String number(long number) {
        return NumberFormat.getIntegerInstance(language.locale()).format(number);
    }

    /** A time to wait, in the largest unit that is not too coarse. */
    String duration(long seconds) {
        if (seconds < 2 * MINUTE) {
            return count("time.seconds", seconds, Map.of());
        }
        return seconds < 2 * HOUR
                ? count("time.minutes", (seconds + MINUTE - 1) / MINUTE, Map.of())
                : count("time.hours", (seconds + HOUR - 1) / HOUR, Map.of());
    }

    /** An amount of data, rounded up. */
    String size(long bytes) {
        NumberFormat format = NumberFormat.getNumberInstance(language.locale());
        format.setMaximumFractionDigits(bytes < MEGA ? 0 : 1);
        format.setRoundingMode(RoundingMode.UP);
        return bytes < MEGA
                ? format.format((double) bytes / KILO) + " kB"
                : format.format((double) bytes / MEGA) + " MB";
    }

    /** A day and a time of day by this PC's time zone. */
    String moment(Instant when) {
        String pattern = DateTimeFormatterBuilder.getLocalizedDateTimePattern(
                FormatStyle.LONG, FormatStyle.SHORT, IsoChronology.INSTANCE, language.locale());
        return DateTimeFormatter.ofPattern(pattern, language.locale())
                .withZone(ZoneId.systemDefault())
                .format(when)
                .replace('\u202f', ' ');
    }

    /** A day by this PC's time zone. */
    String day(Instant when) {
        return day(LocalDate.ofInstant(when, ZoneId.systemDefault()));
    }

    /** A day of the calendar. */
    String day(LocalDate day) {
        String pattern = DateTimeFormatterBuilder.getLocalizedDateTimePattern(
                FormatStyle.LONG, null, IsoChronology.INSTANCE, language.locale());
        return DateTimeFormatter.ofPattern(pattern, language.locale()).format(day);
    }
}
