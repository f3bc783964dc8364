package org.benchconnect.simulator;

import java.util.function.UnaryOperator;

/** What can be wrong with a simulated run of a DxFLEX. */
public enum FlexTrouble {
    /** Nothing. */
    HEALTHY(run -> run),
    /** One event of six aborted: a warning. */
    SOME_ABORTED(run -> run.withEvents(run.events(), run.events() / 5, 0)),
    /** Twenty times as many events aborted as acquired: a fault. */
    MOST_ABORTED(run -> run.withEvents(run.events(), run.events() * 20L, 0)),
    /** The PC could not keep up. */
    EVENTS_LOST(run -> run.withEvents(run.events(), run.aborted(), 37)),
    /** The sample ran dry: a handful of events. */
    FEW_EVENTS(run -> run.withEvents(12, 0, 0)),
    /** The file breaks off, as after a full disk. */
    FILE_TRUNCATED(run -> run.withTruncated(true)),
    /** The software was changed. */
    VERSION_CHANGED(run -> run.withVersion("1.3")),
    /** A file of another instrument of the same model. */
    OTHER_INSTRUMENT(run -> run.withSerial("SIMDX002"));

    private final UnaryOperator<FlexRun> change;

    FlexTrouble(UnaryOperator<FlexRun> change) {
        this.change = change;
    }

    /** A healthy run with this wrong in it. */
    public FlexRun in(FlexRun healthy) {
        return change.apply(healthy);
    }
}
