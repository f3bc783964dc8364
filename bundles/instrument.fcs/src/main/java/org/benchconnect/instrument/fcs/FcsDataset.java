package org.benchconnect.instrument.fcs;

import org.jspecify.annotations.Nullable;

/**
 * One dataset of a file.
 *
 * @param offset where it begins in the file, in bytes
 * @param version its version
 * @param text its keywords
 * @param textExtent where TEXT is, as HEADER says
 * @param dataInHeader where DATA is as HEADER says, or null
 * @param dataInText where DATA is as TEXT says, or null
 * @param data whether DATA is there
 * @param trailingBytes how many bytes follow the last of TEXT and DATA, up to the next dataset or the end of the file; they
 *     are not read
 */
public record FcsDataset(
        long offset,
        FcsVersion version,
        Keywords text,
        Extent textExtent,
        @Nullable Extent dataInHeader,
        @Nullable Extent dataInText,
        Data data,
        long trailingBytes) {

    /** What the offsets and the size of the file tell of DATA, which is never read. */
    public enum Data {
        /** All of it is within the file. */
        WHOLE,
        /** The file ends within it. */
        TRUNCATED,
        /**
         * Neither HEADER nor TEXT says where it could be: they say nothing, or a place that is within TEXT, reaches into the
         * next dataset, or is too short for the events.
         */
        OFFSETS_BAD
    }

    /** Whether HEADER and TEXT both say where DATA is, and do not agree. */
    public boolean offsetsDisagree() {
        return dataInHeader != null && dataInText != null && !dataInHeader.equals(dataInText);
    }

    /** Version and state, and no value of the file. */
    @Override
    public String toString() {
        return version.label() + " dataset with " + text + ", DATA " + data;
    }
}
