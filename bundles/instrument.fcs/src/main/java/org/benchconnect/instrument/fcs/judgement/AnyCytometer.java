package org.benchconnect.instrument.fcs.judgement;

import org.benchconnect.core.instrument.Memory;
import org.benchconnect.core.instrument.Observation;
import org.benchconnect.instrument.fcs.FcsFile;

/** What can be said of an FCS file whoever wrote it, for instruments without an adapter: whether it is whole, and whether it has events. */
public final class AnyCytometer {
    /** Fewer events of a run are unusual. */
    public static final int MINIMUM_EVENTS = 100;
    /** So many runs in a row are a fault. */
    public static final int REPEATED_RUNS = 3;

    private AnyCytometer() {}

    /** From what the file says to what it means. */
    public static Observation conclude(FcsFile file, Memory memory) {
        if (file.datasets().isEmpty()) {
            return Observation.only(file.reading(), memory);
        }
        Judgement judgement = new Judgement(memory);
        EventCount.judge(file.datasets().get(0).text(), MINIMUM_EVENTS, REPEATED_RUNS, judgement);
        Wholeness.judge(file.reading(), REPEATED_RUNS, judgement);
        return judgement.on(file.reading());
    }
}
