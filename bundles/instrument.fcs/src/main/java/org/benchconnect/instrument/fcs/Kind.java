package org.benchconnect.instrument.fcs;

import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.benchconnect.core.signal.SerialNumber;
import org.benchconnect.core.signal.SoftwareVersion;
import org.jspecify.annotations.Nullable;

/** What a kept keyword's value is: each kind turns a value into something typed, or into nothing if it does not have the form. */
enum Kind {
    /** A number, perhaps with a unit: {@link Quantity}. */
    NUMBER {
        @Override
        @Nullable
        Object typed(String value) {
            return Quantity.parse(value);
        }
    },
    /** A word of a small set, which the caller's enum lists: {@link Token}. */
    TOKEN {
        @Override
        @Nullable
        Object typed(String value) {
            return Token.parse(value);
        }
    },
    /** The instrument's serial number: {@link SerialNumber}. */
    SERIAL {
        @Override
        @Nullable
        Object typed(String value) {
            return SerialNumber.parse(value).orElse(null);
        }
    },
    /** The version or build of a piece of software: {@link SoftwareVersion}. */
    VERSION {
        @Override
        @Nullable
        Object typed(String value) {
            return SoftwareVersion.parse(value).orElse(null);
        }
    },
    /** Windows, by the version behind its name, such as 6.1.7601: {@link SoftwareVersion}. The PC's name can stand before it. */
    OPERATING_SYSTEM {
        @Override
        @Nullable
        Object typed(String value) {
            Matcher windows = WINDOWS.matcher(value);
            return windows.find() ? SoftwareVersion.parse(windows.group(1)).orElse(null) : null;
        }
    },
    /** The instrument's name: {@link FcsModel}. */
    MODEL {
        @Override
        Object typed(String value) {
            return FcsModel.named(value);
        }
    },
    /** A time of day: {@link java.time.LocalTime}. */
    TIME {
        @Override
        @Nullable
        Object typed(String value) {
            return ClockWords.time(value);
        }
    },
    /** A day: {@link java.time.LocalDate}. */
    DATE {
        @Override
        @Nullable
        Object typed(String value) {
            return ClockWords.date(value);
        }
    },
    /** A day and a time of day, behind a comma: {@link java.time.LocalDateTime}. */
    DATE_TIME {
        @Override
        @Nullable
        Object typed(String value) {
            return ClockWords.dateTime(value);
        }
    },
    /** Whether a code could be read, and nothing of the code: {@link Boolean}. {@link TextSegment} compares its bytes, so that no code becomes a string. */
    CODE_READ {
        @Override
        @Nullable
        Object typed(String value) {
            return null;
        }
    };

    private static final Pattern WINDOWS =
            Pattern.compile("(?i)\\bWindows\\b.*[ ,]([0-9]{1,9}(?:\\.[0-9]{1,9}){1,4})(?![0-9.])");

    /** The typed value, or null if {@code value}, which has no white space around it, is none of this kind. */
    abstract @Nullable Object typed(String value);
}
