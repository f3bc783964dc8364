package org.benchconnect.upgrade.repository;

import java.util.List;
import java.util.regex.Pattern;

/**
 * A path within a repository that means the same file everywhere: relative, with slashes, without {@code .} and {@code ..},
 * and without what Windows reads otherwise (backslash, colon, reserved names, a dot or blank at the end).
 *
 * @param segments at least one
 */
record RepositoryPath(List<String> segments) {
    private static final int LONGEST = 1024;
    private static final int LONGEST_SEGMENT = 255;
    private static final int MOST_SEGMENTS = 32;
    private static final Pattern RESERVED =
            Pattern.compile("(?i)(con|prn|aux|nul|com[0-9¹²³]|lpt[0-9¹²³]|conin\\$|conout\\$)(\\..*)?");

    RepositoryPath {
        segments = List.copyOf(segments);
    }

    /** Checks it. */
    static RepositoryPath of(String path) throws UnsafePathException {
        if (path.isEmpty() || path.length() > LONGEST) {
            throw new UnsafePathException("it must have 1 to " + LONGEST + " characters", path);
        }
        List<String> segments = List.of(path.split("/", -1));
        if (segments.size() > MOST_SEGMENTS) {
            throw new UnsafePathException("it must have at most " + MOST_SEGMENTS + " parts", path);
        }
        for (String segment : segments) {
            check(segment, path);
        }
        return new RepositoryPath(segments);
    }

    /** A file directly in a folder of the repository. */
    static RepositoryPath of(String folder, String name) throws UnsafePathException {
        if (name.indexOf('/') >= 0) {
            throw new UnsafePathException("it must be a name without a slash", name);
        }
        return of(folder + "/" + name);
    }

    private static void check(String segment, String path) throws UnsafePathException {
        if (segment.isEmpty() || segment.equals(".") || segment.equals("..")) {
            throw new UnsafePathException("no part of it may be empty, '.' or '..'", path);
        }
        if (segment.length() > LONGEST_SEGMENT) {
            throw new UnsafePathException("each part must have at most " + LONGEST_SEGMENT + " characters", path);
        }
        if (segment.endsWith(".") || segment.endsWith(" ")) {
            throw new UnsafePathException("no part of it may end with a dot or a blank", path);
        }
        if (RESERVED.matcher(segment).matches()) {
            throw new UnsafePathException("no part of it may be a name of a device", path);
        }
        if (segment.codePoints().anyMatch(RepositoryPath::isForbidden)) {
            throw new UnsafePathException(
                    "it must have no backslash, colon, wildcard, quote or control character", path);
        }
    }

    /** What Windows forbids in names, controls, what turns the direction of text, and halves of surrogates. */
    private static boolean isForbidden(int c) {
        int type = Character.getType(c);
        return "\\:*?\"<>|".indexOf(c) >= 0
                || type == Character.CONTROL
                || type == Character.FORMAT
                || type == Character.SURROGATE
                || type == Character.LINE_SEPARATOR
                || type == Character.PARAGRAPH_SEPARATOR;
    }

    @Override
    public String toString() {
        return String.join("/", segments);
    }
}
