package org.benchconnect.core.link;

import org.benchconnect.core.signal.SoftwareVersion;
import org.jspecify.annotations.Nullable;

/**
 * What became of an upgrade on this PC.
 *
 * @param from the version of the base release before, or null if it is not known
 * @param to the version that it was to become, or null if it did not change
 * @param outcome how it ended
 */
public record ReleaseReport(@Nullable SoftwareVersion from, @Nullable SoftwareVersion to, Outcome outcome)
        implements Report {
    /** How an upgrade ended. */
    public enum Outcome {
        /** It runs and stays. */
        COMMITTED,
        /** It was not well; what ran before runs again. */
        WENT_BACK,
        /** A person said no. */
        REFUSED
    }

    @Override
    public Stream stream() {
        return Stream.RELEASE_REPORTS;
    }

    @Override
    public Priority priority() {
        return Priority.NORMAL;
    }
}
