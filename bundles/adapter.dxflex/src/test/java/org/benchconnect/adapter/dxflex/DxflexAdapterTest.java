package org.benchconnect.adapter.dxflex;

import static org.benchconnect.core.testing.InstrumentBench.said;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotNull;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.benchconnect.core.instrument.InstrumentAdapter;
import org.benchconnect.core.instrument.Memory;
import org.benchconnect.core.instrument.Observation;
import org.benchconnect.core.instrument.Reading;
import org.benchconnect.core.testing.InstrumentBench;
import org.benchconnect.core.text.Language;
import org.benchconnect.core.text.Texts;
import org.benchconnect.instrument.fcs.FcsRefusal;
import org.benchconnect.instrument.fcs.judgement.RunCode;
import org.benchconnect.instrument.fcs.judgement.RunRefusal;
import org.benchconnect.simulator.CytExpertWriter;
import org.benchconnect.simulator.FlexRun;
import org.benchconnect.simulator.FlexTrouble;
import org.benchconnect.simulator.QcReportWriter;
import org.benchconnect.simulator.QcReportWriter.Line;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

class DxflexAdapterTest {
    private static final FlexRun HEALTHY = FlexRun.healthy().withEvents(200, 2, 0);

    private final InstrumentBench<FlexRun> bench = bench(new DxflexAdapter());

    private static InstrumentBench<FlexRun> bench(InstrumentAdapter adapter) {
        return new InstrumentBench<>(adapter, CytExpertWriter::bytes);
    }

    @ParameterizedTest
    @ValueSource(strings = {"DxFLEX", "CytoFLEX", "CytoFLEX S", "CytoFLEX LX"})
    void healthyRunsOfEachModelGiveNoSignal(String model) {
        for (int run = 0; run < 12; run++) {
            Observation seen = bench.read(HEALTHY.withModel(model).withSeed(run));

            assertEquals(List.of(), seen.signals());
            assertEquals(Reading.Outcome.READ, seen.reading().outcome());
            assertEquals("FCS3.0", seen.reading().format());
            assertNotNull(seen.reading().instrument());
            assertTrue(model.startsWith(seen.reading().instrument().model().label()));
            assertEquals("SIMDX001", String.valueOf(seen.reading().instrument().serial()));
        }
    }

    @Test
    void everyTroubleOfTheSimulatorIsSaidAndNothingIsWrongAndWellAtTheSameTime() {
        for (FlexTrouble trouble : FlexTrouble.values()) {
            InstrumentBench<FlexRun> instrument = bench(DxflexConfigurationTest.expecting("SIMDX001"));
            for (int run = 0; run < 3; run++) {
                instrument.read(HEALTHY);
            }

            Observation seen = instrument.read(trouble.in(HEALTHY));

            assertEquals(trouble == FlexTrouble.HEALTHY, seen.signals().isEmpty(), trouble.name());
            seen.signals().forEach(signal -> assertTrue(!seen.healthy().contains(signal.condition()), trouble.name()));
        }
    }

    @Nested
    class Events {
        @Test
        void abortedEventsAreAWarningAboveTenPercentAndAFaultAboveFifty() {
            assertEquals("healthy", said(bench.read(HEALTHY.withEvents(900, 100, 0)), DxflexCode.ABORTED_EVENTS));
            assertEquals(
                    "WARNING ABORTED_EVENTS=n101;ACQUIRED_EVENTS=n900;ABORTED_PERCENT=n10.09",
                    said(bench.read(HEALTHY.withEvents(900, 101, 0)), DxflexCode.ABORTED_EVENTS));
            assertEquals(
                    "WARNING ABORTED_EVENTS=n500;ACQUIRED_EVENTS=n500;ABORTED_PERCENT=n50",
                    said(bench.read(HEALTHY.withEvents(500, 500, 0)), DxflexCode.ABORTED_EVENTS));
            assertEquals(
                    "FAULT ABORTED_EVENTS=n600000;ACQUIRED_EVENTS=n30000;ABORTED_PERCENT=n95.24",
                    said(bench.read(HEALTHY.withEvents(30_000, 600_000, 0)), DxflexCode.ABORTED_EVENTS));
            assertEquals("healthy", said(bench.read(HEALTHY), DxflexCode.ABORTED_EVENTS));
        }

