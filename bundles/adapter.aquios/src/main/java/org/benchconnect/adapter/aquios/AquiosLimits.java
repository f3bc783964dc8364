package org.benchconnect.adapter.aquios;

import org.benchconnect.core.signal.SerialNumber;
import org.benchconnect.core.signal.SoftwareVersion;
import org.benchconnect.instrument.fcs.judgement.Drift;
import org.jspecify.annotations.Nullable;

/**
 * What is still well. Units and ranges are in {@link AquiosConfiguration}.
 *
 * @param expectedSerial the instrument's serial number, or null if any will do
 * @param oldestWindows the oldest supported version
 * @param fewestEvents of a run
 * @param repeatedRuns from when on a warning is a fault
 * @param drift of detectors and clock
 */
record AquiosLimits(
        @Nullable SerialNumber expectedSerial,
        SoftwareVersion oldestWindows,
        int fewestEvents,
        int repeatedRuns,
        Drift drift) {

    /** Windows 10: everything before it gets no security updates from its manufacturer, paid ones included. */
    private static final SoftwareVersion WINDOWS_10 =
            SoftwareVersion.parse("10.0").orElseThrow();

    static final AquiosLimits SHIPPED = new AquiosLimits(null, WINDOWS_10, 100, 3, new Drift(5, 10, 3));

    /** The limits of this PC. A serial number that is none is as good as no serial number, a version that is none as the shipped one. */
    static AquiosLimits of(AquiosConfiguration configuration) {
        return new AquiosLimits(
                SerialNumber.parse(configuration.serial_number()).orElse(null),
                SoftwareVersion.parse(configuration.oldest_windows()).orElse(WINDOWS_10),
                configuration.fewest_events(),
                configuration.repeated_runs(),
                new Drift(
                        configuration.drift_percent(),
                        configuration.drift_window_runs(),
                        configuration.drift_minimum_runs()));
    }
}
