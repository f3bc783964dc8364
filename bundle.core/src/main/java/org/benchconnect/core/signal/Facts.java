package org.benchconnect.core.signal;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.BiConsumer;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** The named facts of a signal, immutable, in the order in which they were added. */
public final class Facts {
    /** More facts than any signal needs; a bound for what comes back from the database. */
    public static final int MAX = 64;

    private static final Pattern NAME = Pattern.compile("[A-Z][A-Z0-9_]{0,39}");
    private static final Facts NONE = new Facts(Map.of());

    private final Map<String, Fact> byName;

    private Facts(Map<String, Fact> byName) {
        this.byName = Collections.unmodifiableMap(byName);
    }

    /** No facts. */
    public static Facts none() {
        return NONE;
    }

    /** These facts and a number. */
    public <N extends Enum<N> & FactName> Facts with(N name, double value) {
        return with(name, new Fact.Quantity(value));
    }

    /** These facts and a boolean. */
    public <N extends Enum<N> & FactName> Facts with(N name, boolean value) {
        return with(name, new Fact.Flag(value));
    }

    /** These facts and an enum constant. */
    public <N extends Enum<N> & FactName> Facts with(N name, Enum<?> value) {
        return with(name, Fact.Token.of(value));
    }

    /** These facts and a version. */
    public <N extends Enum<N> & FactName> Facts with(N name, SoftwareVersion value) {
        return with(name, new Fact.OfVersion(value));
    }

    /** These facts and the instrument's serial number. */
    public <N extends Enum<N> & FactName> Facts with(N name, SerialNumber value) {
        return with(name, new Fact.OfSerial(value));
    }

    private Facts with(Enum<?> name, Fact fact) {
        Map<String, Fact> more = new LinkedHashMap<>(byName);
        more.put(checkedName(name.name()), fact);
        if (more.size() > MAX) {
            throw new IllegalArgumentException("more than " + MAX + " facts");
        }
        return new Facts(more);
    }

    /** The facts of these names, sorted by name, for a signal's {@linkplain Signal#condition() condition}. */
    Facts only(Set<? extends FactName> names) {
        Map<String, Fact> kept = new TreeMap<>();
        names.forEach(name -> {
            Fact fact = byName.get(name.name());
            if (fact != null) {
                kept.put(name.name(), fact);
            }
        });
        return new Facts(kept);
    }

    /** The fact of a name, or null. */
    public @Nullable Fact get(FactName name) {
        return byName.get(name.name());
    }

    /** Calls {@code each} with the name, as JSON writes it ({@code measuredMilliwatt}), and the fact. */
    public void forEach(BiConsumer<String, Fact> each) {
        byName.forEach((name, fact) -> each.accept(jsonName(name), fact));
    }

    /** How many facts there are. */
    public int size() {
        return byName.size();
    }

    /**
     * One line that {@link #decode} reads again: {@code NAME=<type><value>} joined by semicolons, where the type is one of
     * {@code n} number, {@code b} boolean, {@code t} token, {@code v} version, {@code s} serial. No value can contain a
     * semicolon or an equals sign, so nothing is escaped.
     */
    public String encode() {
        return byName.entrySet().stream()
                .map(entry -> entry.getKey() + "=" + type(entry.getValue())
                        + entry.getValue().plain())
                .collect(Collectors.joining(";"));
    }

    /**
     * Reads {@link #encode}'s line. For the store alone, which gives back what it was given: everybody else says facts with
     * {@code with}.
     *
     * @throws IllegalArgumentException if the line is not one that {@code encode} writes
     */
    public static Facts decode(String line) {
        Map<String, Fact> facts = new LinkedHashMap<>();
        if (!line.isEmpty()) {
            for (String part : line.split(";", MAX + 1)) {
                int equals = part.indexOf('=');
                if (equals < 0 || equals + 1 >= part.length()) {
                    throw new IllegalArgumentException("a fact is NAME=<type><value>");
                }
                facts.put(
                        checkedName(part.substring(0, equals)),
                        fact(part.charAt(equals + 1), part.substring(equals + 2)));
            }
        }
        if (facts.size() > MAX) {
            throw new IllegalArgumentException("more than " + MAX + " facts");
        }
        return new Facts(facts);
    }

    private static Fact fact(char type, String value) {
        return switch (type) {
            case 'n' -> new Fact.Quantity(number(value));
            case 'b' -> new Fact.Flag(flag(value));
            case 't' -> Fact.Token.stored(value);
            case 'v' ->
                new Fact.OfVersion(SoftwareVersion.parse(value)
                        .orElseThrow(() -> new IllegalArgumentException("a fact's version is none")));
            case 's' ->
                new Fact.OfSerial(SerialNumber.parse(value)
                        .orElseThrow(() -> new IllegalArgumentException("a fact's serial number is none")));
            default -> throw new IllegalArgumentException("a fact's type is one of n b t v s");
        };
    }

    private static double number(String value) {
        if (value.length() > 400) {
            throw new IllegalArgumentException("a fact's number is too long");
        }
        return Double.parseDouble(value);
    }

    private static boolean flag(String value) {
        return switch (value) {
            case "true" -> true;
            case "false" -> false;
            default -> throw new IllegalArgumentException("a fact's boolean is true or false");
        };
    }

    private static char type(Fact fact) {
        if (fact instanceof Fact.Quantity) {
            return 'n';
        } else if (fact instanceof Fact.Flag) {
            return 'b';
        } else if (fact instanceof Fact.Token) {
            return 't';
        } else if (fact instanceof Fact.OfVersion) {
            return 'v';
        }
        return 's';
    }

    static String checkedName(String name) {
        if (!NAME.matcher(name).matches()) {
            throw new IllegalArgumentException("a name is [A-Z][A-Z0-9_]{0,39}");
        }
        return name;
    }

    private static String jsonName(String constant) {
        StringBuilder name = new StringBuilder();
        for (String word : constant.toLowerCase(Locale.ROOT).split("_")) {
            name.append(
                    name.isEmpty() || word.isEmpty()
                            ? word
                            : word.substring(0, 1).toUpperCase(Locale.ROOT) + word.substring(1));
        }
        return name.toString();
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof Facts that && byName.equals(that.byName);
    }

    @Override
    public int hashCode() {
        return byName.hashCode();
    }

    @Override
    public String toString() {
        return encode();
    }
}
