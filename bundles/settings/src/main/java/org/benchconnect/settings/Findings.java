package org.benchconnect.settings;

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

    /** The notice, or none. */
    static List<Signal> signals(Outcome outcome) {
        if (outcome.problems().isEmpty()) {
            return List.of();
        }
        Problem worst = outcome.problems().get(0);
        Facts facts = Facts.none()
                .with(SettingsCode.Fact.PROBLEM, worst.defect())
                .with(SettingsCode.Fact.PROBLEMS, outcome.problems().size());
        if (!worst.at().equals(Position.WHOLE_FILE)) {
            facts = facts.with(SettingsCode.Fact.LINE, worst.at().line())
                    .with(SettingsCode.Fact.COLUMN, worst.at().column());
        }
        Severity severity = worst.isWarning() ? Severity.WARNING : Severity.FAULT;
        return List.of(new Signal(SettingsCode.SETTINGS_INVALID, severity, facts));
    }

    /** What is well, so that a notice of it clears. */
    static Set<Condition> healthy(Outcome outcome) {
        return outcome.problems().isEmpty()
                ? Set.of(Condition.of(SettingsCode.SETTINGS_INVALID, Facts.none()))
                : Set.of();
    }

    static Status status(boolean file, Outcome outcome) {
        return new Status(
                file ? SettingsCode.Subject.SETTINGS : SettingsCode.Subject.SETTINGS_AS_SHIPPED,
                Facts.none()
                        .with(SettingsCode.Fact.FILE, file)
                        .with(SettingsCode.Fact.SECTIONS, outcome.properties().size())
                        .with(SettingsCode.Fact.DEVIATIONS, outcome.deviations())
                        .with(SettingsCode.Fact.PROBLEMS, outcome.problems().size()));
    }
}
