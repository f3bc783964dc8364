package org.benchconnect.upgrade.tuf;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;

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

    static Delegation read(Fields listed, Map<String, KeyText> keys) throws MalformedMetadataException {
        String name = listed.text("name");
        if (!isRoleName(name)) {
            throw listed.malformed(
                    "it delegates to a role without name, with a very long or unprintable one, or with that"
                            + " of a top-level role");
        }
        if (listed.has("paths") == listed.has("path_hash_prefixes")) {
            throw listed.malformed("a delegation needs either paths or path_hash_prefixes");
        }
        return new Delegation(
                name, Signers.read(listed, keys), listed.truth("terminating"), patterns(listed), prefixes(listed));
    }

    /** Any name that fits into a file name when encoded, and into a message. */
    private static boolean isRoleName(String name) {
        return !name.isEmpty()
                && !Root.ROLES.contains(name)
                && name.chars().noneMatch(Character::isISOControl)
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

    private static List<PathPattern> patterns(Fields listed) throws MalformedMetadataException {
        List<PathPattern> patterns = new ArrayList<>();
        for (String pattern : listed.has("paths") ? listed.texts("paths") : List.<String>of()) {
            patterns.add(new PathPattern(pattern));
        }
        return List.copyOf(patterns);
    }

    private static List<String> prefixes(Fields listed) throws MalformedMetadataException {
        return listed.has("path_hash_prefixes") ? listed.texts("path_hash_prefixes") : List.of();
    }
}
