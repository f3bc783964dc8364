package org.benchconnect.adapter.aquios;

import static org.benchconnect.core.testing.InstrumentBench.said;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.io.InputStream;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.benchconnect.adapter.aquios.AquiosAdapter.AquiosCode;
import org.benchconnect.core.instrument.InstrumentAdapter;
import org.benchconnect.core.instrument.Memory;
import org.benchconnect.core.instrument.Observation;
import org.benchconnect.core.instrument.Reading;
import org.benchconnect.core.signal.Condition;
import org.benchconnect.core.signal.Facts;
import org.benchconnect.core.testing.InstrumentBench;
import org.benchconnect.core.text.Language;
import org.benchconnect.core.text.Texts;
import org.benchconnect.instrument.fcs.FcsRefusal;
import org.benchconnect.instrument.fcs.judgement.RunCode;
import org.benchconnect.instrument.fcs.judgement.RunFact;
import org.benchconnect.instrument.fcs.judgement.RunRefusal;
import org.benchconnect.simulator.AquiosRun;
import org.benchconnect.simulator.AquiosTrouble;
import org.benchconnect.simulator.AquiosWriter;
import org.benchconnect.simulator.Detector;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class AquiosAdapterTest {
    private static final AquiosRun HEALTHY = AquiosRun.healthy().withEvents(200);

    private final InstrumentBench<AquiosRun> bench = bench(new AquiosAdapter());

    private static InstrumentBench<AquiosRun> bench(InstrumentAdapter adapter) {
        return new InstrumentBench<>(adapter, AquiosWriter::bytes);
    }

    private Observation read(int times, AquiosRun run) {
        for (int time = 1; time < times; time++) {
            bench.read(run);
        }
        return bench.read(run);
    }

    @Test
    void healthyRunsGiveNoSignalAndTheSerialNumberLosesItsSpace() {
        for (int run = 0; run < 12; run++) {
            Observation seen = bench.read(HEALTHY.withSeed(run));

            assertEquals(List.of(), seen.signals());
            assertEquals(Reading.Outcome.READ, seen.reading().outcome());
            assertEquals("FCS2.0", seen.reading().format());
            assertNotNull(seen.reading().instrument());
            assertEquals("AQUIOS CL", seen.reading().instrument().model().label());
            assertEquals("SIMAQ001", String.valueOf(seen.reading().instrument().serial()));
        }
    }

    @Test
    void everyTroubleOfTheSimulatorIsSaidAndNothingIsWrongAndWellAtTheSameTime() {
        for (AquiosTrouble trouble : AquiosTrouble.values()) {
            InstrumentBench<AquiosRun> instrument = bench(AquiosConfigurationTest.expecting("SIMAQ001"));
            for (int run = 0; run < 3; run++) {
                instrument.read(HEALTHY);
            }

            Observation seen = instrument.read(trouble.in(HEALTHY));

            assertEquals(trouble == AquiosTrouble.HEALTHY, seen.signals().isEmpty(), trouble.name());
            seen.signals().forEach(signal -> assertTrue(!seen.healthy().contains(signal.condition()), trouble.name()));
        }
    }

    @Nested
    class Windows {
        private final AquiosRun seven = HEALTHY.withSystem("Microsoft Windows 7 Professional  6.1.7601.65536");

        @Test
        void anUnsupportedOneIsAWarning() {
            assertEquals(
                    "WARNING SYSTEM_NOW=v6.1.7601.65536;SYSTEM_OLDEST=v10.0",
                    said(bench.read(seven), RunCode.OPERATING_SYSTEM_UNSUPPORTED));
            assertEquals("healthy", said(bench.read(HEALTHY), RunCode.OPERATING_SYSTEM_UNSUPPORTED));
        }

        @Test
        void aChangeIsSaidOnceAndIsUsualAfterTenRuns() {
            bench.read(seven);

            assertEquals(
                    "INFO SYSTEM_BEFORE=v6.1.7601.65536;SYSTEM_NOW=v10.0.19044.0",
                    said(bench.read(HEALTHY), RunCode.OPERATING_SYSTEM_CHANGED));
            assertEquals("unknown", said(read(8, HEALTHY), RunCode.OPERATING_SYSTEM_CHANGED));
            assertEquals("healthy", said(bench.read(HEALTHY), RunCode.OPERATING_SYSTEM_CHANGED));
        }

        @Test
        void whatIsNoWindowsSaysNothing() {
            Observation seen = bench.read(HEALTHY.withSystem("Smith1948"));

            assertEquals("unknown", said(seen, RunCode.OPERATING_SYSTEM_UNSUPPORTED));
            assertEquals(List.of(), seen.signals());
        }
    }

    @Nested
    class RunToRun {
        @Test
        void aGainSetAnewIsAWarningOfItsChannel() {
            List<Detector> detectors = new ArrayList<>(HEALTHY.detectors());
            detectors.set(2, new Detector("FL1", 430, 2));
            read(3, HEALTHY);

            Observation seen = bench.read(HEALTHY.withDetectors(detectors));

            assertEquals(1, seen.signals().size());
            assertEquals(
                    Condition.of(RunCode.DETECTOR_GAIN_CHANGED, Facts.none().with(RunFact.CHANNEL, 3)),
                    seen.signals().get(0).condition());
        }

        @Test
        void anotherStepOfTheClockIsAWarningUntilItIsUsual() {
            AquiosRun faster = HEALTHY.withTimestep(0.0005);
            read(3, HEALTHY);

            assertEquals(
                    "WARNING MEASURED_MICROSECOND=n500;USUAL_MICROSECOND=n976.5;DEVIATION_PERCENT=n48.8",
                    said(bench.read(faster), AquiosCode.CLOCK_STEP_CHANGED));
            assertEquals("healthy", said(bench.read(HEALTHY), AquiosCode.CLOCK_STEP_CHANGED));
            assertEquals("healthy", said(read(10, faster), AquiosCode.CLOCK_STEP_CHANGED));
        }

        @Test
        void theFirstRunsAreNotCompared() {
            bench.read(HEALTHY);

            assertEquals("unknown", said(bench.read(HEALTHY.withTimestep(0.1)), AquiosCode.CLOCK_STEP_CHANGED));
        }
    }

    @Test
    void fewEventsAndTruncatedFilesInARowAreFaults() {
        AquiosRun bad = HEALTHY.withEvents(7).withTruncated(true);

        Observation first = bench.read(bad);
        Observation third = read(2, bad);

        assertEquals(FcsRefusal.DATA_TRUNCATED, first.reading().reason());
        assertEquals("WARNING FILES_IN_A_ROW=n1", said(first, RunCode.FILE_TRUNCATED));
        assertEquals("FAULT FILES_IN_A_ROW=n3", said(third, RunCode.FILE_TRUNCATED));
        assertEquals("FAULT EVENTS=n7;MINIMUM_EVENTS=n100;RUNS_IN_A_ROW=n3", said(third, RunCode.FEW_EVENTS));
    }

    @Test
    void aFileOfAnotherInstrumentIsRefusedAndChangesNothing() {
        InstrumentBench<AquiosRun> registered = bench(AquiosConfigurationTest.expecting("SIMAQ001"));
        registered.read(HEALTHY);
        Memory before = registered.memory();

        Observation foreign = registered.read(HEALTHY.withSerial("SIMAQ002").withEvents(1));

        assertEquals(RunRefusal.NOT_THIS_SERIAL, foreign.reading().reason());
        assertEquals(
                "WARNING EXPECTED_SERIAL=sSIMAQ001;FOUND_SERIAL=sSIMAQ002", said(foreign, RunCode.SERIAL_MISMATCH));
        assertEquals(before, foreign.memory());
    }

    @Test
    void aFileOfAnotherModelIsRefused() {
        Observation seen = bench.read(HEALTHY.withModel("Navios"));

        assertEquals(RunRefusal.NOT_THIS_INSTRUMENT, seen.reading().reason());
        assertEquals(Set.of(), seen.healthy());
        assertEquals(Memory.blank(), seen.memory());
    }

    @ParameterizedTest
    @EnumSource
    void everyCodeIsSaidInEveryLanguage(Language language) throws IOException {
        InputStream file = getClass().getClassLoader().getResourceAsStream(language.file());
        assertNotNull(file);
        Texts texts = Texts.read(language, file);

        for (AquiosCode code : AquiosCode.values()) {
            for (String part : List.of("title", "detail", "remedy")) {
                assertTrue(texts.byKey().containsKey("code." + code + "." + part), code + part);
            }
        }
        read(3, HEALTHY);
        bench.read(HEALTHY.withTimestep(0.0005)).signals().forEach(signal -> {
            String detail = texts.get("code." + signal.code().name() + ".detail", signal.facts());
            assertTrue(!detail.contains("–") && !detail.contains("{"), detail);
        });
    }
}
