package org.benchconnect.link.dialect;

/** A password or key in a file, read where it is used. */
@FunctionalInterface
public interface SecretLine {
    /**
     * Its characters; the caller overwrites them after use.
     *
     * @throws UnreadableSecretException if it cannot be read, or is none
     */
    char[] reveal() throws UnreadableSecretException;
}
