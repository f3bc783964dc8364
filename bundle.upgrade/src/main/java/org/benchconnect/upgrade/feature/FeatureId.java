package org.benchconnect.upgrade.feature;

import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Which feature in which version: {@code group:artifact:version}, as OSGi's Feature specification writes an id (159.2.1), with
 * less freedom. The artifact is the feature's {@link #name()}.
 *
 * @param group of the vendor, such as {@code org.benchconnect}
 * @param name such as {@code org.benchconnect.base}; a hyphen in it stands before a letter, so that {@code <name>-<version>}
 *     can be taken apart in one way only
 * @param version an OSGi version in full: {@code 1.2.3} or {@code 1.2.3.qualifier}
 */
public record FeatureId(String group, String name, String version) {
    private static final Pattern GROUP = Pattern.compile("[a-z][a-z0-9-]*(\\.[a-z][a-z0-9-]*)*");
    private static final Pattern NAME = Pattern.compile("[a-z][a-z0-9]*((\\.|-[a-z])[a-z0-9]+|-[a-z])*");
    private static final Pattern VERSION =
            Pattern.compile("(0|[1-9][0-9]{0,8})(\\.(0|[1-9][0-9]{0,8})){2}(\\.[A-Za-z0-9_-]{1,40})?");
    private static final Pattern FILE = Pattern.compile("(.+?)-([0-9].*)");
    private static final int LONGEST = 80;

    /**
     * Checks the three parts.
     *
     * @throws IllegalArgumentException if one has another form
     */
    public FeatureId {
        if (group.length() > LONGEST || !GROUP.matcher(group).matches()) {
            throw new IllegalArgumentException("a group is lower case words joined by dots, at most 80 characters");
        }
        if (!isName(name)) {
            throw new IllegalArgumentException(
                    "a feature's name is lower case letters, digits, dots, and hyphens before letters, at most 80");
        }
        if (!isVersion(version)) {
            throw new IllegalArgumentException("a feature's version is 1.2.3 or 1.2.3.qualifier");
        }
    }

    /** Whether a feature can have this name. */
    public static boolean isName(String name) {
        return name.length() <= LONGEST && NAME.matcher(name).matches();
    }

    static boolean isVersion(String version) {
        return VERSION.matcher(version).matches();
    }

    /**
     * Takes {@code group:artifact:version} apart.
     *
     * @throws IllegalArgumentException if it has another form
     */
    public static FeatureId parse(String id) {
        String[] parts = id.split(":", 4);
        if (parts.length != 3) {
            throw new IllegalArgumentException("an id is group:artifact:version");
        }
        return new FeatureId(parts[0], parts[1], parts[2]);
    }

    /** The feature's name in {@code <name>-<version>}; empty if it is none. */
    static Optional<String> nameIn(String file) {
        Matcher parts = FILE.matcher(file);
        return parts.matches() && isName(parts.group(1)) && isVersion(parts.group(2))
                ? Optional.of(parts.group(1))
                : Optional.empty();
    }

    @Override
    public String toString() {
        return group + ":" + name + ":" + version;
    }
}
