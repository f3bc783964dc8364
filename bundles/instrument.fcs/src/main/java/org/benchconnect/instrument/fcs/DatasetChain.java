package org.benchconnect.instrument.fcs;

import java.io.IOException;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.OptionalLong;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Follows {@code $NEXTDATA} from dataset to dataset. It counts from its dataset's start; some writers count from that of the file.
 * Mutable, for one file.
 */
final class DatasetChain {
    /** What may stand behind the last dataset: a checksum of eight digits. */
    private static final int CHECKSUM = 8;

    private static final Set<FcsModel> LMD_WRITERS = EnumSet.of(
            FcsModel.GALLIOS, FcsModel.NAVIOS_EX, FcsModel.NAVIOS, FcsModel.CYTOMICS_FC_500, FcsModel.EPICS_XL);

    private final ByteSource file;
    private final DatasetReader reader;
    private final List<FcsDataset> datasets = new ArrayList<>();
    private int keywords;
    private @Nullable FcsRefusal refusal;

    DatasetChain(ByteSource file) {
        this.file = file;
        this.reader = new DatasetReader(file);
    }

    List<FcsDataset> datasets() {
        return datasets;
    }

    /** The first thing that went wrong, or null. */
    @Nullable
    FcsRefusal refusal() {
        return refusal;
    }

    /** Reads every dataset. */
    void follow() throws IOException {
        OptionalLong at = OptionalLong.of(0);
        while (at.isPresent()) {
            at = step(at.getAsLong());
        }
    }

    /** Reads the dataset that begins here, and gives where the next does. */
    private OptionalLong step(long at) throws IOException {
        DatasetReader.Attempt attempt = reader.read(at);
        DatasetReader.Found found = attempt.found();
        if (found == null) {
            note(datasets.isEmpty() ? attempt.refusal() : ofLater(attempt.refusal()));
            return OptionalLong.empty();
        }
        OptionalLong next = next(at, offset(found.keywords(), "$NEXTDATA"));
        FcsDataset dataset = dataset(at, found, next);
        datasets.add(dataset);
        keywords += dataset.text().size();
        note(found.cut() ? FcsRefusal.TEXT_TRUNCATED : problemOf(dataset.data()));
        if (next.isEmpty()) {
            note(isLast(dataset) ? null : FcsRefusal.NEXT_DATASET_MISSING);
        } else if (datasets.size() == FcsFile.MAX_DATASETS || keywords > FcsFile.MAX_ALL_KEYWORDS) {
            note(FcsRefusal.TOO_MANY_DATASETS);
            return OptionalLong.empty();
        }
        return next;
    }

    /** Where the next dataset begins: forward by at least one HEADER, so that no chain can come round. */
    private OptionalLong next(long at, long said) throws IOException {
        for (long candidate : new long[] {at + said, said}) {
            if (candidate >= at + Header.LENGTH && reader.begins(candidate)) {
                return OptionalLong.of(candidate);
            }
        }
        return OptionalLong.empty();
    }

    private FcsDataset dataset(long at, DatasetReader.Found found, OptionalLong next) {
        Extent inText = dataInText(found.keywords());
        long room = next.orElse(file.size()) - at;
        DataSegment data =
                DataSegment.of(found.header(), found.text(), inText, found.keywords(), room, next.isPresent());
        Extent extent = data.extent();
        long end = Math.max(found.text().last(), extent == null ? 0 : extent.last()) + 1;
        return new FcsDataset(
                at,
                found.header().version(),
                found.keywords(),
                found.text(),
                found.header().data(),
                inText,
                data.state(),
                Math.max(0, room - end));
    }

    /**
     * Whether a dataset behind which none begins may be the last. Some writers let it point to the end of the file, to the
     * checksum there, or to nowhere. An LMD file has a second dataset, and without it the file was cut.
     */
    private boolean isLast(FcsDataset dataset) {
        long next = offset(dataset.text(), "$NEXTDATA");
        if (next <= 0) {
            return true;
        } else if (next < Header.LENGTH || isFirstOfLmd(dataset)) {
            return false;
        }
        boolean alone = dataset.offset() == 0;
        return isAtEnd(next) || isAtEnd(dataset.offset() + next) || alone && next > file.size();
    }

    private boolean isAtEnd(long offset) {
        return offset <= file.size() && offset >= file.size() - CHECKSUM;
    }

    private static boolean isFirstOfLmd(FcsDataset dataset) {
        return dataset.offset() == 0
                && dataset.version() == FcsVersion.FCS2_0
                && (dataset.text().has("@CYTOMETERID") || LMD_WRITERS.contains(FcsModel.of(dataset.text())));
    }

    private void note(@Nullable FcsRefusal problem) {
        if (refusal == null) {
            refusal = problem;
        }
    }

    private static @Nullable FcsRefusal ofLater(@Nullable FcsRefusal refusal) {
        return refusal == FcsRefusal.NOT_FCS || refusal == FcsRefusal.TOO_SHORT
                ? FcsRefusal.NEXT_DATASET_MISSING
                : refusal;
    }

    private static @Nullable FcsRefusal problemOf(FcsDataset.Data data) {
        return switch (data) {
            case WHOLE -> null;
            case TRUNCATED -> FcsRefusal.DATA_TRUNCATED;
            case OFFSETS_BAD -> FcsRefusal.DATA_OFFSETS_BAD;
        };
    }

    private static @Nullable Extent dataInText(Keywords keywords) {
        long first = offset(keywords, "$BEGINDATA");
        long last = offset(keywords, "$ENDDATA");
        return first < 0 || last < 0 || (first == 0 && last == 0) ? null : new Extent(first, last);
    }

    /** An offset, or -1 if TEXT does not say. */
    private static long offset(Keywords keywords, String key) {
        return (long) keywords.number(key).orElse(-1);
    }
}
