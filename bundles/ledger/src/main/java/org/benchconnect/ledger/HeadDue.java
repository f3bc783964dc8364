package org.benchconnect.ledger;

import java.time.Duration;

/** When the entries without a head get one: 60 s after the first of them at the latest. Used under the lock of {@link Writing}. */
final class HeadDue {
    /** A head so long after an entry at the latest, as long as the key is there. */
    static final Duration HEAD_AFTER = Duration.ofSeconds(60);

    private final Later later;
    private final Runnable sign;
    private boolean coming;

    /**
     * Nothing is due yet.
     *
     * @param sign takes the lock, calls {@link #came} and signs
     */
    HeadDue(Later later, Runnable sign) {
        this.later = later;
        this.sign = sign;
    }

    /** There are entries without a head, and somebody who can sign one. */
    void unsigned() {
        if (!coming) {
            coming = true;
            later.in(HEAD_AFTER, sign);
        }
    }

    /** It is time: the next entry asks for another one. */
    void came() {
        coming = false;
    }
}
