package org.benchconnect.link;

import java.util.Optional;
import org.benchconnect.core.link.ReleaseReport;
import org.benchconnect.core.signal.SoftwareVersion;
import org.jspecify.annotations.Nullable;

/**
 * What became of an upgrade.
 *
 * @param report the base release, before and after, and how it ended
 */
record ReleaseContent(ReleaseReport report) implements EventContent {
    static final String TYPE = "org.benchconnect.release-report.v1";

    /**
     * Of its parts as they are written.
     *
     * @throws IllegalArgumentException if one does not have its form
     */
    static ReleaseContent of(@Nullable String from, @Nullable String to, String outcome) {
        return new ReleaseContent(
                new ReleaseReport(version(from), version(to), ReleaseReport.Outcome.valueOf(outcome)));
    }

    /** Only as it is written: without zeros in front, without blanks. */
    private static @Nullable SoftwareVersion version(@Nullable String text) {
        if (text == null) {
            return null;
        }
        Optional<SoftwareVersion> version =
                SoftwareVersion.parse(text).filter(parsed -> parsed.toString().equals(text));
        return version.orElseThrow(() -> new IllegalArgumentException("a version does not have the form of one"));
    }

    @Override
    public String type() {
        return TYPE;
    }
}
