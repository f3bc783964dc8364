package org.benchconnect.instrument.fcs;

import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.util.Collections;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.stream.Stream;
import org.benchconnect.core.signal.SerialNumber;
import org.benchconnect.core.signal.SoftwareVersion;
import org.jspecify.annotations.Nullable;

/**
 * What TEXT says of the instrument and its run: typed values of a closed list of keywords, looked up whatever their case.
 * Nothing here gives a string of the file, and there is no way to see a keyword outside the list: it was dropped while parsing.
 *
 * <p>Every getter is empty if the keyword is not there, if its value does not have the form, or if it is a keyword of another
 * kind. {@link #has} tells an absent keyword from a bad value. Immutable.
 */
public final class Keywords {
    /** The value of a keyword that is there without one of the right form. */
    static final Object INVALID = new Object() {
        @Override
        public String toString() {
            return "invalid";
        }
    };

    /** The value of a keyword that is there without any. */
    static final Object BLANK = new Object() {
        @Override
        public String toString() {
            return "blank";
        }
    };

    private final Map<String, Object> typed;

    /** Of a map that nobody changes any more. */
    Keywords(Map<String, Object> typed) {
        this.typed = Collections.unmodifiableMap(typed);
    }

    /** Whether a keyword of the list is there, with a valid value or not. */
    public boolean has(String key) {
        return value(key) != null;
    }

    /** Whether a keyword of the list is there and says nothing: its value is empty or blank. */
    public boolean isBlank(String key) {
        return value(key) == BLANK;
    }

    /** A number that has no unit. */
    public OptionalDouble number(String key) {
        return number(key, "");
    }

    /**
     * A number in this unit, one of mW, V, s and %, whose name the file may leave out. Watts and microwatts come as milliwatts,
     * millivolts as volts, milliseconds as seconds; in any other unit it is none.
     */
    public OptionalDouble number(String key, String unit) {
        return value(key) instanceof Quantity quantity
                        && (quantity.unit().isEmpty() || quantity.unit().equalsIgnoreCase(unit))
                ? OptionalDouble.of(quantity.number())
                : OptionalDouble.empty();
    }

    /** The constant whose name the value is, whatever case, blanks and hyphens: {@code Manual Stop} is MANUAL_STOP. */
    public <E extends Enum<E>> Optional<E> token(String key, Class<E> type) {
        return value(key) instanceof Token token
                ? Stream.of(type.getEnumConstants()).filter(token::names).findFirst()
                : Optional.empty();
    }

    /** The instrument's serial number, of {@code @CYTOMETERID} or {@code $CYTSN}. */
    public Optional<SerialNumber> serial(String key) {
        return typed(key, SerialNumber.class);
    }

    /** A version or build; of {@code $SYS} that of Windows, such as 6.1 for Windows 7. */
    public Optional<SoftwareVersion> version(String key) {
        return typed(key, SoftwareVersion.class);
    }

    /** A time of day as the PC's clock showed it, of {@code $BTIM} or {@code $ETIM}. */
    public Optional<LocalTime> time(String key) {
        return typed(key, LocalTime.class);
    }

    /** The day of {@code $DATE}. */
    public Optional<LocalDate> date(String key) {
        return typed(key, LocalDate.class);
    }

    /** A day and time, of {@code @SETTINGSFILEDATETIME}, by the clock of the PC that changed the settings. */
    public Optional<LocalDateTime> dateTime(String key) {
        return typed(key, LocalDateTime.class);
    }

    /** Whether the reader of tubes' codes could read one, of {@code @BARCODE}; what it read is not kept. */
    public Optional<Boolean> codeRead(String key) {
        return typed(key, Boolean.class);
    }

    /** The model that {@code $CYT} names. */
    Optional<FcsModel> model() {
        return typed("$CYT", FcsModel.class);
    }

    int size() {
        return typed.size();
    }

    private <T> Optional<T> typed(String key, Class<T> type) {
        Object value = value(key);
        return type.isInstance(value) ? Optional.of(type.cast(value)) : Optional.empty();
    }

    private @Nullable Object value(String key) {
        return typed.get(key.toUpperCase(Locale.ROOT));
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof Keywords that && typed.equals(that.typed);
    }

    @Override
    public int hashCode() {
        return typed.hashCode();
    }

    /** How many keywords there are, and none of them. */
    @Override
    public String toString() {
        return typed.size() + " keywords";
    }
}
