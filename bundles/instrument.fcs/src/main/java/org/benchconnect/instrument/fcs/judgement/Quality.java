package org.benchconnect.instrument.fcs.judgement;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.function.Function;
import org.benchconnect.core.instrument.Memory;
import org.benchconnect.core.instrument.Observation;
import org.benchconnect.core.signal.Facts;
import org.benchconnect.core.signal.SerialNumber;
import org.benchconnect.core.signal.Severity;
import org.benchconnect.instrument.fcs.Keywords;
import org.benchconnect.instrument.fcs.qc.QcDetector;
import org.benchconnect.instrument.fcs.qc.QcReport;
import org.benchconnect.instrument.fcs.qc.Verdict;
import org.jspecify.annotations.Nullable;

/** Reports of quality control, and whether runs are acquired without a recent one. */
public final class Quality {
    /** A report can have a day that is years ahead; so many runs in a row that are older than it say that it is wrong. */
    private static final int RUNS_THAT_OUTVOTE_A_DAY = 5;

    private Quality() {}

    /**
     * What a laboratory accepts.
     *
     * @param changePercent a gain that changed by more since the report before fails
     * @param rcvPercent a peak that is wider fails
     * @param dueDays a run more days after the last report than this is a warning
     */
    public record Limits(double changePercent, double rcvPercent, int dueDays) {
        boolean isWell(QcDetector detector) {
            boolean changed = detector.changePercent().orElse(0) > changePercent
                    || detector.changePercent().orElse(0) < -changePercent;
            boolean wide = detector.rcvPercent().orElse(0) > rcvPercent;
            return !changed && !wide && detector.verdict() != Verdict.QC_FAILED;
        }
    }

    /**
     * From what a report says to what it means. A report of another instrument is refused; one that does not name its instrument is
     * taken for this one's.
     *
     * @param report as it was read
     * @param expected the serial number of the settings, or null
     * @param limits what is accepted
     * @param memory what is remembered of the files before
     */
    public static Observation conclude(QcReport report, @Nullable SerialNumber expected, Limits limits, Memory memory) {
        if (!report.isReport()) {
            return Observation.only(report.reading(), memory);
        }
        Judgement judgement = new Judgement(memory);
        if (Origin.isForeign(report.serial(), expected, judgement)) {
            return judgement.on(Origin.refused(report.reading()));
        }
        judgeResult(report, limits, judgement);
        report.day().ifPresent(day -> remember(day, judgement));
        return judgement.on(report.reading());
    }

    /** A report that is cut or holds what is no number can fail, but not be well. */
    private static void judgeResult(QcReport report, Limits limits, Judgement judgement) {
        List<QcDetector> all = report.detectors();
        long failed = all.stream().filter(detector -> !limits.isWell(detector)).count();
        if (failed == 0 && report.verdict() != Verdict.QC_FAILED) {
            if (report.reading().reason() == null) {
                judgement.well(RunCode.QC_FAILED, Facts.none());
            }
            return;
        }
        Facts facts = Facts.none()
                .with(RunFact.QC_FAILED_DETECTORS, failed)
                .with(RunFact.QC_DETECTORS, all.size())
                .with(RunFact.QC_CHANGE_PERCENT, largest(all, QcDetector::changePercent))
                .with(RunFact.QC_RCV_PERCENT, largest(all, QcDetector::rcvPercent))
                .with(RunFact.QC_RESULT, report.verdict());
        judgement.found(RunCode.QC_FAILED, Severity.FAULT, facts);
    }

    private static double largest(List<QcDetector> detectors, Function<QcDetector, OptionalDouble> number) {
        double largest = detectors.stream()
                .mapToDouble(detector -> Math.abs(number.apply(detector).orElse(0)))
                .max()
                .orElse(0);
        return Percent.rounded(Math.min(largest, Percent.MOST));
    }

    private static void remember(LocalDate day, Judgement judgement) {
        List<Double> newest = judgement.row(RunRow.QC_DAY);
        if (newest.isEmpty() || day.toEpochDay() >= newest.get(0)) {
            judgement.count(RunRow.QC_DAY, day.toEpochDay());
            judgement.well(RunCode.QC_OVERDUE, Facts.none());
        }
    }

    /**
     * Judges how old the last report was when a run began. Nothing is judged before the first report: then this folder may never
     * get one.
     *
     * @param run the keywords of a run
     * @param limits what is accepted
     * @param judgement to which it is added
     */
    public static void judgeAge(Keywords run, Limits limits, Judgement judgement) {
        Optional<LocalDate> day = run.date("$DATE");
        List<Double> newest = judgement.row(RunRow.QC_DAY);
        if (day.isEmpty() || newest.isEmpty()) {
            return;
        }
        double days = day.get().toEpochDay() - newest.get(0);
        if (judgement.inARow(RunRow.RUNS_BEFORE_QC, days < -1) >= RUNS_THAT_OUTVOTE_A_DAY) {
            // that report's day was never right: what is due counts from now
            judgement.count(RunRow.QC_DAY, day.get().toEpochDay());
            judgement.count(RunRow.RUNS_BEFORE_QC, 0);
            return;
        }
        Facts facts = Facts.none().with(RunFact.DAYS_SINCE_QC, days).with(RunFact.QC_DUE_DAYS, limits.dueDays());
        judgement.say(RunCode.QC_OVERDUE, days > limits.dueDays(), Severity.WARNING, facts);
    }
}
