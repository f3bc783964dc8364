package org.benchconnect.instrument.fcs.judgement;

import org.benchconnect.core.instrument.Reading;
import org.benchconnect.core.signal.Facts;
import org.benchconnect.core.signal.Severity;
import org.benchconnect.instrument.fcs.FcsRefusal;

/** Whether a file is whole. What is wrong in either way counts for both. */
public final class Wholeness {
    private Wholeness() {}

    /**
     * Judges what the reader saw of a file.
     *
     * @param reading READ or PARTIAL
     * @param repeatedRuns so many files in a row that are not whole are a fault
     * @param judgement to which it is added
     * @return whether the file is whole
     */
    public static boolean judge(Reading reading, int repeatedRuns, Judgement judgement) {
        boolean whole = reading.outcome() == Reading.Outcome.READ;
        double inARow = judgement.inARow(RunRow.TRUNCATED_FILES, !whole);
        if (whole) {
            judgement.well(RunCode.FILE_TRUNCATED, Facts.none());
            judgement.well(RunCode.FILE_DAMAGED, Facts.none());
            return true;
        }
        judgement.found(
                isTruncation(reading) ? RunCode.FILE_TRUNCATED : RunCode.FILE_DAMAGED,
                inARow >= repeatedRuns ? Severity.FAULT : Severity.WARNING,
                Facts.none().with(RunFact.FILES_IN_A_ROW, inARow));
        return false;
    }

    private static boolean isTruncation(Reading reading) {
        return reading.reason() instanceof FcsRefusal reason
                && (reason.isTruncation() || reason == FcsRefusal.NEXT_DATASET_MISSING);
    }
}
