package org.benchconnect.adapter.navios;

import static org.benchconnect.adapter.navios.Bench.HEALTHY;
import static org.benchconnect.instrument.fcs.judgement.RunCode.DETECTOR_GAIN_CHANGED;
import static org.benchconnect.instrument.fcs.judgement.RunCode.DETECTOR_VOLTAGE_CHANGED;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.List;
import org.benchconnect.core.instrument.Observation;
import org.benchconnect.core.signal.Facts;
import org.benchconnect.instrument.fcs.judgement.RunCode;
import org.benchconnect.instrument.fcs.judgement.RunFact;
import org.benchconnect.instrument.fcs.judgement.RunRow;
import org.benchconnect.simulator.Detector;
import org.benchconnect.simulator.Run;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class DetectorsTest {
    private final Bench bench = new Bench();

    private static String said(Observation seen, RunCode code, int channel) {
        return Bench.said(seen, code, Facts.none().with(RunFact.CHANNEL, channel));
    }

    @Test
    void aDetectorSetAnewIsAWarningWithBothVoltages() {
        bench.read(3, HEALTHY);

        Observation seen = bench.read(HEALTHY.withVoltage(3, 550));

        assertEquals(
                "WARNING CHANNEL=n3;MEASURED_VOLT=n550;USUAL_VOLT=n440;DEVIATION_PERCENT=n25",
                said(seen, DETECTOR_VOLTAGE_CHANGED, 3));
        assertEquals("healthy", said(seen, DETECTOR_VOLTAGE_CHANGED, 2));
        assertEquals(1, seen.signals().size());
    }

    @Test
    void aGainSetAnewIsSaidAsSuch() {
        bench.read(3, HEALTHY);
        List<Detector> detectors = new ArrayList<>(HEALTHY.detectors());
        detectors.set(1, new Detector("SS INT LIN", 710, 20));

        assertEquals(
                "WARNING CHANNEL=n2;MEASURED_GAIN=n20;USUAL_GAIN=n50;DEVIATION_PERCENT=n60",
                said(bench.read(HEALTHY.withDetectors(detectors)), DETECTOR_GAIN_CHANGED, 2));
    }

    @ParameterizedTest
    @CsvSource({"462, healthy", "463, WARNING", "418, healthy", "417, WARNING", "0, WARNING"})
    void theLimitItselfIsStillWell(int volts, String expected) {
        bench.read(3, HEALTHY);

        String said = said(bench.read(HEALTHY.withVoltage(3, volts)), DETECTOR_VOLTAGE_CHANGED, 3);

        assertEquals(expected, said.split(" ")[0]);
    }

    @Test
    void withoutEnoughRunsNothingIsCompared() {
        bench.read(2, HEALTHY);

        assertEquals("unknown", said(bench.read(HEALTHY.withVoltage(3, 550)), DETECTOR_VOLTAGE_CHANGED, 3));
    }

    @Test
    void theOldVoltageClears() {
        bench.read(3, HEALTHY);
        bench.read(HEALTHY.withVoltage(3, 550));

        assertEquals("healthy", said(bench.read(HEALTHY), DETECTOR_VOLTAGE_CHANGED, 3));
    }

    @Test
    void aVoltageThatStaysIsUsualOnceMostOfTheLastRunsHadIt() {
        bench.read(10, HEALTHY);
        Run changed = HEALTHY.withVoltage(3, 550);

        assertTrue(said(bench.read(6, changed), DETECTOR_VOLTAGE_CHANGED, 3).startsWith("WARNING"));
        assertEquals("healthy", said(bench.read(changed), DETECTOR_VOLTAGE_CHANGED, 3));
    }

    @Test
    void whenMoreThanHalfAreSetAnewItIsAnotherProtocolAndOpenNoticesClear() {
        bench.read(3, HEALTHY);
        Run three = HEALTHY.withVoltage(1, 100).withVoltage(2, 100).withVoltage(3, 100);

        Observation seen = bench.read(three);

        assertEquals(List.of(), seen.signals());
        assertEquals("healthy", said(seen, DETECTOR_VOLTAGE_CHANGED, 3));
        assertEquals(
                "unknown",
                said(bench.read(HEALTHY.withVoltage(1, 100).withVoltage(2, 100)), DETECTOR_VOLTAGE_CHANGED, 3));
    }

    @Test
    void lessThanHalfSetAnewAreSaidOneByOne() {
        bench.read(3, HEALTHY);

        Observation seen = bench.read(HEALTHY.withVoltage(1, 100).withVoltage(2, 100));

        assertEquals(2, seen.signals().size());
    }

    @Test
    void anotherNumberOfDetectorsIsAnotherProtocol() {
        bench.read(3, HEALTHY);

        Observation seen = bench.read(HEALTHY.withDetectors(HEALTHY.detectors().subList(0, 3)));

        assertEquals(List.of(), seen.signals());
    }

    @Test
    void noMoreRunsAreRememberedThanTheWindowHas() {
        bench.read(14, HEALTHY);

        assertEquals(121, bench.memory().row(RunRow.DETECTORS).size());
    }
}
