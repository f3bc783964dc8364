package org.benchconnect.instrument.fcs.judgement;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.channels.SeekableByteChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import org.benchconnect.core.instrument.Memory;
import org.benchconnect.core.instrument.Observation;
import org.benchconnect.core.signal.Condition;
import org.benchconnect.core.signal.Facts;
import org.benchconnect.core.signal.Signal;
import org.benchconnect.instrument.fcs.qc.QcReport;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class QualityTest {
    private static final Quality.Limits LIMITS = new Quality.Limits(20, 6, 1);
    private static final Condition FAILED = Condition.of(RunCode.QC_FAILED, Facts.none());

    @TempDir
    Path folder;

    private Observation conclude(String text) {
        try {
            Path file = Files.writeString(folder.resolve("report"), text, StandardCharsets.US_ASCII);
            try (SeekableByteChannel channel = Files.newByteChannel(file)) {
                return Quality.conclude(QcReport.read(channel), null, LIMITS, Memory.blank());
            }
        } catch (IOException broken) {
            throw new UncheckedIOException(broken);
        }
    }

    private static List<String> codes(Observation seen) {
        return seen.signals().stream()
                .map(Signal::code)
                .map(code -> code.name())
                .toList();
    }

    @ParameterizedTest
    @CsvSource({"20, 6, false", "-20, 6, false", "20.01, 6, true", "-20.01, 6, true", "0, 6.01, true"})
    void theLimitItselfIsStillWell(double change, double rcv, boolean fails) {
        Observation seen = conclude("Detector,% Gain Change,% rCV\nFL1," + change + "," + rcv + "\n");

        assertEquals(fails ? List.of("QC_FAILED") : List.of(), codes(seen));
        assertEquals(!fails, seen.healthy().contains(FAILED));
    }

    @Test
    void whatTheReportItselfSaysFailsToo() {
        assertEquals(List.of("QC_FAILED"), codes(conclude("Result,Failed\nDetector,Gain,cv\nFL1,4,2\n")));
        assertEquals(List.of("QC_FAILED"), codes(conclude("Detector,cv,Result\nFL1,2,Fail\n")));
    }

    @Test
    void aReportThatIsCutCannotBeWell() {
        Observation cut = conclude("Detector,Gain,% rCV\nFL1,4,2\nFL2,4");

        assertEquals(List.of(), codes(cut));
        assertEquals(Set.of(), cut.healthy());
    }

    @Test
    void aFileThatIsTooLongIsRefusedUnread() {
        Observation seen = conclude("Detector,cv\n" + "FL1,2\n".repeat(50_000));

        assertTrue(seen.reading().toString().contains("QC_TOO_LONG"));
        assertEquals(Memory.blank(), seen.memory());
    }
}
