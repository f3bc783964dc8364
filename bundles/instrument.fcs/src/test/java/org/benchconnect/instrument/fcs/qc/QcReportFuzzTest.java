package org.benchconnect.instrument.fcs.qc;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.code_intelligence.jazzer.junit.FuzzTest;
import org.benchconnect.core.instrument.Memory;
import org.benchconnect.core.instrument.Observation;
import org.benchconnect.core.instrument.Reading;
import org.benchconnect.instrument.fcs.judgement.Quality;

/** Whatever the bytes are, they are an outcome within limits, and can be judged. */
class QcReportFuzzTest {
    private static final Quality.Limits LIMITS = new Quality.Limits(20, 6, 1);

    @FuzzTest(maxDuration = "1s")
    void readsAnything(byte[] bytes) {
        QcReport report = QcTable.parse(bytes);

        assertTrue(report.detectors().size() <= QcReport.MAX_DETECTORS);
        assertEquals(report.isReport(), report.reading().outcome() != Reading.Outcome.REFUSED);
        for (QcDetector detector : report.detectors()) {
            assertTrue(detector.changePercent().stream().allMatch(Double::isFinite));
            assertTrue(detector.rcvPercent().stream().allMatch(Double::isFinite));
        }
        Observation seen = Quality.conclude(report, null, LIMITS, Memory.blank());
        assertEquals(report.reading(), seen.reading());
        assertTrue(report.isReport() || seen.signals().isEmpty());
        assertEquals(report.detectors(), QcTable.parse(bytes).detectors());
    }
}
