package org.benchconnect.upgrade.upgrader;

import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.benchconnect.upgrade.journal.Entry;
import org.benchconnect.upgrade.journal.Step;

/**
 * Why a yes ended without anybody's no and without a fault of its plan: whoever wants it is asked again. The reason of {@code REFUSED} in the journal; each that is news has a text
 * {@code token.<NAME>}.
 */
enum Ended {
    /** A newer plan took its place. */
    ENDED_NEWER,
    /** The place where it came from does not have it any more. */
    ENDED_WITHDRAWN,
    /** What runs changed meanwhile, and the upgrade would do something else now than was allowed. */
    ENDED_CHANGED,
    /** It waited for too long. */
    ENDED_EXPIRED,
    /** After a start, or without room on the disk, it could not be carried out as it was allowed. */
    ENDED_LOST,
    /** It was allowed by a standing consent, and somebody wants to be asked. */
    ENDED_FIXES_ASKED,
    /** It could not be staged, and whoever allowed it was told at once. */
    ENDED_NOT_STAGED;

    /**
     * The newest of them, while nothing was allowed or switched to since.
     *
     * @param entry the number of the yes in the ledger; empty if the journal does not have it any more
     */
    record Told(Ended reason, String plan, Optional<Long> entry, Instant at) {
        /** Whether somebody has to be told who does not know it yet. */
        boolean isNews() {
            return reason != ENDED_FIXES_ASKED && reason != ENDED_NOT_STAGED;
        }
    }

    /** The one of this name. */
    static Optional<Ended> of(String reason) {
        for (Ended one : values()) {
            if (one.name().equals(reason)) {
                return Optional.of(one);
            }
        }
        return Optional.empty();
    }

    /** What the journal says; empty if nothing ended so, or something else happened since. Pure. */
    static Optional<Told> newest(List<Entry> entries) {
        Map<String, Long> allowed = new HashMap<>();
        Optional<Told> told = Optional.empty();
        for (Entry entry : entries) {
            if (entry.step() instanceof Step.Refused refused) {
                told = of(refused.reason())
                        .map(reason -> new Told(
                                reason, refused.plan(), Optional.ofNullable(allowed.get(refused.plan())), entry.at()));
            } else if (entry.step() instanceof Step.Consented consented) {
                allowed.put(consented.plan(), consented.approval().entry());
                told = Optional.empty();
            } else if (entry.step() instanceof Step.Switched) {
                told = Optional.empty();
            }
        }
        return told;
    }
}
