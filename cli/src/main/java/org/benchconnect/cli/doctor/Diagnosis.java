package org.benchconnect.cli.doctor;

import java.util.Comparator;
import java.util.List;
import java.util.Optional;

/**
 * All findings, in the order of the hops.
 *
 * @param findings at least one for each hop
 */
public record Diagnosis(List<Finding> findings) {
    /** Sorts, and copies. */
    public Diagnosis {
        findings = findings.stream().sorted(Comparator.comparing(Finding::hop)).toList();
    }

    /** The first hop that nothing gets past: what explains the rest. Empty if there is none. */
    public Optional<Finding> cause() {
        return first(Finding.State.FAILED);
    }

    /** The first thing that should be otherwise although it works. */
    public Optional<Finding> warning() {
        return first(Finding.State.WARNING);
    }

    private Optional<Finding> first(Finding.State state) {
        return findings.stream().filter(each -> each.state() == state).findFirst();
    }
}
