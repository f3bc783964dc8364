package org.benchconnect.instrument.fcs.qc;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.SeekableByteChannel;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.benchconnect.core.instrument.Reading;
import org.benchconnect.core.signal.SerialNumber;
import org.jspecify.annotations.Nullable;

/**
 * A report of quality control. Immutable.
 *
 * <p>Guaranteed: no string of the file is held. Not guaranteed: that the report is of this instrument's model, which such reports do not name, or of an
 * instrument at all; whoever asks compares the serial number.
 */
public final class QcReport {
    /** The longest report that is read; a spectral cytometer's has 3 kB. */
    public static final int MAX_BYTES = 256 << 10;
    /** The most lines; a spectral cytometer's report has 62. */
    public static final int MAX_LINES = 2_000;
    /** The most detectors; spectral cytometers have up to 188. */
    public static final int MAX_DETECTORS = 512;

    private final @Nullable SerialNumber serial;
    private final @Nullable LocalDate day;
    private final Verdict verdict;
    private final List<QcDetector> detectors;
    private final @Nullable QcRefusal refusal;

    QcReport(
            @Nullable SerialNumber serial,
            @Nullable LocalDate day,
            Verdict verdict,
            List<QcDetector> detectors,
            @Nullable QcRefusal refusal) {
        this.serial = serial;
        this.day = day;
        this.verdict = verdict;
        this.detectors = List.copyOf(detectors);
        this.refusal = refusal;
    }

    static QcReport refused(QcRefusal refusal) {
        return new QcReport(null, null, Verdict.QC_NOT_SAID, List.of(), refusal);
    }

    /**
     * Reads a file from its beginning. Does not close the channel; leaves its position anywhere.
     *
     * @throws IOException only if the channel fails; whatever the bytes are, they are an outcome
     */
    public static QcReport read(SeekableByteChannel file) throws IOException {
        if (file.size() > MAX_BYTES) {
            return refused(QcRefusal.QC_TOO_LONG);
        }
        ByteBuffer bytes = ByteBuffer.allocate((int) file.size());
        file.position(0);
        while (bytes.hasRemaining() && file.read(bytes) > 0) {
            // a channel may give less than it is asked for
        }
        return QcTable.parse(Arrays.copyOf(bytes.array(), bytes.position()));
    }

    /** What was seen, for notices and {@code scan}; no instrument, since a report does not name its model. */
    public Reading reading() {
        if (detectors.isEmpty()) {
            return Reading.refused(refusal == null ? QcRefusal.NOT_QC : refusal);
        }
        return new Reading(
                refusal == null ? Reading.Outcome.READ : Reading.Outcome.PARTIAL, refusal, "QC.CSV", 0, null);
    }

    /** Whether it is a report, whole or in part. */
    public boolean isReport() {
        return !detectors.isEmpty();
    }

    /** The instrument's serial number. */
    public Optional<SerialNumber> serial() {
        return Optional.ofNullable(serial);
    }

    /** The day of the report, by the clock of the instrument's PC. */
    public Optional<LocalDate> day() {
        return Optional.ofNullable(day);
    }

    /** What the report says of the whole. */
    public Verdict verdict() {
        return verdict;
    }

    /** The detectors in the report's order; empty if and only if it is none. */
    public List<QcDetector> detectors() {
        return detectors;
    }

    /** How much was read, and no value of it. */
    @Override
    public String toString() {
        return "report of " + detectors.size() + " detectors" + (refusal == null ? "" : ", " + refusal);
    }
}
