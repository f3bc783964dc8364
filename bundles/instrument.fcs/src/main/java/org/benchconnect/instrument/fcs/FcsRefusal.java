package org.benchconnect.instrument.fcs;

import org.benchconnect.core.instrument.Refusal;

/**
 * Why a file is not read, or only in part. What goes wrong in the first dataset before its TEXT is read refuses the file; what
 * goes wrong later, or in a later dataset, leaves it read in part.
 */
public enum FcsRefusal implements Refusal {
    /** It does not begin with {@code FCS} and a version. */
    NOT_FCS,
    /** It ends before its HEADER does. */
    TOO_SHORT,
    /** It is FCS of a version that nobody has described. */
    VERSION_UNKNOWN,
    /** The HEADER does not say where TEXT is. */
    HEADER_UNREADABLE,
    /** TEXT begins behind the end of the file: the file was cut. */
    TEXT_OUTSIDE_FILE,
    /** TEXT is longer than {@link FcsFile#MAX_TEXT_BYTES}, or those of all datasets than {@link FcsFile#MAX_ALL_TEXT_BYTES}. */
    TEXT_TOO_LONG,
    /** TEXT has no usable delimiter, or not one keyword of the standard. */
    TEXT_UNREADABLE,
    /** TEXT has more than {@link FcsFile#MAX_KEYWORDS} keywords. */
    TOO_MANY_KEYWORDS,
    /** The file ends within TEXT. In part if a keyword stands before; those before are there. */
    TEXT_TRUNCATED,
    /** In part: the file ends within DATA. */
    DATA_TRUNCATED,
    /** In part: neither HEADER nor TEXT says where DATA could be, see {@link FcsDataset.Data#OFFSETS_BAD}. */
    DATA_OFFSETS_BAD,
    /** In part: where {@code $NEXTDATA} points to, no dataset begins. */
    NEXT_DATASET_MISSING,
    /** In part: there are more than {@link FcsFile#MAX_DATASETS} datasets, or more keywords than a file may have. */
    TOO_MANY_DATASETS;

    /** Whether bytes are missing at the end of the file. */
    public boolean isTruncation() {
        return this == TOO_SHORT || this == TEXT_OUTSIDE_FILE || this == TEXT_TRUNCATED || this == DATA_TRUNCATED;
    }
}
