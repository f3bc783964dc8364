package org.benchconnect.instrument.fcs.qc;

import org.benchconnect.core.instrument.Refusal;

/** Why a file is not read as a report of quality control, or only in part. */
public enum QcRefusal implements Refusal {
    /** It has no table of detectors with changes, widths or results. */
    NOT_QC,
    /** It is longer than {@link QcReport#MAX_BYTES}, or has more lines than {@link QcReport#MAX_LINES}. */
    QC_TOO_LONG,
    /** In part: it ends within its table. */
    QC_CUT,
    /** In part: a number of its table is none. */
    QC_UNREADABLE
}
