package org.benchconnect.instrument.fcs;

import java.io.IOException;
import java.nio.channels.SeekableByteChannel;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import org.benchconnect.core.instrument.Instrument;
import org.benchconnect.core.instrument.Reading;
import org.benchconnect.core.signal.SerialNumber;
import org.jspecify.annotations.Nullable;

/**
 * What HEADER and TEXT of an FCS or LMD file say of the instrument. The file's other bytes are never read, except the first
 * letters of an LMD file's {@link Trailer}. Immutable.
 */
public final class FcsFile {
    /** The longest TEXT that is read; the longest seen has 17 kB. */
    public static final int MAX_TEXT_BYTES = 1 << 20;
    /** The most keywords of one TEXT; spectral cytometers write about 400. */
    public static final int MAX_KEYWORDS = 10_000;
    /** The most datasets of one file. */
    public static final int MAX_DATASETS = 64;

    /** As many versions as a {@link Reading}'s format has room for. */
    private static final int FORMAT_DATASETS = 11;

    private final List<FcsDataset> datasets;
    private final Trailer trailer;
    private final @Nullable FcsRefusal refusal;

    private FcsFile(List<FcsDataset> datasets, Trailer trailer, @Nullable FcsRefusal refusal) {
        this.datasets = List.copyOf(datasets);
        this.trailer = trailer;
        this.refusal = refusal;
    }

    /**
     * Reads a file. Does not close the channel; leaves its position anywhere.
     *
     * @throws IOException only if the channel fails; whatever the bytes are, they are an outcome
     */
    public static FcsFile read(SeekableByteChannel channel) throws IOException {
        ByteSource file = new ByteSource(channel);
        DatasetReader reader = new DatasetReader(file);
        List<FcsDataset> datasets = new ArrayList<>();
        FcsRefusal refusal = null;
        // Each step goes forward by at least one HEADER, so no chain of $NEXTDATA can come round.
        for (long at = 0, next = 1; next > 0; at += next) {
            if (datasets.size() == MAX_DATASETS) {
                refusal = first(refusal, FcsRefusal.TOO_MANY_DATASETS);
                break;
            }
            DatasetReader.Attempt attempt = reader.read(at);
            FcsDataset dataset = attempt.dataset();
            refusal = first(refusal, datasets.isEmpty() ? attempt.refusal() : ofLater(attempt.refusal()));
            if (dataset == null) {
                break;
            }
            datasets.add(dataset);
            next = DatasetReader.nextOffset(dataset.text());
            if (next != 0 && next < Header.LENGTH) {
                refusal = first(refusal, FcsRefusal.NEXT_DATASET_MISSING);
                break;
            }
        }
        return new FcsFile(datasets, trailerOf(datasets, file), refusal);
    }

    private static @Nullable FcsRefusal first(@Nullable FcsRefusal earlier, @Nullable FcsRefusal later) {
        return earlier == null ? later : earlier;
    }

    private static @Nullable FcsRefusal ofLater(@Nullable FcsRefusal refusal) {
        return refusal == FcsRefusal.NOT_FCS || refusal == FcsRefusal.TOO_SHORT
                ? FcsRefusal.NEXT_DATASET_MISSING
                : refusal;
    }

    private static Trailer trailerOf(List<FcsDataset> datasets, ByteSource file) throws IOException {
        boolean dual = datasets.size() == 2
                && datasets.get(0).version() == FcsVersion.FCS2_0
                && datasets.get(1).version() == FcsVersion.FCS3_0;
        if (!dual) {
            return Trailer.NOT_EXPECTED;
        }
        long trailing = datasets.get(1).trailingBytes();
        return Trailer.behind(file.size() - trailing, trailing, file);
    }

    /** What was seen, for notices and {@code scan}. */
    public Reading reading() {
        if (datasets.isEmpty() && refusal != null) {
            return Reading.refused(refusal);
        }
        return new Reading(
                refusal == null ? Reading.Outcome.READ : Reading.Outcome.PARTIAL,
                refusal,
                datasets.stream()
                        .limit(FORMAT_DATASETS)
                        .map(dataset -> dataset.version().label())
                        .collect(Collectors.joining("+")),
                datasets.size(),
                new Instrument(model(), serial().orElse(null)));
    }

    /** The datasets that could be read, in order; empty if and only if the file is refused. */
    public List<FcsDataset> datasets() {
        return datasets;
    }

    /** Which model wrote the file, as its first dataset that says so says. */
    public FcsModel model() {
        return datasets.stream()
                .map(dataset -> FcsModel.of(dataset.text()))
                .filter(model -> model != FcsModel.OTHER)
                .findFirst()
                .orElse(FcsModel.OTHER);
    }

    /** The instrument's serial number: {@code @CYTOMETERID} of Beckman's LMD files, otherwise {@code $CYTSN}. */
    public Optional<SerialNumber> serial() {
        return serial("@CYTOMETERID").or(() -> serial("$CYTSN"));
    }

    private Optional<SerialNumber> serial(String key) {
        return datasets.stream()
                .flatMap(dataset -> dataset.text().serial(key).stream())
                .findFirst();
    }

    /** Whether the trailer of an LMD file is there. */
    public Trailer trailer() {
        return trailer;
    }

    /** How the file was read, and no value of it. */
    @Override
    public String toString() {
        return datasets.size() + " datasets" + (refusal == null ? "" : ", " + refusal);
    }
}
