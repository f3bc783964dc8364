package org.benchconnect.simulator;

import java.time.LocalDateTime;
import java.util.List;

/**
 * One run of a cytometer whose software is CytExpert: everything that {@link CytExpertWriter} needs to know. Immutable; equal runs make equal files.
 *
 * @param model what {@code $CYT} says
 * @param serial what {@code $CYTSN} says
 * @param version what {@code FILVER} says
 * @param events {@code $TOT}
 * @param aborted {@code $ABRT}
 * @param lost {@code $LOST}
 * @param started when, by the clock of the instrument's PC
 * @param truncated whether the file breaks off within its data
 * @param seed for the events and the number of the run
 */
public record FlexRun(
        String model,
        String serial,
        String version,
        int events,
        long aborted,
        long lost,
        LocalDateTime started,
        boolean truncated,
        long seed) {

    /** A healthy run of a DxFLEX. */
    public static FlexRun healthy() {
        return new FlexRun(
                "DxFLEX", "SIMDX001", "1.2", 5000, 20, 0, Run.healthy().started(), false, 1);
    }

    /** This run of another model. */
    public FlexRun withModel(String other) {
        return new FlexRun(other, serial, version, events, aborted, lost, started, truncated, seed);
    }

    /** This run of an instrument of another serial number. */
    public FlexRun withSerial(String other) {
        return new FlexRun(model, other, version, events, aborted, lost, started, truncated, seed);
    }

    /** This run by another version of the software. */
    public FlexRun withVersion(String other) {
        return new FlexRun(model, serial, other, events, aborted, lost, started, truncated, seed);
    }

    /** This run with other numbers of events. */
    public FlexRun withEvents(int acquired, long abortedOnes, long lostOnes) {
        return new FlexRun(model, serial, version, acquired, abortedOnes, lostOnes, started, truncated, seed);
    }

    /** This run at another time. */
    public FlexRun withStarted(LocalDateTime other) {
        return new FlexRun(model, serial, version, events, aborted, lost, other, truncated, seed);
    }

    /** This run with a file that is whole, or not. */
    public FlexRun withTruncated(boolean other) {
        return new FlexRun(model, serial, version, events, aborted, lost, started, other, seed);
    }

    /** This run with other events and another number. */
    public FlexRun withSeed(long other) {
        return new FlexRun(model, serial, version, events, aborted, lost, started, truncated, other);
    }

    /** The same as a run of a Navios, for what both instruments have: the events and what is invented of a patient. */
    Run asRun() {
        return Run.healthy()
                .withModel(model)
                .withSerial(serial)
                .withEvents(events)
                .withStarted(started)
                .withSeed(seed)
                .withDetectors(List.of(
                        new Detector("FSC-A", 106, 1), new Detector("SSC-A", 54, 1), new Detector("FITC-A", 130, 1)));
    }
}
