package org.benchconnect.simulator;

import java.time.LocalDateTime;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;

/**
 * One run of the instrument: everything that {@link LmdWriter} needs to know. Immutable; equal runs make equal files.
 *
 * @param model what {@code $CYT} says
 * @param serial what {@code @CYTOMETERID} says
 * @param build what {@code @BUILDNUMBER} says
 * @param lasers what the file says of each laser, at most once for each colour
 * @param detectors the parameters, in order; a TIME parameter follows by itself
 * @param stopReason what {@code @STOPREASON} says; PROTOCOL when nothing was wrong
 * @param events how many events were acquired, {@code $TOT}
 * @param seconds how long that took, {@code @ACQTIME}
 * @param started when, by the clock of the instrument's PC
 * @param settingsChanged what {@code @SETTINGSFILEDATETIME} says
 * @param barcodeRead whether {@code @BARCODE} says a code; otherwise it says that none could be read
 * @param trailer whether the file ends in Beckman's 272 bytes
 * @param truncated whether the file breaks off within the second dataset's data
 * @param seed for the events and the number of the run
 */
public record Run(
        String model,
        String serial,
        String build,
        List<Laser> lasers,
        List<Detector> detectors,
        String stopReason,
        int events,
        double seconds,
        LocalDateTime started,
        LocalDateTime settingsChanged,
        boolean barcodeRead,
        boolean trailer,
        boolean truncated,
        long seed) {

    /** More than any instrument acquires in a run; keeps a file far below what the format's eight digits can say. */
    public static final int MAX_EVENTS = 1_000_000;

    private static final LocalDateTime A_MONDAY = LocalDateTime.of(2026, 3, 2, 9, 30, 0);

    /** Copies the lists and checks the numbers. */
    public Run {
        lasers = List.copyOf(lasers);
        detectors = List.copyOf(detectors);
        if (events < 0 || events > MAX_EVENTS) {
            throw new IllegalArgumentException("a run has 0 to " + MAX_EVENTS + " events");
        }
        if (detectors.isEmpty() || detectors.size() > 24) {
            throw new IllegalArgumentException("a run has 1 to 24 detectors");
        }
        if (seed < 0) {
            throw new IllegalArgumentException("a seed is 0 or more");
        }
    }

    /** A healthy run of a Navios with three lasers. */
    public static Run healthy() {
        return new Run(
                "Navios",
                "SIM00001",
                "3500",
                List.of(
                        Laser.steady(Laser.Colour.RED, 25),
                        Laser.steady(Laser.Colour.BLUE, 22),
                        Laser.steady(Laser.Colour.VIOLET, 40)),
                List.of(
                        new Detector("FS INT LIN", 260, 10),
                        new Detector("SS INT LIN", 710, 50),
                        new Detector("FL1 INT LOG", 440, 1),
                        new Detector("FL2 INT LOG", 455, 1),
                        new Detector("FL3 INT LOG", 520, 1)),
                "PROTOCOL",
                5000,
                60.1,
                A_MONDAY,
                A_MONDAY.minusDays(40),
                true,
                true,
                false,
                1);
    }

    /** This run of another model. */
    public Run withModel(String other) {
        return with(draft -> draft.model = other);
    }

    /** This run of an instrument of another serial number. */
    public Run withSerial(String other) {
        return with(draft -> draft.serial = other);
    }

    /** This run by another build of the instrument's software. */
    public Run withBuild(String other) {
        return with(draft -> draft.build = other);
    }

    /** This run with a laser in place of that of the same colour, or added to the others. */
    public Run withLaser(Laser laser) {
        Map<Laser.Colour, Laser> byColour = new EnumMap<>(Laser.Colour.class);
        lasers.forEach(each -> byColour.put(each.colour(), each));
        byColour.put(laser.colour(), laser);
        return withLasers(List.copyOf(byColour.values()));
    }

    /** This run with these lasers and no others. */
    public Run withLasers(List<Laser> others) {
        return with(draft -> draft.lasers = others);
    }

    /** This run with another voltage on the detector of an index, counted from 1 as {@code $PnV} counts. */
    public Run withVoltage(int index, int volts) {
        List<Detector> changed = new ArrayList<>(detectors);
        changed.set(index - 1, changed.get(index - 1).withVolts(volts));
        return withDetectors(changed);
    }

    /** This run with these detectors. */
    public Run withDetectors(List<Detector> others) {
        return with(draft -> draft.detectors = others);
    }

    /** This run ended for another reason. */
    public Run withStopReason(String other) {
        return with(draft -> draft.stopReason = other);
    }

    /** This run with another number of events. */
    public Run withEvents(int other) {
        return with(draft -> draft.events = other);
    }

    /** This run at another time, by the clock of the instrument's PC. */
    public Run withStarted(LocalDateTime other) {
        return with(draft -> draft.started = other);
    }

    /** This run with settings that were changed at another time. */
    public Run withSettingsChanged(LocalDateTime other) {
        return with(draft -> draft.settingsChanged = other);
    }

    /** This run of a tube whose code the instrument could read, or not. */
    public Run withBarcodeRead(boolean read) {
        return with(draft -> draft.barcodeRead = read);
    }

    /** This run with or without the trailer. */
    public Run withTrailer(boolean present) {
        return with(draft -> draft.trailer = present);
    }

    /** This run as a file that breaks off, or not. */
    public Run withTruncated(boolean broken) {
        return with(draft -> draft.truncated = broken);
    }

    /** This run with other events and another number. */
    public Run withSeed(long other) {
        return with(draft -> draft.seed = other);
    }

    private Run with(Consumer<Draft> change) {
        Draft draft = new Draft(this);
        change.accept(draft);
        return draft.run();
    }

    /** A run while one thing of it changes. */
    private static final class Draft {
        String model;
        String serial;
        String build;
        List<Laser> lasers;
        List<Detector> detectors;
        String stopReason;
        int events;
        final double seconds;
        LocalDateTime started;
        LocalDateTime settingsChanged;
        boolean barcodeRead;
        boolean trailer;
        boolean truncated;
        long seed;

        Draft(Run run) {
            model = run.model;
            serial = run.serial;
            build = run.build;
            lasers = run.lasers;
            detectors = run.detectors;
            stopReason = run.stopReason;
            events = run.events;
            seconds = run.seconds;
            started = run.started;
            settingsChanged = run.settingsChanged;
            barcodeRead = run.barcodeRead;
            trailer = run.trailer;
            truncated = run.truncated;
            seed = run.seed;
        }

        Run run() {
            return new Run(
                    model,
                    serial,
                    build,
                    lasers,
                    detectors,
                    stopReason,
                    events,
                    seconds,
                    started,
                    settingsChanged,
                    barcodeRead,
                    trailer,
                    truncated,
                    seed);
        }
    }
}
