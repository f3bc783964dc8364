package org.benchconnect.adapter.navios;

import static org.benchconnect.adapter.navios.Bench.HEALTHY;
import static org.benchconnect.adapter.navios.Bench.said;
import static org.benchconnect.adapter.navios.NaviosCode.RUN_STOPPED;
import static org.benchconnect.adapter.navios.NaviosCode.TRAILER_MISSING;
import static org.benchconnect.instrument.fcs.judgement.RunCode.BUILD_CHANGED;
import static org.benchconnect.instrument.fcs.judgement.RunCode.FEW_EVENTS;
import static org.benchconnect.instrument.fcs.judgement.RunCode.FILE_DAMAGED;
import static org.benchconnect.instrument.fcs.judgement.RunCode.FILE_TRUNCATED;
import static org.benchconnect.instrument.fcs.judgement.RunCode.SERIAL_MISMATCH;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotNull;

import java.util.Arrays;
import java.util.List;
import java.util.Set;
import org.benchconnect.core.instrument.Memory;
import org.benchconnect.core.instrument.Observation;
import org.benchconnect.core.instrument.Reading;
import org.benchconnect.core.signal.SerialNumber;
import org.benchconnect.core.signal.Signal;
import org.benchconnect.instrument.fcs.FcsRefusal;
import org.benchconnect.instrument.fcs.judgement.RunRefusal;
import org.benchconnect.simulator.LmdWriter;
import org.benchconnect.simulator.Run;
import org.benchconnect.simulator.Trouble;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;

class RunsTest {
    private final Bench bench = new Bench();

    @Nested
    class Stops {
        private final Run stopped = HEALTHY.withStopReason("MANUAL");

        @Test
        void oneStoppedRunIsForInformationAndClearsAtTheNext() {
            bench.read(4, HEALTHY);

            assertEquals(
                    "INFO STOP_REASON=tMANUAL;STOPPED_RUNS=n1;RUNS=n5;STOPPED_PERCENT=n20",
                    said(bench.read(stopped), RUN_STOPPED));
            assertEquals("healthy", said(bench.read(HEALTHY), RUN_STOPPED));
        }

        @Test
        void manyStoppedRunsAreAWarningUntilTheyAreNotManyAnyMore() {
            bench.read(2, stopped);

            assertEquals(
                    "WARNING STOP_REASON=tMANUAL;STOPPED_RUNS=n3;RUNS=n3;STOPPED_PERCENT=n100",
                    said(bench.read(stopped), RUN_STOPPED));
            assertEquals(
                    "WARNING STOP_REASON=tMANUAL;STOPPED_RUNS=n3;RUNS=n14;STOPPED_PERCENT=n21.43",
                    said(bench.read(11, HEALTHY), RUN_STOPPED));
            assertEquals("healthy", said(bench.read(HEALTHY), RUN_STOPPED));
        }

        @Test
        void runsBeyondTheWindowAreForgotten() {
            bench.read(4, stopped);
            bench.read(16, HEALTHY);

            assertEquals("healthy", said(bench.read(3, HEALTHY), RUN_STOPPED));
            assertEquals(20, bench.memory().row(NaviosRow.STOPS).size());
        }

        @Test
        void aReasonThatNobodyKnowsIsAnotherReason() {
            assertEquals(
                    "INFO STOP_REASON=tOTHER_REASON;STOPPED_RUNS=n1;RUNS=n1;STOPPED_PERCENT=n100",
                    said(bench.read(HEALTHY.withStopReason("Jane Doe")), RUN_STOPPED));
        }
    }

    @Nested
    class Events {
        @Test
        void fewEventsAreAWarningAndRepeatedAFault() {
            Run few = HEALTHY.withEvents(12);

            assertEquals("WARNING EVENTS=n12;MINIMUM_EVENTS=n100;RUNS_IN_A_ROW=n1", said(bench.read(few), FEW_EVENTS));
            assertEquals("WARNING EVENTS=n12;MINIMUM_EVENTS=n100;RUNS_IN_A_ROW=n2", said(bench.read(few), FEW_EVENTS));
            assertEquals("FAULT EVENTS=n12;MINIMUM_EVENTS=n100;RUNS_IN_A_ROW=n3", said(bench.read(few), FEW_EVENTS));
        }

