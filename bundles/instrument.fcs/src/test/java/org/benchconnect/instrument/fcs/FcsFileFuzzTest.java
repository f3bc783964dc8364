package org.benchconnect.instrument.fcs;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.code_intelligence.jazzer.junit.FuzzTest;
import java.io.IOException;
import java.util.List;
import java.util.regex.Pattern;
import org.benchconnect.core.instrument.Reading;

/** Whatever the bytes are, they are an outcome within limits. In tests only the seeds run; {@code JAZZER_FUZZ=1} goes on. */
class FcsFileFuzzTest {
    private static final List<String> KEYS = List.of(
            "$TOT",
            "$CYTSN",
            "@BUILDNUMBER",
            "$SYS",
            "$BTIM",
            "$DATE",
            "@STOPREASON",
            "$CYT",
            "@BLUELASERPOWER_END",
            "@SETTINGSFILEDATETIME",
            "@BARCODE");
    private static final List<String> DENIED = List.of("$OP", "$FIL", "@SAMPLEID1", "");
    private static final Pattern SAFE = Pattern.compile("[0-9]{1,4} datasets(, [A-Z_]+)?");

    private enum Stop {
        PROTOCOL,
        MANUAL_STOP
    }

    @FuzzTest(maxDuration = "1s")
    void readsAnything(byte[] bytes) throws IOException {
        ByteArrayChannel channel = new ByteArrayChannel(bytes);

        FcsFile file = FcsFile.read(channel);

        assertOutcomeHolds(file);
        assertTrue(file.datasets().size() <= FcsFile.MAX_DATASETS);
        long headers = (58L + 2 * 3) * (file.datasets().size() + 1);
        assertTrue(channel.bytesRead() <= headers + readableText(file, bytes.length) + 2L * Trailer.MAGIC.length);
        assertDatasetsGoForward(file, bytes.length);
        for (FcsDataset dataset : file.datasets()) {
            KEYS.forEach(key -> assertTyped(dataset.text(), key));
            assertTrue(DENIED.stream().noneMatch(dataset.text()::has));
        }
        assertEquals(file.datasets(), ByteArrayChannel.read(bytes).datasets());
        assertTrue(SAFE.matcher(file.toString()).matches());
    }

    /** A TEXT that was read and refused may have any length up to the limit. */
    private static long readableText(FcsFile file, int size) {
        long text = file.datasets().stream()
                .mapToLong(dataset ->
                        dataset.textExtent().last() - dataset.textExtent().first() + 1)
                .sum();
        return text + Math.min(FcsFile.MAX_TEXT_BYTES, size);
    }

    private static void assertOutcomeHolds(FcsFile file) {
        Reading reading = file.reading();
        assertEquals(
                reading.outcome() == Reading.Outcome.REFUSED, file.datasets().isEmpty());
        assertEquals(reading.outcome() == Reading.Outcome.READ, reading.reason() == null);
        assertEquals(file.datasets().size(), reading.datasets());
        if (reading.outcome() == Reading.Outcome.READ) {
            assertTrue(file.datasets().stream().allMatch(dataset -> dataset.data() == FcsDataset.Data.WHOLE));
        }
        if (file.trailer() == Trailer.PRESENT) {
            assertTrue(file.datasets().get(1).trailingBytes() >= Trailer.LENGTH);
        }
    }

    private static void assertDatasetsGoForward(FcsFile file, int size) {
        long before = -58;
        for (FcsDataset dataset : file.datasets()) {
            assertTrue(dataset.offset() >= before + 58);
            assertTrue(dataset.offset() + dataset.textExtent().first() < size);
            assertTrue(dataset.trailingBytes() >= 0 && dataset.trailingBytes() <= size);
            before = dataset.offset();
        }
    }

    /** At most one of the getters says something, and only of a keyword that is there. */
    private static void assertTyped(Keywords text, String key) {
        int said = 0;
        said += text.number(key, "mW").isPresent() ? 1 : 0;
        said += text.serial(key).isPresent() ? 1 : 0;
        said += text.version(key).isPresent() ? 1 : 0;
        said += text.token(key, Stop.class).isPresent() ? 1 : 0;
        said += text.time(key).isPresent() ? 1 : 0;
        said += text.date(key).isPresent() ? 1 : 0;
        said += text.dateTime(key).isPresent() ? 1 : 0;
        said += text.codeRead(key).isPresent() ? 1 : 0;
        assertTrue(said <= (text.has(key) ? 1 : 0));
        assertTrue(text.number(key, "mW").stream().allMatch(Double::isFinite));
    }
}
