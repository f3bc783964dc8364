package org.benchconnect.instrument.fcs;

import java.util.ArrayList;
import java.util.List;
import java.util.OptionalLong;
import org.jspecify.annotations.Nullable;

/**
 * Where DATA is and whether it can be all there, by what HEADER and TEXT say and by how much room there is. HEADER and TEXT often
 * disagree in files that are well, so either of them that makes sense is enough, and of two the one of the right length is
 * taken. DATA that is longer than its events need is no reason to complain; real writers pad.
 *
 * @param extent where it is, or null if nowhere
 * @param state whether it is there
 */
record DataSegment(@Nullable Extent extent, FcsDataset.Data state) {
    /** An end of TEXT that is told a little too far may reach so many bytes into DATA, and the other way round. */
    private static final long SLACK = 64;
    /** DATA that lacks more than this part of what its events need is not where it is said to be. */
    private static final double MISSING = 0.01;

    /**
     * What becomes of the two sayings.
     *
     * @param header the HEADER
     * @param text where TEXT is
     * @param inText where DATA is as TEXT says, or null
     * @param keywords of this dataset
     * @param room how many bytes there are from the dataset's start to the next dataset or to the end of the file
     * @param another whether it is the next dataset
     */
    static DataSegment of(
            Header header, Extent text, @Nullable Extent inText, Keywords keywords, long room, boolean another) {
        OptionalLong needed = needed(keywords);
        DataSegment best = null;
        for (Extent said : sayings(header, inText)) {
            DataSegment candidate = new DataSegment(said, state(said, text, needed, room, another));
            if (best == null || candidate.isBetterThan(best, needed)) {
                best = candidate;
            }
        }
        if (best != null) {
            return best;
        }
        boolean empty = keywords.number("$TOT").orElse(-1) == 0;
        return new DataSegment(null, empty ? FcsDataset.Data.WHOLE : FcsDataset.Data.OFFSETS_BAD);
    }

    /** From FCS3.0 on TEXT goes first, because HEADER has eight digits only. */
    private static List<Extent> sayings(Header header, @Nullable Extent inText) {
        List<Extent> sayings = new ArrayList<>();
        Extent inHeader = header.data();
        if (inHeader != null && inHeader.isPossible()) {
            sayings.add(inHeader);
        }
        if (inText != null && inText.isPossible()) {
            sayings.add(header.version().compareTo(FcsVersion.FCS3_0) >= 0 ? 0 : sayings.size(), inText);
        }
        return sayings;
    }

    private static FcsDataset.Data state(Extent data, Extent text, OptionalLong needed, long room, boolean another) {
        // Some writers give the byte behind DATA as its last.
        if (data.last() > room) {
            return another ? FcsDataset.Data.OFFSETS_BAD : FcsDataset.Data.TRUNCATED;
        }
        boolean withinText =
                data.length() > 0 && data.first() <= text.last() - SLACK && data.last() >= text.first() + SLACK;
        boolean tooShort = needed.isPresent() && data.length() < needed.getAsLong() * (1 - MISSING) - 1;
        return withinText || tooShort ? FcsDataset.Data.OFFSETS_BAD : FcsDataset.Data.WHOLE;
    }

    /** WHOLE before TRUNCATED before OFFSETS_BAD; among equals what fits, otherwise what came first. */
    private boolean isBetterThan(DataSegment other, OptionalLong needed) {
        return state == other.state ? fits(needed) && !other.fits(needed) : state.compareTo(other.state) < 0;
    }

    private boolean fits(OptionalLong needed) {
        return needed.isPresent() && extent != null && Math.abs(extent.length() - needed.getAsLong()) <= 1;
    }

    /** How many bytes the events need, if they are a list of numbers whose widths are all known. */
    private static OptionalLong needed(Keywords keywords) {
        boolean list =
                !keywords.has("$MODE") || keywords.token("$MODE", Mode.class).isPresent();
        boolean binary = !keywords.has("$DATATYPE")
                || keywords.token("$DATATYPE", DataType.class).isPresent();
        double events = keywords.number("$TOT").orElse(-1);
        int parameters = (int) keywords.number("$PAR").orElse(0);
        if (!list || !binary || events < 0 || parameters == 0) {
            return OptionalLong.empty();
        }
        long bits = 0;
        for (int parameter = 1; parameter <= parameters; parameter++) {
            double width = keywords.number("$P" + parameter + "B").orElse(0);
            if (width == 0) {
                return OptionalLong.empty();
            }
            bits += (long) width;
        }
        return OptionalLong.of((long) events / 8 * bits + ((long) events % 8 * bits + 7) / 8);
    }

    /** List mode, other than histograms. */
    private enum Mode {
        L
    }

    /** Binary numbers, other than ASCII. */
    private enum DataType {
        I,
        F,
        D
    }
}