        @Test
        void enoughEventsClearAndTheCountBeginsAnew() {
            bench.read(5, HEALTHY.withEvents(0));

            assertEquals("healthy", said(bench.read(HEALTHY.withEvents(100)), FEW_EVENTS));
            assertEquals(
                    "WARNING EVENTS=n99;MINIMUM_EVENTS=n100;RUNS_IN_A_ROW=n1",
                    said(bench.read(HEALTHY.withEvents(99)), FEW_EVENTS));
        }

        @Test
        void aRunWithoutAnyEventIsRead() {
            Observation seen = bench.read(HEALTHY.withEvents(0));

            assertEquals("WARNING EVENTS=n0;MINIMUM_EVENTS=n100;RUNS_IN_A_ROW=n1", said(seen, FEW_EVENTS));
            assertEquals("healthy", said(seen, FILE_TRUNCATED));
        }
    }

    @Nested
    class Ends {
        private final byte[] whole = LmdWriter.bytes(HEALTHY);

        @Test
        void aTruncatedFileIsAWarningAndItsLasersAreJudgedAllTheSame() {
            Observation seen = bench.read(HEALTHY.withTruncated(true));

            assertEquals(Reading.Outcome.PARTIAL, seen.reading().outcome());
            assertEquals("WARNING FILES_IN_A_ROW=n1", said(seen, FILE_TRUNCATED));
            assertEquals("unknown", said(seen, TRAILER_MISSING));
            assertEquals("healthy", said(seen, NaviosCode.LASER_OFF_TARGET, NaviosAdapter.Laser.BLUE));
        }

        @Test
        void truncatedFilesInARowAreAFault() {
            assertEquals("FAULT FILES_IN_A_ROW=n3", said(bench.read(3, HEALTHY.withTruncated(true)), FILE_TRUNCATED));
            assertEquals("healthy", said(bench.read(HEALTHY), FILE_TRUNCATED));
        }

        @Test
        void aFileWithoutItsSecondDatasetIsTruncated() {
            Observation seen = bench.read(Arrays.copyOf(whole, 25_000));

            assertEquals(FcsRefusal.NEXT_DATASET_MISSING, seen.reading().reason());
            assertEquals("WARNING FILES_IN_A_ROW=n1", said(seen, FILE_TRUNCATED));
        }

        @Test
        void aMissingTrailerIsForInformationAndClears() {
            assertEquals("INFO ", said(bench.read(HEALTHY.withTrailer(false)), TRAILER_MISSING));
            assertEquals("healthy", said(bench.read(HEALTHY), TRAILER_MISSING));
        }

        private byte[] withoutDataOffsets() {
            byte[] file = whole.clone();
            Arrays.fill(file, 26, 42, (byte) ' ');
            return file;
        }

        @Test
        void aDamagedFileIsAWarningThatOnlyAWholeFileClears() {
            Observation seen = bench.read(withoutDataOffsets());

            assertEquals(FcsRefusal.DATA_OFFSETS_BAD, seen.reading().reason());
            assertEquals("WARNING FILES_IN_A_ROW=n1", said(seen, FILE_DAMAGED));
            assertEquals("unknown", said(seen, FILE_TRUNCATED));
            assertEquals("unknown", said(seen, TRAILER_MISSING));
            assertEquals("healthy", said(bench.read(HEALTHY), FILE_DAMAGED));
        }

        @Test
        void filesThatAreNotWholeInOneWayOrTheOtherAreAFaultTogether() {
            bench.read(withoutDataOffsets());
            bench.read(HEALTHY.withTruncated(true));

            assertEquals("FAULT FILES_IN_A_ROW=n3", said(bench.read(withoutDataOffsets()), FILE_DAMAGED));
            assertEquals("WARNING FILES_IN_A_ROW=n1", saidAfterAWholeOne());
        }

        private String saidAfterAWholeOne() {
            bench.read(HEALTHY);
            return said(bench.read(HEALTHY.withTruncated(true)), FILE_TRUNCATED);
        }

