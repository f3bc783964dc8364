package org.benchconnect.upgrade.tuf;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;

/**
 * A targets role lets another role speak for some paths (specification 4.5).
 *
 * @param role the other role's name, any text
 * @param signers whose keys count for it, here
 * @param terminating whether nobody further down the list is asked about these paths
 * @param patterns of paths; empty if hash prefixes are used
 * @param hashPrefixes beginnings of the lower-case hex SHA-256 of paths; empty if patterns are used
 */
record Delegation(
        String role, Signers signers, boolean terminating, List<PathPattern> patterns, List<String> hashPrefixes) {
    private static final int LONGEST_NAME = 200;
    private static final int MOST_PATTERNS = 1024;
    /** As many bins as hashed delegations are made with, 16^4 being beyond reason. */
    private static final int MOST_PREFIXES = 16_384;
    /** Names of devices on Windows, whatever follows their dot: {@code con.json} cannot be read or kept there. */
    private static final Pattern DEVICE = Pattern.compile("(?i)(con|prn|aux|nul|com[0-9]|lpt[0-9])(\\..*)?");

    static Delegation read(Fields listed, Map<String, KeyText> keys) throws MalformedMetadataException {
        String name = listed.text("name");
        if (!isRoleName(name)) {
            throw listed.malformed(
                    "it delegates to a role without name, with a very long or unprintable one, or with that"
                            + " of a top-level role or of a device");
        }
        if (listed.has("paths") == listed.has("path_hash_prefixes")) {
            throw listed.malformed("a delegation needs either paths or path_hash_prefixes");
        }
        return new Delegation(
                name, Signers.read(listed, keys), listed.truth("terminating"), patterns(listed), prefixes(listed));
    }

    /**
     * Any name that fits into a file name on every system when encoded, and into a message. A file system that ignores case
     * would take {@code Root.json} for {@code root.json}.
     */
    private static boolean isRoleName(String name) {
        return !name.isEmpty()
                && Root.ROLES.stream().noneMatch(name::equalsIgnoreCase)
                && !DEVICE.matcher(name).matches()
                && name.equals(Fields.printable(name))
                && name.length() <= LONGEST_NAME
                && TargetPath.encoded(name).length() <= LONGEST_NAME;
    }

    /** Whether the role may speak for this path. */
    boolean covers(String path) {
        if (patterns.stream().anyMatch(pattern -> pattern.matches(path))) {
            return true;
        }
        return !hashPrefixes.isEmpty() && hashPrefixes.stream().anyMatch(TargetPath.hash(path)::startsWith);
    }

    /** The most steps that {@link #covers} takes for this path. */
    long steps(String path) {
        return hashPrefixes.size()
                + patterns.stream().mapToLong(pattern -> pattern.steps(path)).sum();
    }

    private static List<PathPattern> patterns(Fields listed) throws MalformedMetadataException {
        List<PathPattern> patterns = new ArrayList<>();
        for (String pattern : texts(listed, "paths", MOST_PATTERNS)) {
            if (pattern.length() > PathPattern.LONGEST) {
                throw listed.malformed("a pattern of paths has more than " + PathPattern.LONGEST + " characters");
            }
            patterns.add(new PathPattern(pattern));
        }
        return List.copyOf(patterns);
    }

    private static List<String> prefixes(Fields listed) throws MalformedMetadataException {
        return texts(listed, "path_hash_prefixes", MOST_PREFIXES);
    }

    private static List<String> texts(Fields listed, String name, int most) throws MalformedMetadataException {
        List<String> texts = listed.has(name) ? listed.texts(name) : List.of();
        if (texts.size() > most) {
            throw listed.malformed("a delegation has more than " + most + " " + name);
        }
        return texts;
    }
}
