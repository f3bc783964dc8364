package org.benchconnect.core.signal;

import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * The version or build of a piece of software: one to five numbers of at most nine digits, most significant first.
 *
 * @param numbers the parts, each 0 to 999 999 999
 */
public record SoftwareVersion(List<Integer> numbers) implements Comparable<SoftwareVersion> {
    private static final Pattern FORM = Pattern.compile("[0-9]{1,9}(\\.[0-9]{1,9}){0,4}");

    /** Checks the parts. */
    public SoftwareVersion {
        numbers = List.copyOf(numbers);
        if (numbers.isEmpty()
                || numbers.size() > 5
                || numbers.stream().anyMatch(part -> part < 0 || part > 999_999_999)) {
            throw new IllegalArgumentException("a version has 1 to 5 parts of at most 9 digits");
        }
    }

    /** The version in {@code text}, white space around it ignored; empty if it is anything but numbers and dots. */
    public static Optional<SoftwareVersion> parse(CharSequence text) {
        String trimmed = text.toString().strip();
        if (!FORM.matcher(trimmed).matches()) {
            return Optional.empty();
        }
        return Optional.of(new SoftwareVersion(
                Stream.of(trimmed.split("\\.")).map(Integer::valueOf).toList()));
    }

    @Override
    public int compareTo(SoftwareVersion other) {
        for (int i = 0; i < Math.max(numbers.size(), other.numbers.size()); i++) {
            int mine = i < numbers.size() ? numbers.get(i) : 0;
            int theirs = i < other.numbers.size() ? other.numbers.get(i) : 0;
            if (mine != theirs) {
                return Integer.compare(mine, theirs);
            }
        }
        return 0;
    }

    @Override
    public String toString() {
        return numbers.stream().map(String::valueOf).collect(Collectors.joining("."));
    }
}
