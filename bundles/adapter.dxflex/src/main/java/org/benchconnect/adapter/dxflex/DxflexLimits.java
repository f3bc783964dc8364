package org.benchconnect.adapter.dxflex;

import org.benchconnect.core.signal.SerialNumber;
import org.benchconnect.instrument.fcs.judgement.Quality;
import org.jspecify.annotations.Nullable;

/**
 * What is still well. Units and ranges are in {@link DxflexConfiguration}.
 *
 * @param expectedSerial the instrument's serial number, or null if any will do
 * @param abortWarningPercent of aborted and acquired events
 * @param abortFaultPercent of aborted and acquired events
 * @param lostEvents of a run
 * @param fewestEvents of a run
 * @param repeatedRuns from when on a warning is a fault
 * @param usualRuns from when on a build is the usual one
 * @param qcChangePercent of the gain before
 * @param qcRcvPercent of a detector
 * @param qcDueDays between a report and a run
 */
record DxflexLimits(
        @Nullable SerialNumber expectedSerial,
        double abortWarningPercent,
        double abortFaultPercent,
        int lostEvents,
        int fewestEvents,
        int repeatedRuns,
        int usualRuns,
        double qcChangePercent,
        double qcRcvPercent,
        int qcDueDays) {

    static final DxflexLimits SHIPPED = new DxflexLimits(null, 10, 50, 0, 100, 3, 10, 20, 6, 1);

    /** The limits of this PC. A serial number that is none is as good as no serial number. */
    static DxflexLimits of(DxflexConfiguration configuration) {
        return new DxflexLimits(
                SerialNumber.parse(configuration.serial_number()).orElse(null),
                configuration.abort_warning_percent(),
                configuration.abort_fault_percent(),
                configuration.lost_events(),
                configuration.fewest_events(),
                configuration.repeated_runs(),
                configuration.usual_runs(),
                configuration.qc_change_percent(),
                configuration.qc_rcv_percent(),
                configuration.qc_due_days());
    }

    /** These limits for one instrument alone. */
    DxflexLimits expecting(SerialNumber serial) {
        return new DxflexLimits(
                serial,
                abortWarningPercent,
                abortFaultPercent,
                lostEvents,
                fewestEvents,
                repeatedRuns,
                usualRuns,
                qcChangePercent,
                qcRcvPercent,
                qcDueDays);
    }

    Quality.Limits quality() {
        return new Quality.Limits(qcChangePercent, qcRcvPercent, qcDueDays);
    }
}
