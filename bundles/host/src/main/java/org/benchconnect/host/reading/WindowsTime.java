package org.benchconnect.host.reading;

import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * The answer of {@code w32tm /query /status /verbose}, whose words are in the language of Windows: the first line ends in the leap
 * indicator (3: not synchronised), and of the lines that end in seconds the third is the offset, after root delay and dispersion.
 */
final class WindowsTime {
    private static final Pattern LEAP = Pattern.compile("^[^:\\r\\n]{1,80}: ?([0-3])\\(");
    private static final Pattern SECONDS =
            Pattern.compile("^[^:\\r\\n]{1,80}: ?(-?[0-9]{1,10}[.,][0-9]{1,12})s\\s*$", Pattern.MULTILINE);
    private static final int NOT_SYNCHRONISED = 3;
    private static final int OFFSET = 2;

    private WindowsTime() {}

    static Optional<ClockState> read(String answer) {
        Matcher leap = LEAP.matcher(answer.stripLeading());
        if (!leap.find()) {
            return Optional.empty();
        }
        boolean synchronised = Integer.parseInt(leap.group(1)) != NOT_SYNCHRONISED;
        List<String> seconds =
                SECONDS.matcher(answer).results().map(found -> found.group(1)).toList();
        return Optional.of(new ClockState(
                synchronised,
                synchronised && seconds.size() > OFFSET
                        ? OptionalDouble.of(
                                Math.abs(Double.parseDouble(seconds.get(OFFSET).replace(',', '.'))))
                        : OptionalDouble.empty()));
    }
}
