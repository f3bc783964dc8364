package org.benchconnect.simulator;

import java.util.ArrayList;
import java.util.List;
import java.util.function.UnaryOperator;

/** What can be wrong with a simulated run of an AQUIOS. */
public enum AquiosTrouble {
    /** Nothing. */
    HEALTHY(run -> run),
    /** An operating system that its manufacturer does not support any more. */
    SYSTEM_UNSUPPORTED(run -> run.withSystem("Microsoft Windows 7 Professional  6.1.7601.65536")),
    /** The sample ran dry: a handful of events. */
    FEW_EVENTS(run -> run.withEvents(12)),
    /** The file breaks off, as after a full disk. */
    FILE_TRUNCATED(run -> run.withTruncated(true)),
    /** A detector's gain is twice that of the runs before. */
    GAIN_CHANGED(AquiosTrouble::withTwiceTheGain),
    /** The clock of the acquisition counts twice as fast as in the runs before. */
    CLOCK_CHANGED(run -> run.withTimestep(run.timestep() / 2)),
    /** A file of another instrument of the same model. */
    OTHER_INSTRUMENT(run -> run.withSerial("SIMAQ002"));

    private final UnaryOperator<AquiosRun> change;

    AquiosTrouble(UnaryOperator<AquiosRun> change) {
        this.change = change;
    }

    /** A healthy run with this wrong in it. */
    public AquiosRun in(AquiosRun healthy) {
        return change.apply(healthy);
    }

    private static AquiosRun withTwiceTheGain(AquiosRun run) {
        List<Detector> detectors = new ArrayList<>(run.detectors());
        Detector first = detectors.get(0);
        detectors.set(0, new Detector(first.name(), first.volts(), first.gain() * 2));
        return run.withDetectors(detectors);
    }
}
