package org.benchconnect.core.instrument;

/**
 * What is kept of a file that was read: enough to know it again, and nothing that tells its name.
 *
 * @param name 32 hexadecimal digits of a digest of the name, keyed with a secret of this PC
 * @param size in bytes
 * @param modified last modification in milliseconds since 1970
 */
public record FileMark(String name, long size, long modified) {
    /** Refuses what is no digest, so that no name can slip in. */
    public FileMark {
        if (!name.matches("[0-9a-f]{32}") || size < 0) {
            throw new IllegalArgumentException("a mark is 32 hexadecimal digits and a size");
        }
    }
}