        @Test
        void aRunWithNeitherAcquiredNorAbortedEventsSaysNothingOfAborts() {
            Observation seen = bench.read(HEALTHY.withEvents(0, 0, 0));

            assertEquals("unknown", said(seen, DxflexCode.ABORTED_EVENTS));
            assertEquals("WARNING EVENTS=n0;MINIMUM_EVENTS=n100;RUNS_IN_A_ROW=n1", said(seen, RunCode.FEW_EVENTS));
        }

        @Test
        void oneLostEventIsAWarningAndClearsAtARunWithout() {
            assertEquals(
                    "WARNING LOST_EVENTS=n1", said(bench.read(HEALTHY.withEvents(200, 0, 1)), DxflexCode.LOST_EVENTS));
            assertEquals("healthy", said(bench.read(HEALTHY), DxflexCode.LOST_EVENTS));
        }

        @Test
        void fewEventsInARowAreAFault() {
            bench.read(HEALTHY.withEvents(12, 0, 0));
            bench.read(HEALTHY.withEvents(12, 0, 0));

            assertEquals(
                    "FAULT EVENTS=n12;MINIMUM_EVENTS=n100;RUNS_IN_A_ROW=n3",
                    said(bench.read(HEALTHY.withEvents(12, 0, 0)), RunCode.FEW_EVENTS));
        }
    }

    @Nested
    class Files {
        @Test
        void aTruncatedFileIsAWarningAndItsAbortsAreJudgedAllTheSame() {
            Observation seen = bench.read(HEALTHY.withTruncated(true));

            assertEquals(FcsRefusal.DATA_TRUNCATED, seen.reading().reason());
            assertEquals("WARNING FILES_IN_A_ROW=n1", said(seen, RunCode.FILE_TRUNCATED));
            assertEquals("healthy", said(seen, DxflexCode.ABORTED_EVENTS));
            assertEquals("healthy", said(bench.read(HEALTHY), RunCode.FILE_TRUNCATED));
        }

        @Test
        void anotherVersionOfTheSoftwareIsSaidOnce() {
            bench.read(HEALTHY);
            FlexRun updated = HEALTHY.withVersion("1.3");

            assertEquals("INFO BUILD_BEFORE=v1.2;BUILD_NOW=v1.3", said(bench.read(updated), RunCode.BUILD_CHANGED));
            assertEquals("unknown", said(bench.read(updated), RunCode.BUILD_CHANGED));
        }

        @Test
        void aFileOfAnotherInstrumentIsRefusedAndChangesNothing() {
            InstrumentBench<FlexRun> registered = bench(DxflexConfigurationTest.expecting("SIMDX001"));
            registered.read(HEALTHY);
            Memory before = registered.memory();

            Observation foreign = registered.read(HEALTHY.withSerial("SIMDX002").withEvents(5, 100, 9));

            assertEquals(RunRefusal.NOT_THIS_SERIAL, foreign.reading().reason());
            assertEquals(
                    "WARNING EXPECTED_SERIAL=sSIMDX001;FOUND_SERIAL=sSIMDX002", said(foreign, RunCode.SERIAL_MISMATCH));
            assertEquals(1, foreign.signals().size());
            assertEquals(before, foreign.memory());
            assertEquals("healthy", said(registered.read(HEALTHY), RunCode.SERIAL_MISMATCH));
        }

        @Test
        void aFileOfAnotherModelIsRefused() {
            Observation seen = bench.read(HEALTHY.withModel("FACSCanto II"));

            assertEquals(RunRefusal.NOT_THIS_INSTRUMENT, seen.reading().reason());
            assertEquals(Set.of(), seen.healthy());
            assertEquals(Memory.blank(), seen.memory());
        }

        @Test
        void whatIsNeitherRunNorReportIsRefusedForTheReadersReason() {
            Observation seen =
                    bench.read("a letter; perhaps, to somebody\nwith two lines".getBytes(StandardCharsets.US_ASCII));

            assertEquals(FcsRefusal.NOT_FCS, seen.reading().reason());
        }
    }

    @Nested
    class Quality {
        private final LocalDate monday = HEALTHY.started().toLocalDate();

