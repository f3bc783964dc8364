package org.benchconnect.core.signal;

import java.util.Objects;
import java.util.regex.Pattern;

/**
 * A code that a laboratory's settings name, for instruments whose logs no public document describes. Made when a component is activated, from its
 * configuration alone, never from what an instrument wrote: which code a signal has tells which rule spoke, and nothing of the line that it spoke of.
 */
public final class ConfiguredCode implements SignalCode {
    private static final Pattern NAME = Pattern.compile("[A-Z][A-Z0-9_]{0,39}");

    private final String name;
    private final Kind kind;

    private ConfiguredCode(String name, Kind kind) {
        this.name = name;
        this.kind = kind;
    }

    /**
     * The code of a rule.
     *
     * @throws IllegalArgumentException if the name is not {@code [A-Z][A-Z0-9_]{0,39}}
     */
    public static ConfiguredCode of(String name, Kind kind) {
        if (!NAME.matcher(name).matches()) {
            throw new IllegalArgumentException("a code has 1 to 40 capitals, digits and underscores, a capital first");
        }
        return new ConfiguredCode(name, kind);
    }

    @Override
    public String name() {
        return name;
    }

    @Override
    public Kind kind() {
        return kind;
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof ConfiguredCode that && name.equals(that.name) && kind == that.kind;
    }

    @Override
    public int hashCode() {
        return Objects.hash(name, kind);
    }

    @Override
    public String toString() {
        return name;
    }
}
