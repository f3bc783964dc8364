package org.benchconnect.simulator;

import java.util.function.UnaryOperator;
import org.benchconnect.simulator.Laser.Colour;

/** What can be wrong with a simulated run. The constants' names are what {@link Simulator} prints. */
public enum Trouble {
    /** Nothing. */
    HEALTHY(run -> run),
    /** The red laser at 84 % of its target from start to end: a fault. */
    RED_LASER_WEAK(run -> run.withLaser(Laser.steady(Colour.RED, 25).withPower(21.0, 21.0))),
    /** The violet laser at 93 % of its target: a warning. */
    VIOLET_LASER_LOW(run -> run.withLaser(Laser.steady(Colour.VIOLET, 40).withPower(37.2, 37.2))),
    /** The blue laser loses 9 % during the run. */
    BLUE_LASER_SAGS(run -> run.withLaser(Laser.steady(Colour.BLUE, 22).withPower(22.0, 20.0))),
    /** The sample ran dry: a handful of events. */
    FEW_EVENTS(run -> run.withEvents(12)),
    /** No event at all. */
    NO_EVENTS(run -> run.withEvents(0)),
    /** Somebody pressed stop. */
    STOPPED_BY_HAND(run -> run.withStopReason("MANUAL")),
    /** The file breaks off, as after a full disk. */
    FILE_TRUNCATED(run -> run.withTruncated(true)),
    /** The trailer was stripped. */
    TRAILER_MISSING(run -> run.withTrailer(false)),
    /** A detector's voltage far from that of the runs before. */
    VOLTAGE_CHANGED(run -> run.withVoltage(3, run.detectors().get(2).volts() * 5 / 4)),
    /** The instrument's software was changed. */
    BUILD_CHANGED(run -> run.withBuild("3512")),
    /** Somebody loaded other settings. */
    SETTINGS_CHANGED(run -> run.withSettingsChanged(run.settingsChanged().plusDays(39))),
    /** A file of another instrument of the same model. */
    OTHER_INSTRUMENT(run -> run.withSerial("SIM00002"));

    private final UnaryOperator<Run> change;

    Trouble(UnaryOperator<Run> change) {
        this.change = change;
    }

    /** A healthy run with this wrong in it. */
    public Run in(Run healthy) {
        return change.apply(healthy);
    }
}
