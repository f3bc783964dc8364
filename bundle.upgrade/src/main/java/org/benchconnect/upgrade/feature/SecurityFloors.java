package org.benchconnect.upgrade.feature;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Collections;
import java.util.Map;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * The highest security floor that was ever verified, by feature: no release with a lower counter is accepted any more. Kept as
 * lines {@code <floor>  <name>}, sorted. Immutable.
 */
final class SecurityFloors {
    /** The longest file, in bytes. */
    static final int MAX_BYTES = 256 * 1024;

    private static final Pattern LINE = Pattern.compile("([1-9][0-9]{0,15})  ([a-z][a-z0-9.-]{0,79})");

    private final Map<String, Long> byName;

    private SecurityFloors(Map<String, Long> byName) {
        this.byName = Collections.unmodifiableMap(byName);
    }

    /** Of a PC that has verified nothing yet. */
    static SecurityFloors none() {
        return new SecurityFloors(Map.of());
    }

    /**
     * Reads {@link #toBytes}.
     *
     * @throws IllegalArgumentException if they are other bytes: then nothing is known, and nothing may be accepted
     */
    static SecurityFloors parse(byte[] bytes) {
        Map<String, Long> byName = new TreeMap<>();
        for (String line : new String(bytes, StandardCharsets.ISO_8859_1).split("\n")) {
            Matcher matcher = LINE.matcher(line);
            if (matcher.matches()) {
                byName.put(matcher.group(2), Long.parseLong(matcher.group(1)));
            }
        }
        SecurityFloors floors = new SecurityFloors(byName);
        if (bytes.length > MAX_BYTES || !Arrays.equals(floors.toBytes(), bytes)) {
            throw new IllegalArgumentException("the security floors are not those that were written");
        }
        return floors;
    }

    /** As {@link #parse} reads it again. */
    byte[] toBytes() {
        StringBuilder text = new StringBuilder();
        byName.forEach(
                (name, floor) -> text.append(floor).append("  ").append(name).append('\n'));
        return text.toString().getBytes(StandardCharsets.ISO_8859_1);
    }

    /** The floor of a feature, 0 if none was ever verified. */
    long of(String name) {
        return byName.getOrDefault(name, 0L);
    }

    /** These, and this feature's at least so high; the same object if that is nothing new. */
    SecurityFloors raised(String name, long floor) {
        if (floor <= of(name)) {
            return this;
        }
        Map<String, Long> more = new TreeMap<>(byName);
        more.put(name, floor);
        return new SecurityFloors(more);
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof SecurityFloors that && byName.equals(that.byName);
    }

    @Override
    public int hashCode() {
        return byName.hashCode();
    }
}
