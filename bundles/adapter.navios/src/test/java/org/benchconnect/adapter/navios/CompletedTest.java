package org.benchconnect.adapter.navios;

import static org.benchconnect.adapter.navios.Bench.HEALTHY;
import static org.benchconnect.adapter.navios.Bench.said;
import static org.benchconnect.adapter.navios.NaviosCode.BARCODES_NOT_READ;
import static org.benchconnect.adapter.navios.NaviosCode.SETTINGS_CHANGED;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.channels.SeekableByteChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import org.benchconnect.core.instrument.Memory;
import org.benchconnect.core.instrument.Observation;
import org.benchconnect.instrument.fcs.judgement.RunCode;
import org.benchconnect.simulator.LmdWriter;
import org.benchconnect.simulator.QcReportWriter;
import org.benchconnect.simulator.Run;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Settings, codes of tubes, and reports of quality control. */
class CompletedTest {
    private final Bench bench = new Bench();

    @Nested
    class Settings {
        private final Run changed =
                HEALTHY.withSettingsChanged(HEALTHY.settingsChanged().plusDays(1));

        @Test
        void theFirstSettingsAreNoChange() {
            assertEquals("healthy", said(bench.read(HEALTHY), SETTINGS_CHANGED));
        }

        @Test
        void newSettingsAreSaidOnceAndAreUsualAfterTenRuns() {
            bench.read(2, HEALTHY);

            assertEquals("INFO SETTINGS_RUNS=n1", said(bench.read(changed), SETTINGS_CHANGED));
            assertEquals("unknown", said(bench.read(8, changed), SETTINGS_CHANGED));
            assertEquals("healthy", said(bench.read(changed), SETTINGS_CHANGED));
        }

        @Test
        void settingsOfAProtocolThatIsUsedAgainAreNoChange() {
            bench.read(2, HEALTHY);
            bench.read(10, changed);

            assertEquals("healthy", said(bench.read(HEALTHY), SETTINGS_CHANGED));
            assertEquals("healthy", said(bench.read(changed), SETTINGS_CHANGED));
        }

        @Test
        void whenTheyWereChangedIsNotRemembered() {
            bench.read(HEALTHY);

            double remembered = bench.memory().row(NaviosRow.KNOWN_SETTINGS).get(0);

            assertTrue(remembered > 0 && remembered < 1L << 48);
            assertFalse(remembered == HEALTHY.settingsChanged().toEpochSecond(ZoneOffset.UTC));
        }

        @Test
        void nothingButATimeIsTakenForOne() {
            byte[] file = LmdWriter.bytes(HEALTHY);
            String text = new String(file, java.nio.charset.StandardCharsets.ISO_8859_1);
            int at = text.indexOf("@SETTINGSFILEDATETIME\\") + "@SETTINGSFILEDATETIME\\".length();
            System.arraycopy("Smith1948".getBytes(java.nio.charset.StandardCharsets.US_ASCII), 0, file, at, 9);

            assertEquals("unknown", said(bench.read(file), SETTINGS_CHANGED));
            assertEquals(List.of(), bench.memory().row(NaviosRow.KNOWN_SETTINGS));
        }

        @Test
        void noMoreThanSixtyFourSettingsAreKnown() {
            for (int file = 0; file < 80; file++) {
                bench.read(HEALTHY.withSettingsChanged(HEALTHY.settingsChanged().plusDays(file)));
            }

            assertEquals(64, bench.memory().row(NaviosRow.KNOWN_SETTINGS).size());
        }
    }

    @Nested
    class Codes {
        private final Run unread = HEALTHY.withBarcodeRead(false);

        @Test
        void aFewUnreadCodesAreNothing() {
            assertEquals("healthy", said(bench.read(2, unread), BARCODES_NOT_READ));
        }

        @Test
        void manyUnreadCodesAreAWarningUntilTheyAreNotManyAnyMore() {
            assertEquals(
                    "WARNING UNREAD_CODES=n3;CODED_RUNS=n3;UNREAD_PERCENT=n100",
                    said(bench.read(3, unread), BARCODES_NOT_READ));
            assertEquals(
                    "WARNING UNREAD_CODES=n3;CODED_RUNS=n14;UNREAD_PERCENT=n21.43",
                    said(bench.read(11, HEALTHY), BARCODES_NOT_READ));
            assertEquals("healthy", said(bench.read(HEALTHY), BARCODES_NOT_READ));
        }

        @Test
        void whatACodeSaysChangesNothing() {
            Observation one = bench.read(HEALTHY.withSeed(7));
            Observation other = new Bench().read(HEALTHY.withSeed(8));

            assertEquals(one.healthy(), other.healthy());
            assertEquals(one.memory(), other.memory());
        }
    }

    @Nested
    class Quality {
        private final LocalDate day = HEALTHY.started().toLocalDate();

        @TempDir
        Path folder;

        private Observation observe(byte[] bytes, Memory memory) throws IOException {
            Path file = Files.write(folder.resolve("file"), bytes);
            try (SeekableByteChannel channel = Files.newByteChannel(file)) {
                return new NaviosAdapter().observe(channel, memory);
            }
        }

        private byte[] report(double rcvPercent) {
            return QcReportWriter.bytes("SIM00001", day, List.of(new QcReportWriter.Line("FL1", 440, 0, rcvPercent)));
        }

        @Test
        void aReportOutOfTheLimitsIsAFaultAndARunLongAfterItIsAWarning() throws IOException {
            Observation failed = observe(report(7), Memory.blank());
            Observation well = observe(report(5), failed.memory());
            Run later = HEALTHY.withStarted(HEALTHY.started().plusDays(3));
            Observation run = observe(LmdWriter.bytes(later), well.memory());

            assertEquals(
                    "FAULT QC_FAILED_DETECTORS=n1;QC_DETECTORS=n1;QC_CHANGE_PERCENT=n0;QC_RCV_PERCENT=n7;"
                            + "QC_RESULT=tQC_NOT_SAID",
                    said(failed, RunCode.QC_FAILED));
            assertEquals("healthy", said(well, RunCode.QC_FAILED));
            assertEquals("WARNING DAYS_SINCE_QC=n3;QC_DUE_DAYS=n1", said(run, RunCode.QC_OVERDUE));
            assertEquals("unknown", said(run, RunCode.QC_FAILED));
        }
    }
}
