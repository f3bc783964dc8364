package org.benchconnect.core.instrument;

import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.DoubleStream;
import org.benchconnect.core.signal.FactName;

/**
 * What an adapter remembers of earlier readings of one instrument: rows of numbers, nothing else, so that nothing of a
 * specimen can stay behind. Immutable; kept with the reading position in one transaction.
 */
public final class Memory {
    /** The longest row. */
    public static final int MAX_NUMBERS = 4096;
    /** The most rows. */
    public static final int MAX_ROWS = 32;

    private static final Memory BLANK = new Memory(Map.of());

    private final Map<String, List<Double>> rows;

    private Memory(Map<String, List<Double>> rows) {
        this.rows = Collections.unmodifiableMap(rows);
    }

    /** Nothing remembered. */
    public static Memory blank() {
        return BLANK;
    }

    /** The numbers kept under a name, oldest first as they were put; empty if none. */
    public <N extends Enum<N> & FactName> List<Double> row(N name) {
        return rows.getOrDefault(name.name(), List.of());
    }

    /**
     * This memory with other numbers under a name.
     *
     * @throws IllegalArgumentException if a number is not finite, or there are too many
     */
    public <N extends Enum<N> & FactName> Memory with(N name, List<Double> numbers) {
        Map<String, List<Double>> changed = new TreeMap<>(rows);
        changed.put(name.name(), List.copyOf(numbers));
        return checked(changed);
    }

    /** One line that {@link #decode} reads again: {@code NAME=1.0,2.0} joined by semicolons. */
    public String encode() {
        return rows.entrySet().stream()
                .map(row -> row.getKey() + "="
                        + row.getValue().stream().map(String::valueOf).collect(Collectors.joining(",")))
                .collect(Collectors.joining(";"));
    }

    /**
     * Reads {@link #encode}'s line; for the store.
     *
     * @throws IllegalArgumentException if the line is not one that {@code encode} writes
     */
    public static Memory decode(String line) {
        Map<String, List<Double>> rows = new TreeMap<>();
        if (!line.isEmpty()) {
            for (String row : line.split(";", MAX_ROWS + 1)) {
                int equals = row.indexOf('=');
                if (equals < 1 || !row.substring(0, equals).matches("[A-Z][A-Z0-9_]{0,39}")) {
                    throw new IllegalArgumentException("a row of memory is NAME=numbers");
                }
                String numbers = row.substring(equals + 1);
                DoubleStream parsed = numbers.isEmpty()
                        ? DoubleStream.empty()
                        : Arrays.stream(numbers.split(",")).mapToDouble(Double::parseDouble);
                rows.put(row.substring(0, equals), parsed.boxed().toList());
            }
        }
        return checked(rows);
    }

    private static Memory checked(Map<String, List<Double>> rows) {
        if (rows.size() > MAX_ROWS || rows.values().stream().anyMatch(row -> row.size() > MAX_NUMBERS)) {
            throw new IllegalArgumentException("more than an adapter may remember");
        }
        if (rows.values().stream().flatMap(List::stream).anyMatch(number -> !Double.isFinite(number))) {
            throw new IllegalArgumentException("memory holds finite numbers");
        }
        return new Memory(rows);
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof Memory that && rows.equals(that.rows);
    }

    @Override
    public int hashCode() {
        return rows.hashCode();
    }

    @Override
    public String toString() {
        return encode();
    }
}
