package org.benchconnect.upgrade.journal;

import java.io.IOException;
import java.util.List;
import java.util.Set;
import org.benchconnect.core.upgrade.UpgradeRecord;

/** What was done, step by step; a service within this bundle alone. Safe for any thread. */
public interface Journal {
    /**
     * Adds a line, with the time of now.
     *
     * @throws IOException if the disk does not take it; then the step does not count. Whoever goes back or commits does so all the same
     */
    void write(Step step) throws IOException;

    /** Every line, the oldest first, as far as the journal goes back. */
    List<Entry> entries();

    /** Every change of the generation, the newest first. */
    List<UpgradeRecord> records();

    /** The plans that went back or were refused here and were not committed since: none of them is offered again by itself. */
    Set<String> notOffered();
}
