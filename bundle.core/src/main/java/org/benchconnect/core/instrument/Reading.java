package org.benchconnect.core.instrument;

import org.jspecify.annotations.Nullable;

/**
 * What a reader saw of one file.
 *
 * @param outcome whether it could be read
 * @param reason why not, or why only in part; null if and only if the outcome is READ
 * @param format the file's format by the reader's own tokens, such as {@code FCS2.0+FCS3.0}, at most 16384
 *     letters; empty if it has none
 * @param datasets how many datasets it holds, 0 or more
 * @param instrument which instrument wrote it, or null if the file does not tell
 */
public record Reading(
        Outcome outcome, @Nullable Refusal reason, String format, int datasets, @Nullable Instrument instrument) {

    /** How far a file could be read. */
    public enum Outcome {
        /** All that the reader looks for was there. */
        READ,
        /** Some of it was missing or broken. */
        PARTIAL,
        /** Not a file that this reader reads. */
        REFUSED
    }

    /** Holds reason and outcome together, and the format to what a reader may say. */
    public Reading {
        if ((reason == null) != (outcome == Outcome.READ)) {
            throw new IllegalArgumentException("there is a reason if and only if the outcome is not READ");
        }
        if (reason != null && !(reason instanceof Enum<?>)) {
            throw new IllegalArgumentException("a reason is a constant of an enum");
        }
        if (!format.matches("[A-Z0-9.+]{0,16384}")) {
            throw new IllegalArgumentException("a format is made of capitals, digits, dots and plus signs");
        }
    }

    /** A file that is not read. */
    public static Reading refused(Refusal reason) {
        return new Reading(Outcome.REFUSED, reason, "", 0, null);
    }
}
