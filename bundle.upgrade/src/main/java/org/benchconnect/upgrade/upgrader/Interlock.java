package org.benchconnect.upgrade.upgrader;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.benchconnect.core.instrument.Activity;
import org.benchconnect.core.instrument.InstrumentState;
import org.benchconnect.core.upgrade.Hindrance;
import org.benchconnect.core.upgrade.Hindrance.Reason;

/**
 * Nothing disruptive unless every instrument is known to be idle. Pure. A person's "idle, I looked" stands in for what nobody knows; it never overrides an instrument that is
 * seen to acquire, a freeze or a remote session.
 */
final class Interlock {
    private Interlock() {}

    /**
     * What was seen.
     *
     * @param instruments what the part that watches them says; empty if it said nothing in time, failed, or is not there
     * @param stated whether a person's statement counts now
     * @param frozen whether changes are frozen, or nobody can say that they are not
     * @param session whether somebody elsewhere can reach this desktop, or nobody can say that none can
     */
    record Seen(Optional<List<InstrumentState>> instruments, boolean stated, boolean frozen, boolean session) {}

    /** What is in the way; empty if nothing is. */
    static List<Hindrance> of(Seen seen) {
        List<Hindrance> hindrances = new ArrayList<>();
        if (seen.frozen()) {
            hindrances.add(Hindrance.of(Reason.FROZEN));
        }
        if (seen.session()) {
            hindrances.add(Hindrance.of(Reason.SESSION));
        }
        hindrances.addAll(instruments(seen));
        return List.copyOf(hindrances);
    }

    private static List<Hindrance> instruments(Seen seen) {
        List<Hindrance> all = seen.instruments().map(Interlock::each).orElse(List.of(Hindrance.of(Reason.NO_ANSWER)));
        return seen.stated()
                ? all.stream().filter(one -> one.reason() == Reason.ACQUIRING).toList()
                : all;
    }

    private static List<Hindrance> each(List<InstrumentState> instruments) {
        if (instruments.isEmpty()) {
            return List.of(Hindrance.of(Reason.NOT_WATCHED));
        }
        List<Hindrance> busy = new ArrayList<>();
        for (InstrumentState instrument : instruments) {
            if (instrument.activity() == Activity.ACQUIRING) {
                busy.add(new Hindrance(Reason.ACQUIRING, Optional.of(instrument.adapter())));
            } else if (!instrument.watching() || instrument.activity() != Activity.IDLE) {
                busy.add(new Hindrance(Reason.UNKNOWN, Optional.of(instrument.adapter())));
            }
        }
        return busy;
    }
}
