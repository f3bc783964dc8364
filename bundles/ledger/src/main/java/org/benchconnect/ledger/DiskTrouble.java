package org.benchconnect.ledger;

import java.io.IOException;
import java.time.Duration;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Whether the disk takes what is written; if not, it is tried again every 10 s. Changed under the lock of {@link Writing}, read anywhere. */
final class DiskTrouble {
    /** A disk that took nothing is tried again after so long. */
    static final Duration AGAIN_AFTER = Duration.ofSeconds(10);

    private static final Logger LOG = LoggerFactory.getLogger(DiskTrouble.class);

    private final Later later;
    private final Runnable again;
    private boolean coming;
    private volatile boolean is;

    /**
     * None yet.
     *
     * @param again takes the lock, calls {@link #trying} and tries
     */
    DiskTrouble(Later later, Runnable again) {
        this.later = later;
        this.again = again;
    }

    boolean is() {
        return is;
    }

    void over() {
        if (is) {
            LOG.info("The ledger can be written again");
        }
        is = false;
    }

    /** It is being tried again: the next failure asks for another time. */
    void trying() {
        coming = false;
    }

    void because(IOException e) {
        if (!is) {
            LOG.error("The ledger cannot be written. What raises rights is refused until it can: {}", e.toString());
        }
        is = true;
        if (!coming) {
            coming = true;
            later.in(AGAIN_AFTER, again);
        }
    }
}
