package org.benchconnect.upgrade.feature;

import java.util.regex.Pattern;

/**
 * One module in a feature document. The digest says which bytes; the rest must agree with them.
 *
 * @param id its Maven coordinates, {@code group:artifact:version}
 * @param symbolicName its {@code Bundle-SymbolicName}
 * @param sha256 of the whole file, 64 hexadecimal digits in lower case
 * @param length of the file in bytes, from 1 to {@value #MAX_LENGTH}
 * @param startOrder 0 to {@value #MAX_START_ORDER}: lower ones start first, equal ones as they stand in the document
 */
public record FeatureModule(String id, String symbolicName, String sha256, long length, int startOrder) {
    /** The longest module, in bytes: 256 MiB. */
    public static final long MAX_LENGTH = 256L << 20;
    /** The highest start order. */
    public static final int MAX_START_ORDER = 1000;

    private static final Pattern COORDINATES =
            Pattern.compile("[A-Za-z0-9._-]{1,100}:[A-Za-z0-9._-]{1,100}:[A-Za-z0-9][A-Za-z0-9._-]{0,99}");
    private static final Pattern SYMBOLIC_NAME = Pattern.compile("[A-Za-z0-9_-]+(\\.[A-Za-z0-9_-]+)*");
    private static final Pattern SHA256 = Pattern.compile("[0-9a-f]{64}");
    private static final int LONGEST_NAME = 150;

    /**
     * Checks each part.
     *
     * @throws IllegalArgumentException if one has another form
     */
    public FeatureModule {
        if (!COORDINATES.matcher(id).matches()) {
            throw new IllegalArgumentException("a module's id is group:artifact:version");
        }
        if (symbolicName.length() > LONGEST_NAME
                || !SYMBOLIC_NAME.matcher(symbolicName).matches()) {
            throw new IllegalArgumentException("a symbolic name is words joined by dots, at most 150 characters");
        }
        if (!SHA256.matcher(sha256).matches()) {
            throw new IllegalArgumentException("a digest is 64 hexadecimal digits in lower case");
        }
        if (length < 1 || length > MAX_LENGTH) {
            throw new IllegalArgumentException("a module has 1 to " + MAX_LENGTH + " bytes");
        }
        if (startOrder < 0 || startOrder > MAX_START_ORDER) {
            throw new IllegalArgumentException("a start order is 0 to " + MAX_START_ORDER);
        }
    }
}
