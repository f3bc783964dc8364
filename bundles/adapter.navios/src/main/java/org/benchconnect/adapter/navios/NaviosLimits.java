package org.benchconnect.adapter.navios;

import org.benchconnect.core.signal.SerialNumber;
import org.benchconnect.instrument.fcs.judgement.Drift;
import org.benchconnect.instrument.fcs.judgement.Quality;
import org.jspecify.annotations.Nullable;

/**
 * What is still well. Units and ranges are in {@link NaviosConfiguration}.
 *
 * @param expectedSerial the instrument's serial number, or null if any will do
 * @param laserWarningPercent of the target
 * @param laserFaultPercent of the target
 * @param laserSagPercent of the power at the start
 * @param shutterOpenRuns from when on a laser counts as in use
 * @param stopRatePercent of the runs looked at
 * @param stopWindowRuns how many runs are looked at
 * @param stopMinimumRuns fewer are never a warning
 * @param fewestEvents of a run
 * @param repeatedRuns from when on a warning is a fault
 * @param driftPercent of what is usual
 * @param driftWindowRuns how many runs tell what is usual
 * @param driftMinimumRuns how many of them must be known
 * @param barcodeRatePercent of the runs with a reader of codes
 * @param barcodeWindowRuns how many of them are looked at
 * @param barcodeMinimumRuns fewer are never a warning
 * @param qcChangePercent of the gain before
 * @param qcRcvPercent of a detector
 * @param qcDueDays between a report and a run
 */
record NaviosLimits(
        @Nullable SerialNumber expectedSerial,
        double laserWarningPercent,
        double laserFaultPercent,
        double laserSagPercent,
        int shutterOpenRuns,
        double stopRatePercent,
        int stopWindowRuns,
        int stopMinimumRuns,
        int fewestEvents,
        int repeatedRuns,
        double driftPercent,
        int driftWindowRuns,
        int driftMinimumRuns,
        double barcodeRatePercent,
        int barcodeWindowRuns,
        int barcodeMinimumRuns,
        double qcChangePercent,
        double qcRcvPercent,
        int qcDueDays) {

    static final NaviosLimits SHIPPED =
            new NaviosLimits(null, 5, 10, 3, 10, 20, 20, 3, 100, 3, 5, 10, 3, 20, 20, 3, 20, 6, 1);

    /** The limits of this PC. A serial number that is none is as good as no serial number. */
    static NaviosLimits of(NaviosConfiguration configuration) {
        return new NaviosLimits(
                SerialNumber.parse(configuration.serial_number()).orElse(null),
                configuration.laser_warning_percent(),
                configuration.laser_fault_percent(),
                configuration.laser_sag_percent(),
                configuration.shutter_open_runs(),
                configuration.stop_rate_percent(),
                configuration.stop_window_runs(),
                configuration.stop_minimum_runs(),
                configuration.fewest_events(),
                configuration.repeated_runs(),
                configuration.drift_percent(),
                configuration.drift_window_runs(),
                configuration.drift_minimum_runs(),
                configuration.barcode_rate_percent(),
                configuration.barcode_window_runs(),
                configuration.barcode_minimum_runs(),
                configuration.qc_change_percent(),
                configuration.qc_rcv_percent(),
                configuration.qc_due_days());
    }

    /** These limits for one instrument alone. */
    NaviosLimits expecting(SerialNumber serial) {
        return new NaviosLimits(
                serial,
                laserWarningPercent,
                laserFaultPercent,
                laserSagPercent,
                shutterOpenRuns,
                stopRatePercent,
                stopWindowRuns,
                stopMinimumRuns,
                fewestEvents,
                repeatedRuns,
                driftPercent,
                driftWindowRuns,
                driftMinimumRuns,
                barcodeRatePercent,
                barcodeWindowRuns,
                barcodeMinimumRuns,
                qcChangePercent,
                qcRcvPercent,
                qcDueDays);
    }

    Drift drift() {
        return new Drift(driftPercent, driftWindowRuns, driftMinimumRuns);
    }

    Quality.Limits quality() {
        return new Quality.Limits(qcChangePercent, qcRcvPercent, qcDueDays);
    }
}
