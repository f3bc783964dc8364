package org.benchconnect.instrument.fcs.judgement;

import java.util.ArrayList;
import java.util.List;
import java.util.OptionalDouble;
import org.benchconnect.core.signal.Facts;
import org.benchconnect.core.signal.Severity;
import org.benchconnect.instrument.fcs.Keywords;

/**
 * The voltages and gains of a run's detectors against those of the last runs. A run is a list of numbers: the voltages of all
 * channels, then their gains. Immutable.
 */
public final class Detectors {
    /** More than any instrument of this family has parameters. */
    private static final int MAX_CHANNELS = 64;

    private final List<Double> now;
    private final DetectorHistory history;
    private final double limitPercent;

    private Detectors(List<Double> now, DetectorHistory history, double limitPercent) {
        this.now = now;
        this.history = history;
        this.limitPercent = limitPercent;
    }

    /** Whether more than half of the detectors are set anew: another protocol. */
    public static boolean judge(Keywords run, Drift drift, Judgement judgement) {
        List<Double> now = settings(run);
        if (now.isEmpty()) {
            return false;
        }
        DetectorHistory history = DetectorHistory.read(judgement.row(RunRow.DETECTORS));
        Detectors detectors = new Detectors(now, history, drift.percent());
        boolean newProtocol = detectors.areOfAnotherProtocol();
        if (newProtocol) {
            history = new DetectorHistory(List.of());
            detectors = new Detectors(now, history, drift.percent());
        }
        if (newProtocol || history.runs().size() >= drift.minimumRuns()) {
            detectors.judgeEach(judgement);
        }
        judgement.remember(
                RunRow.DETECTORS, history.and(now, drift.windowRuns()).row());
        return newProtocol;
    }

    private static List<Double> settings(Keywords run) {
        int channels = (int) Math.min(MAX_CHANNELS, run.number("$PAR").orElse(0));
        List<Double> settings = new ArrayList<>();
        for (int channel = 1; channel <= channels; channel++) {
            settings.add(known(run.number("$P" + channel + "V", "V")));
        }
        for (int channel = 1; channel <= channels; channel++) {
            settings.add(known(run.number("$P" + channel + "G")));
        }
        return settings;
    }

    private static double known(OptionalDouble setting) {
        return setting.isPresent() && setting.getAsDouble() >= 0 ? setting.getAsDouble() : DetectorHistory.UNKNOWN;
    }

    private boolean areOfAnotherProtocol() {
        if (history.width() == 0) {
            return false;
        } else if (history.width() != now.size()) {
            return true;
        }
        int set = 0;
        int changed = 0;
        for (int channel = 0; channel < channels(); channel++) {
            set += isComparable(channel) || isComparable(channel + channels()) ? 1 : 0;
            changed += isChanged(channel) || isChanged(channel + channels()) ? 1 : 0;
        }
        return changed * 2 > set;
    }

    /** Where nothing is usual yet, everything is well. */
    private void judgeEach(Judgement judgement) {
        for (int channel = 0; channel < channels(); channel++) {
            int gain = channel + channels();
            Facts detector = Facts.none().with(RunFact.CHANNEL, channel + 1);
            if (isChanged(channel)) {
                Facts facts = detector.with(RunFact.MEASURED_VOLT, Percent.rounded(now.get(channel)))
                        .with(RunFact.USUAL_VOLT, Percent.rounded(usual(channel)))
                        .with(RunFact.DEVIATION_PERCENT, off(channel));
                judgement.found(RunCode.DETECTOR_VOLTAGE_CHANGED, Severity.WARNING, facts);
            } else {
                judgement.well(RunCode.DETECTOR_VOLTAGE_CHANGED, detector);
            }
            if (isChanged(gain)) {
                Facts facts = detector.with(RunFact.MEASURED_GAIN, now.get(gain))
                        .with(RunFact.USUAL_GAIN, usual(gain))
                        .with(RunFact.DEVIATION_PERCENT, off(gain));
                judgement.found(RunCode.DETECTOR_GAIN_CHANGED, Severity.WARNING, facts);
            } else {
                judgement.well(RunCode.DETECTOR_GAIN_CHANGED, detector);
            }
        }
    }

    private int channels() {
        return now.size() / 2;
    }

    private boolean isChanged(int index) {
        return isComparable(index) && Percent.isOff(now.get(index), usual(index), limitPercent);
    }

    /** A setting of 0, as that of the time, has no percents. */
    private boolean isComparable(int index) {
        return now.get(index) != DetectorHistory.UNKNOWN && usual(index) > 0;
    }

    private double off(int index) {
        return Percent.off(now.get(index), usual(index));
    }

    private double usual(int index) {
        return history.width() == 0 ? 0 : history.usual(index).orElse(0);
    }
}
