package org.benchconnect.upgrade.upgrader;

import java.time.LocalTime;
import java.time.ZonedDateTime;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * When an upgrade may change modules, by the clock on the wall: a window that begins at 22:00 does so in summer and in winter. One over the hour that a change to summer time
 * leaves out does not open for that hour, and one over the hour that comes twice is open both times. Immutable.
 */
final class MaintenanceWindow {
    /** The longest text, in characters. */
    static final int MAX_TEXT = 200;

    private static final Pattern FORM =
            Pattern.compile("([01][0-9]|2[0-3]):([0-5][0-9])-(?:([01][0-9]|2[0-3]):([0-5][0-9])|24:00)");
    private static final MaintenanceWindow ALWAYS =
            new MaintenanceWindow(List.of(new Span(LocalTime.MIDNIGHT, LocalTime.MIDNIGHT)));
    private static final MaintenanceWindow NEVER = new MaintenanceWindow(List.of());

    private final List<Span> spans;

    /** From the one time to before the other; the other not later means over midnight. */
    private record Span(LocalTime from, LocalTime to) {
        boolean contains(LocalTime time) {
            boolean begun = !time.isBefore(from);
            boolean before = time.isBefore(to);
            return from.isBefore(to) ? begun && before : begun || before;
        }
    }

    private MaintenanceWindow(List<Span> spans) {
        this.spans = List.copyOf(spans);
    }

    /**
     * Reads {@code HH:MM-HH:MM}, several with commas; an empty text is always open. {@code 00:00-24:00} and one whose end is its beginning last the whole day.
     *
     * @return empty if it has another form
     */
    static Optional<MaintenanceWindow> parse(String text) {
        if (text.isBlank()) {
            return Optional.of(ALWAYS);
        }
        if (text.length() > MAX_TEXT) {
            return Optional.empty();
        }
        List<Optional<Span>> spans =
                Stream.of(text.split(",", -1)).map(MaintenanceWindow::span).toList();
        return spans.stream().allMatch(Optional::isPresent)
                ? Optional.of(new MaintenanceWindow(
                        spans.stream().flatMap(Optional::stream).toList()))
                : Optional.empty();
    }

    /** Never open: what a text that cannot be read means. */
    static MaintenanceWindow never() {
        return NEVER;
    }

    private static Optional<Span> span(String text) {
        Matcher form = FORM.matcher(text.strip());
        if (!form.matches()) {
            return Optional.empty();
        }
        LocalTime to = form.group(3) == null ? LocalTime.MIDNIGHT : time(form.group(3), form.group(4));
        return Optional.of(new Span(time(form.group(1), form.group(2)), to));
    }

    private static LocalTime time(String hour, String minute) {
        return LocalTime.of(Integer.parseInt(hour), Integer.parseInt(minute));
    }

    /** Whether it is open at this time of this place. */
    boolean isOpen(ZonedDateTime now) {
        LocalTime time = now.toLocalTime();
        return spans.stream().anyMatch(span -> span.contains(time));
    }
}
