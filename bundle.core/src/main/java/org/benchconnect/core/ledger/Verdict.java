package org.benchconnect.core.ledger;

import java.util.Optional;

/**
 * What is known of a ledger after reading all of it.
 *
 * @param ledger its identity; empty text if not even the header can be read
 * @param entries how many entries stand before the end or the first flaw
 * @param proven how many of them are under a head that the device signed, from the first on
 * @param head the newest of these heads
 * @param finding the first thing that is wrong
 */
public record Verdict(String ledger, long entries, long proven, Optional<Head> head, Optional<Finding> finding) {
    /** Whether every entry is proven and nothing is wrong. Not whether entries were cut off behind the last: only a witness tells. */
    public boolean holds() {
        return finding.isEmpty() && proven == entries && entries > 0;
    }

    /**
     * Something wrong.
     *
     * @param flaw what
     * @param position in bytes, of the record in which it is
     * @param entry the number of the entry that stands there or should
     */
    public record Finding(Flaw flaw, long position, long entry) {}
}
