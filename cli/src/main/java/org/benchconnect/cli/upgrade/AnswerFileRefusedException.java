package org.benchconnect.cli.upgrade;

import java.io.IOException;
import org.jspecify.annotations.Nullable;

/** An answer file is not as it must be, so it allows nothing. Never repeats what stands in the file. */
final class AnswerFileRefusedException extends IOException {
    private static final long serialVersionUID = 1L;

    private final UpgradePhrase expected;
    private final String found;

    /**
     * With what is so.
     *
     * @param found which file; empty where that does not matter
     */
    AnswerFileRefusedException(UpgradePhrase expected, String found) {
        this(expected, found, null);
    }

    /** With what was thrown. */
    AnswerFileRefusedException(UpgradePhrase expected, String found, @Nullable Throwable cause) {
        super(expected.in("en", found), cause);
        this.expected = expected;
        this.found = found;
    }

    /** The same for a person who reads another language. */
    IOException in(String language) {
        return new IOException(expected.in(language, found), this);
    }
}
