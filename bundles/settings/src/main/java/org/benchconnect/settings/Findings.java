package org.benchconnect.settings;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.benchconnect.core.signal.Condition;
import org.benchconnect.core.signal.Facts;
import org.benchconnect.core.signal.Severity;
import org.benchconnect.core.signal.Signal;
import org.benchconnect.core.status.Status;

/** Says an outcome in typed facts: the words of the file stay on this PC, in the log. Pure. */
final class Findings {
    private Findings() {}

    /** The notices. */
    static List<Signal> signals(Outcome outcome) {
        List<Signal> signals = new ArrayList<>();
        if (!outcome.problems().isEmpty()) {
            signals.add(ofTheFile(outcome.problems()));
        }
        if (!outcome.wrong().isEmpty()) {
            Facts facts = Facts.none()
                    .with(
                            SettingsCode.Fact.PROBLEM,
                            outcome.wrong().get(0).problem().defect())
                    .with(SettingsCode.Fact.PROBLEMS, outcome.wrong().size());
            signals.add(new Signal(SettingsCode.FEATURE_SETTINGS_INVALID, Severity.WARNING, facts));
        }
        return signals;
    }

    private static Signal ofTheFile(List<Problem> problems) {
        Problem worst = problems.get(0);
        Facts facts = Facts.none()
                .with(SettingsCode.Fact.PROBLEM, worst.defect())
                .with(SettingsCode.Fact.PROBLEMS, problems.size());
        if (!worst.at().equals(Position.WHOLE_FILE)) {
            facts = facts.with(SettingsCode.Fact.LINE, worst.at().line())
                    .with(SettingsCode.Fact.COLUMN, worst.at().column());
        }
        return new Signal(SettingsCode.SETTINGS_INVALID, worst.isWarning() ? Severity.WARNING : Severity.FAULT, facts);
    }

    /** What is well, so that a notice of it clears. */
    static Set<Condition> healthy(Outcome outcome) {
        Set<Condition> healthy = new HashSet<>();
        if (outcome.problems().isEmpty()) {
            healthy.add(Condition.of(SettingsCode.SETTINGS_INVALID, Facts.none()));
        }
        if (outcome.wrong().isEmpty()) {
            healthy.add(Condition.of(SettingsCode.FEATURE_SETTINGS_INVALID, Facts.none()));
        }
        return healthy;
    }

    static Status status(boolean file, Outcome outcome) {
        return new Status(
                file ? SettingsCode.Subject.SETTINGS : SettingsCode.Subject.SETTINGS_AS_SHIPPED,
                Facts.none()
                        .with(SettingsCode.Fact.FILE, file)
                        .with(SettingsCode.Fact.SECTIONS, outcome.sections())
                        .with(SettingsCode.Fact.DEVIATIONS, outcome.deviations())
                        .with(SettingsCode.Fact.PROBLEMS, outcome.problems().size()));
    }
}