        private byte[] report(LocalDate day, Line... others) {
            List<Line> lines = new ArrayList<>(QcReportWriter.HEALTHY);
            lines.addAll(List.of(others));
            return QcReportWriter.bytes("SIMDX001", day, lines);
        }

        @Test
        void aHealthyReportIsWellAndLeavesTheKnownInstrumentAlone() {
            Observation seen = bench.read(report(monday));

            assertEquals(List.of(), seen.signals());
            assertEquals("QC.CSV", seen.reading().format());
            assertNull(seen.reading().instrument());
            assertEquals("healthy", said(seen, RunCode.QC_FAILED));
        }

        @Test
        void aDetectorOutOfTheLimitsIsAFaultUntilAReportIsWell() {
            Observation seen = bench.read(report(monday, new Line("APC", 400, -35.5, 2), new Line("PB", 400, 0, 8.25)));

            assertEquals(
                    "FAULT QC_FAILED_DETECTORS=n2;QC_DETECTORS=n6;QC_CHANGE_PERCENT=n35.5;QC_RCV_PERCENT=n8.25;"
                            + "QC_RESULT=tQC_NOT_SAID",
                    said(seen, RunCode.QC_FAILED));
            assertEquals("healthy", said(bench.read(report(monday)), RunCode.QC_FAILED));
        }

        @Test
        void aReportOfAnotherInstrumentIsRefused() {
            Observation seen =
                    bench(DxflexConfigurationTest.expecting("SIMDX009")).read(report(monday));

            assertEquals(RunRefusal.NOT_THIS_SERIAL, seen.reading().reason());
            assertEquals("unknown", said(seen, RunCode.QC_FAILED));
        }

        @Test
        void runsWithoutARecentReportAreAWarningUntilThereIsOne() {
            assertEquals("unknown", said(bench.read(HEALTHY), RunCode.QC_OVERDUE));
            bench.read(report(monday));

            assertEquals(
                    "healthy",
                    said(bench.read(HEALTHY.withStarted(HEALTHY.started().plusDays(1))), RunCode.QC_OVERDUE));
            assertEquals(
                    "WARNING DAYS_SINCE_QC=n2;QC_DUE_DAYS=n1",
                    said(bench.read(HEALTHY.withStarted(HEALTHY.started().plusDays(2))), RunCode.QC_OVERDUE));
            assertEquals("healthy", said(bench.read(report(monday.plusDays(2))), RunCode.QC_OVERDUE));
        }

        @Test
        void aReportWithADayYearsAheadIsOutvotedByTheRuns() {
            bench.read(report(LocalDate.of(2099, 12, 31)));
            for (int run = 0; run < 5; run++) {
                bench.read(HEALTHY);
            }

            assertEquals(
                    "WARNING DAYS_SINCE_QC=n2;QC_DUE_DAYS=n1",
                    said(bench.read(HEALTHY.withStarted(HEALTHY.started().plusDays(2))), RunCode.QC_OVERDUE));
        }

        @Test
        void anOldReportThatIsCopiedLaterClearsNothing() {
            bench.read(report(monday.plusDays(1)));

            Observation old = bench.read(report(monday));

            assertEquals("unknown", said(old, RunCode.QC_OVERDUE));
            assertEquals("healthy", said(bench.read(HEALTHY), RunCode.QC_OVERDUE));
        }
    }

    @ParameterizedTest
    @EnumSource
    void everyCodeIsSaidInEveryLanguage(Language language) throws IOException {
        InputStream file = getClass().getClassLoader().getResourceAsStream(language.file());
        assertNotNull(file);
        Texts texts = Texts.read(language, file);

        for (DxflexCode code : DxflexCode.values()) {
            for (String part : List.of("title", "detail", "remedy")) {
                assertTrue(texts.byKey().containsKey("code." + code + "." + part), code + part);
            }
        }
        bench.read(HEALTHY.withEvents(10, 100, 5)).signals().stream()
                .filter(signal -> signal.code() instanceof DxflexCode)
                .map(signal -> texts.get("code." + signal.code().name() + ".detail", signal.facts()))
                .forEach(detail -> assertTrue(!detail.contains("–") && !detail.contains("{"), detail));
    }
}
