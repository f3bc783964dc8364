package org.benchconnect.host;

import org.benchconnect.core.signal.Signal;

/** A verdict in one line. */
final class Said {
    /** Nothing is wrong, and nothing undecided. */
    static final String WELL = "[] undecided 0";

    private Said() {}

    /** Codes and severities in the order of the verdict, and how much is undecided. */
    static String said(Verdict verdict) {
        return verdict.signals().stream().map(Said::said).toList() + " undecided "
                + verdict.undecided().size();
    }

    private static String said(Signal signal) {
        return signal.severity() + " " + signal.code() + " " + signal.facts();
    }
}
