package org.benchconnect.teamviewerbridge.session;

import java.util.Optional;
import org.benchconnect.teamviewerbridge.support.Support;
import org.benchconnect.teamviewerbridge.support.SupportFile;
import org.benchconnect.teamviewerbridge.support.SupportFileException;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** What the installation said when it was last looked at. Any thread. */
final class KnownSupport {
    private static final Logger LOG = LoggerFactory.getLogger(KnownSupport.class);

    private final Optional<SupportFile> file;
    private volatile Optional<Support> known = Optional.empty();
    private String trouble = ""; // guarded by this

    /** Of this installation; none in a framework that our launcher did not start. */
    KnownSupport(Optional<SupportFile> file) {
        this.file = file;
    }

    Optional<Support> now() {
        return known;
    }

    /** Reads it again. */
    synchronized Optional<Support> read() {
        try {
            known = file.isPresent() ? file.get().read() : Optional.empty();
            trouble = "";
        } catch (SupportFileException e) {
            known = Optional.empty();
            if (!trouble.equals(String.valueOf(e.getMessage()))) {
                trouble = String.valueOf(e.getMessage());
                LOG.warn("{} in the installation folder does not count: {}", SupportFile.NAME, trouble);
            }
        }
        return known;
    }
}
