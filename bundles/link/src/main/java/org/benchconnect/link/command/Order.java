package org.benchconnect.link.command;

import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.UUID;
import java.util.regex.Pattern;

/**
 * A command with for whom and when it counts, as it is signed. Not verified: {@link SignedCommand} is.
 *
 * @param agent who shall obey
 * @param command what
 * @param nonce its own, never used again: 16 to 64 letters, digits, hyphens, underscores
 * @param notBefore from when on, whole seconds
 * @param expires until when, at most {@link #LONGEST_LIFE} later, whole seconds
 */
public record Order(UUID agent, Command command, String nonce, Instant notBefore, Instant expires) {
    /** How long a command may count. */
    public static final Duration LONGEST_LIFE = Duration.ofMinutes(10);

    /** What stands first in what is signed, so that a signature counts for nothing else. */
    static final String FORMAT = "benchconnect-command-v1";

    private static final Pattern NONCE = Pattern.compile("[A-Za-z0-9_-]{16,64}");

    /** Checks. */
    public Order {
        if (!NONCE.matcher(nonce).matches()) {
            throw new IllegalArgumentException("a nonce has 16 to 64 letters, digits, hyphens, underscores");
        }
        if (notBefore.getNano() != 0 || expires.getNano() != 0) {
            throw new IllegalArgumentException("a command counts in whole seconds");
        }
        if (!expires.isAfter(notBefore)) {
            throw new IllegalArgumentException("a command ends after it begins");
        }
    }

    /** Whether it counts no longer than a command may. */
    boolean isShortLived() {
        return Duration.between(notBefore, expires).compareTo(LONGEST_LIFE) <= 0;
    }

    /**
     * What is signed: made from what was understood, not from what came, so that two readers of the same JSON cannot differ about it. One value a line; no value
     * has a line feed.
     */
    byte[] canonical() {
        return (String.join(
                                "\n",
                                FORMAT,
                                agent.toString(),
                                command.name(),
                                command.subject(),
                                nonce,
                                notBefore.toString(),
                                expires.toString())
                        + "\n")
                .getBytes(StandardCharsets.US_ASCII);
    }
}
