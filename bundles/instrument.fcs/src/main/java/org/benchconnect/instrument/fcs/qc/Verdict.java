package org.benchconnect.instrument.fcs.qc;

import java.util.Locale;
import java.util.Map;

/** What a report itself says of the whole or of one detector. */
public enum Verdict {
    /** It passed. */
    QC_PASSED,
    /** It failed. */
    QC_FAILED,
    /** The report does not say, or in other words than are known. */
    QC_NOT_SAID;

    private static final Map<String, Verdict> WORDS = Map.of(
            "pass", QC_PASSED,
            "passed", QC_PASSED,
            "ok", QC_PASSED,
            "success", QC_PASSED,
            "fail", QC_FAILED,
            "failed", QC_FAILED,
            "failure", QC_FAILED,
            "error", QC_FAILED);

    static Verdict of(String cell) {
        return WORDS.getOrDefault(cell.strip().toLowerCase(Locale.ROOT), QC_NOT_SAID);
    }
}