        @Test
        void aBlankStopReasonSaysNothingAndAManualStopIsManual() {
            assertEquals("unknown", said(bench.read(HEALTHY.withStopReason("  ")), RUN_STOPPED));
            assertEquals(
                    "INFO STOP_REASON=tMANUAL;STOPPED_RUNS=n1;RUNS=n1;STOPPED_PERCENT=n100",
                    said(bench.read(HEALTHY.withStopReason("MANUAL STOP")), RUN_STOPPED));
        }

        @Test
        void halfATrailerIsNoTrailer() {
            Observation seen = bench.read(Arrays.copyOf(whole, whole.length - 100));

            assertEquals("INFO ", said(seen, TRAILER_MISSING));
            assertEquals("healthy", said(seen, FILE_TRUNCATED));
        }
    }

    @Nested
    class Builds {
        @Test
        void aNewBuildIsSaidOnceAndIsUsualAfterTenRuns() {
            bench.read(2, HEALTHY);
            Run updated = HEALTHY.withBuild("3512");

            assertEquals("INFO BUILD_BEFORE=v3500;BUILD_NOW=v3512", said(bench.read(updated), BUILD_CHANGED));
            assertEquals("unknown", said(bench.read(8, updated), BUILD_CHANGED));
            assertEquals("healthy", said(bench.read(updated), BUILD_CHANGED));
            assertEquals("healthy", said(bench.read(updated), BUILD_CHANGED));
        }

        @Test
        void theFirstBuildIsNoChange() {
            assertEquals("healthy", said(bench.read(HEALTHY), BUILD_CHANGED));
        }
    }

    @Nested
    class Serials {
        private final Bench registered = new Bench(
                NaviosLimits.SHIPPED.expecting(SerialNumber.parse("SIM00001").orElseThrow()));

        @Test
        void aFileOfAnotherInstrumentIsAWarningAndClears() {
            assertEquals(
                    "WARNING EXPECTED_SERIAL=sSIM00001;FOUND_SERIAL=sSIM00002",
                    said(registered.read(HEALTHY.withSerial("SIM00002")), SERIAL_MISMATCH));
            assertEquals("healthy", said(registered.read(HEALTHY), SERIAL_MISMATCH));
        }

        @Test
        void aFileOfAnotherInstrumentIsRefusedAndStillTellsWhichOneItIs() {
            Observation seen = registered.read(HEALTHY.withSerial("SIM00002"));

            assertEquals(Reading.Outcome.REFUSED, seen.reading().outcome());
            assertEquals(RunRefusal.NOT_THIS_SERIAL, seen.reading().reason());
            assertEquals("FCS2.0+FCS3.0", seen.reading().format());
            assertNotNull(seen.reading().instrument());
            assertEquals("SIM00002", String.valueOf(seen.reading().instrument().serial()));
        }

        @Test
        void aHealthyFileOfAnotherInstrumentClearsNothingAndChangesNothingOfWhatIsUsual() {
            registered.read(3, HEALTHY);
            registered.read(Trouble.RED_LASER_WEAK.in(HEALTHY));
            Memory before = registered.memory();

            Observation foreign = registered.read(HEALTHY.withSerial("SIM00002"));

            assertEquals(1, foreign.signals().size());
            assertEquals(Set.of(), foreign.healthy());
            assertEquals(before, foreign.memory());
        }

        @Test
        void troublesOfAnotherInstrumentAreNotThisOnes() {
            for (Trouble trouble : Trouble.values()) {
                Observation foreign = registered.read(trouble.in(HEALTHY).withSerial("SIM00002"));

                assertEquals(
                        List.of(SERIAL_MISMATCH),
                        foreign.signals().stream().map(Signal::code).toList());
            }
        }

        @Test
        void whatIsNoSerialNumberIsNotCompared() {
            assertEquals("unknown", said(registered.read(HEALTHY.withSerial("Jane Doe")), SERIAL_MISMATCH));
        }

        @Test
        void withoutAnExpectedNumberNothingIsCompared() {
            assertEquals("unknown", said(bench.read(HEALTHY), SERIAL_MISMATCH));
        }
    }
}
