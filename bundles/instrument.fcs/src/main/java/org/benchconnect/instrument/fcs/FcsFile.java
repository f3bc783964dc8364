package org.benchconnect.instrument.fcs;

import java.io.IOException;
import java.nio.channels.SeekableByteChannel;
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
    /** The longest TEXT of all datasets together. */
    public static final int MAX_ALL_TEXT_BYTES = 16 << 20;
    /** The most datasets of one file; plate readers write one for each of up to 384 wells. */
    public static final int MAX_DATASETS = 2000;
    /** The most kept keywords of all datasets together: 2000 with 150 each. */
    public static final int MAX_ALL_KEYWORDS = 300_000;

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
        DatasetChain chain = new DatasetChain(file);
        chain.follow();
        return new FcsFile(chain.datasets(), trailerOf(chain.datasets(), file), chain.refusal());
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
                datasets.stream().map(dataset -> dataset.version().label()).collect(Collectors.joining("+")),
                datasets.size(),
                new Instrument(model(), serial().orElse(null)));
    }

    /** The datasets that could be read, in order; empty if and only if the file is refused. */
    public List<FcsDataset> datasets() {
        return datasets;
    }

    /** Which model wrote the file, as its first dataset that says so says; nothing but its name tells. */
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
