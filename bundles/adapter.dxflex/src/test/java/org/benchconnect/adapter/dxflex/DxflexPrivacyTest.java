package org.benchconnect.adapter.dxflex;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import org.benchconnect.core.instrument.Observation;
import org.benchconnect.core.testing.InstrumentBench;
import org.benchconnect.simulator.CytExpertWriter;
import org.benchconnect.simulator.FlexRun;
import org.benchconnect.simulator.QcReportWriter;
import org.junit.jupiter.api.Test;

/** Whatever happens to a file, the adapter gives an outcome, and nothing of a specimen is in it. */
class DxflexPrivacyTest {
    private static final byte[] RUN = CytExpertWriter.bytes(FlexRun.healthy().withEvents(50, 60, 1));
    private static final byte[] REPORT =
            QcReportWriter.bytes("SIMDX001", FlexRun.healthy().started().toLocalDate(), QcReportWriter.HEALTHY);

    private static Observation read(byte[] bytes) {
        return new InstrumentBench<>(new DxflexAdapter(), CytExpertWriter::bytes).read(bytes);
    }

    private static byte[] renamed(byte[] file, String other) {
        return new String(file, StandardCharsets.ISO_8859_1)
                .replace("INVENTED", other)
                .getBytes(StandardCharsets.ISO_8859_1);
    }

    @Test
    void filesThatDifferInWhatIsDeniedAloneSayTheSame() {
        for (byte[] file : List.of(RUN, REPORT)) {
            byte[] other = renamed(file, "SOMEBODY");

            assertFalse(Arrays.equals(file, other));
            assertEquals(InstrumentBench.leaving(read(file)), InstrumentBench.leaving(read(other)));
        }
    }

    @Test
    void aFileCutAnywhereIsAnOutcome() {
        for (byte[] file : List.of(RUN, REPORT)) {
            for (int length = 0; length < file.length; length += 13) {
                assertNothingLeaves(read(Arrays.copyOf(file, length)));
            }
        }
    }

    @Test
    void aFileWithAnyByteChangedIsAnOutcome() {
        Random random = new Random(20_260_302);
        for (byte[] file : List.of(RUN, REPORT)) {
            for (int time = 0; time < 1000; time++) {
                byte[] changed = file.clone();
                for (int change = 0; change <= time % 5; change++) {
                    changed[random.nextInt(Math.min(2500, changed.length))] = (byte) random.nextInt(256);
                }
                assertNothingLeaves(read(changed));
            }
        }
    }

    private static void assertNothingLeaves(Observation seen) {
        String leaving = InstrumentBench.leaving(seen);

        assertTrue(List.of("INVENTED", "Quux", "Zebedee", "zquux").stream().noneMatch(leaving::contains));
    }
}
