package org.benchconnect.simulator;

import java.time.LocalDateTime;
import java.util.List;

/**
 * One run of an AQUIOS: everything that {@link AquiosWriter} needs to know. Immutable; equal runs make equal files.
 *
 * @param model what {@code $CYT} says
 * @param serial what {@code $CYTSN} says; a space follows it in the file
 * @param system what {@code $SYS} says
 * @param events {@code $TOT}
 * @param timestep {@code $TIMESTEP} in seconds
 * @param detectors the parameters, in order; a TIME parameter follows by itself
 * @param started when, by the clock of the instrument's PC
 * @param truncated whether the file breaks off within its data
 * @param seed for the events and the number of the run
 */
public record AquiosRun(
        String model,
        String serial,
        String system,
        int events,
        double timestep,
        List<Detector> detectors,
        LocalDateTime started,
        boolean truncated,
        long seed) {

    /** Copies the list. */
    public AquiosRun {
        detectors = List.copyOf(detectors);
    }

    /** A healthy run, on a PC whose operating system is supported. */
    public static AquiosRun healthy() {
        return new AquiosRun(
                "Aquios",
                "SIMAQ001",
                "Microsoft Windows 10 Enterprise LTSC  10.0.19044.0",
                5000,
                0.0009765,
                List.of(
                        new Detector("FS", 250, 1),
                        new Detector("EV", 40, 1),
                        new Detector("FL1", 430, 1),
                        new Detector("FL2", 445, 1)),
                Run.healthy().started(),
                false,
                1);
    }

    /** This run of another model. */
    public AquiosRun withModel(String other) {
        return new AquiosRun(other, serial, system, events, timestep, detectors, started, truncated, seed);
    }

    /** This run of an instrument of another serial number. */
    public AquiosRun withSerial(String other) {
        return new AquiosRun(model, other, system, events, timestep, detectors, started, truncated, seed);
    }

    /** This run on another operating system. */
    public AquiosRun withSystem(String other) {
        return new AquiosRun(model, serial, other, events, timestep, detectors, started, truncated, seed);
    }

    /** This run with another number of events. */
    public AquiosRun withEvents(int other) {
        return new AquiosRun(model, serial, system, other, timestep, detectors, started, truncated, seed);
    }

    /** This run with another step of its clock. */
    public AquiosRun withTimestep(double other) {
        return new AquiosRun(model, serial, system, events, other, detectors, started, truncated, seed);
    }

    /** This run with these detectors. */
    public AquiosRun withDetectors(List<Detector> others) {
        return new AquiosRun(model, serial, system, events, timestep, others, started, truncated, seed);
    }

    /** This run with a file that is whole, or not. */
    public AquiosRun withTruncated(boolean other) {
        return new AquiosRun(model, serial, system, events, timestep, detectors, started, other, seed);
    }

    /** This run with other events and another number. */
    public AquiosRun withSeed(long other) {
        return new AquiosRun(model, serial, system, events, timestep, detectors, started, truncated, other);
    }

    /** This run at another time. */
    public AquiosRun withStarted(LocalDateTime other) {
        return new AquiosRun(model, serial, system, events, timestep, detectors, other, truncated, seed);
    }

    /** The same as a run of a Navios, for what both instruments have: the events and what is invented of a patient. */
    Run asRun() {
        return Run.healthy()
                .withModel(model)
                .withSerial(serial)
                .withEvents(events)
                .withStarted(started)
                .withDetectors(detectors)
                .withSeed(seed);
    }
}
