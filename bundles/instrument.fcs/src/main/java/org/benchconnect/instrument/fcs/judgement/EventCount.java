package org.benchconnect.instrument.fcs.judgement;

import java.util.OptionalDouble;
import org.benchconnect.core.signal.Facts;
import org.benchconnect.core.signal.Severity;
import org.benchconnect.instrument.fcs.Keywords;

/** Whether a run has events: hardly any are a warning, and a fault when it happens again and again. */
public final class EventCount {
    private EventCount() {}

    /**
     * Judges {@code $TOT}.
     *
     * @param run the keywords
     * @param fewest fewer events are a warning
     * @param repeatedRuns so many runs in a row are a fault
     * @param judgement to which it is added
     */
    public static void judge(Keywords run, int fewest, int repeatedRuns, Judgement judgement) {
        OptionalDouble events = run.number("$TOT");
        if (events.isEmpty()) {
            return;
        }
        boolean few = events.getAsDouble() < fewest;
        double inARow = judgement.inARow(RunRow.FEW_EVENTS_RUNS, few);
        Facts facts = Facts.none()
                .with(RunFact.EVENTS, events.getAsDouble())
                .with(RunFact.MINIMUM_EVENTS, fewest)
                .with(RunFact.RUNS_IN_A_ROW, inARow);
        judgement.say(RunCode.FEW_EVENTS, few, inARow >= repeatedRuns ? Severity.FAULT : Severity.WARNING, facts);
    }
}
