package org.benchconnect.instrument.fcs.qc;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import org.benchconnect.core.instrument.Reading;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class QcReportTest {
    private static final String REPORT =
            """
            DailyQCReport_ZZ0001_20260302_093000

            Serial Number,ZZ0001
            Operator,Smith1948

            Laser,Detector,Gain, Delta Gain,% Gain Change,Median, % rCV,Sensitivity
            Detector Settings
            Blue,FSC,445,21,4.95283,2048.513,2.291401,1849.067
            Violet,SSC,364,-25,-6.426735,1977.729,4.544862,10685.74

            Laser Settings
            Laser, Laser Delay
            Violet,-27.275
            """;

    private static QcReport read(String text) {
        return QcTable.parse(text.getBytes(StandardCharsets.ISO_8859_1));
    }

    @Test
    void aReportTellsItsDetectorsDayAndSerialNumber() {
        QcReport report = read(REPORT);

        assertEquals(
                List.of(
                        new QcDetector(OptionalDouble.of(4.95283), OptionalDouble.of(2.291401), Verdict.QC_NOT_SAID),
                        new QcDetector(OptionalDouble.of(-6.426735), OptionalDouble.of(4.544862), Verdict.QC_NOT_SAID)),
                report.detectors());
        assertEquals(Optional.of(LocalDate.of(2026, 3, 2)), report.day());
        assertEquals("ZZ0001", report.serial().orElseThrow().toString());
        assertEquals(Verdict.QC_NOT_SAID, report.verdict());
        assertEquals(Reading.Outcome.READ, report.reading().outcome());
    }

    @ParameterizedTest
    @ValueSource(strings = {"UTF-16LE", "UTF-16BE", "UTF-8"})
    void aReportInAnotherEncodingIsTheSame(String name) {
        byte[] bytes = ("\ufeff" + REPORT).getBytes(Charset.forName(name));

        assertEquals(read(REPORT).detectors(), QcTable.parse(bytes).detectors());
    }

    @ParameterizedTest
    @ValueSource(strings = {";", "\t"})
    void aReportOfAWindowsWithDecimalCommasIsTheSame(String separator) {
        String other = REPORT.replace(",", separator).replace('.', ',');

        assertEquals(read(REPORT).detectors(), read(other).detectors());
        assertEquals("ZZ0001", read(other).serial().orElseThrow().toString());
    }

    @Test
    void quotedCellsMayHoldTheSeparator() {
        QcReport report = read("Channel,Remark,%rCV,Result\n\"FL1, area\",\"a, b\",\"2.5\",Passed\nFL2,,7,FAIL\n");

        assertEquals(
                List.of(
                        new QcDetector(OptionalDouble.empty(), OptionalDouble.of(2.5), Verdict.QC_PASSED),
                        new QcDetector(OptionalDouble.empty(), OptionalDouble.of(7), Verdict.QC_FAILED)),
                report.detectors());
    }

    @Test
    void whatTheReportSaysOfTheWholeIsRead() {
        assertEquals(Verdict.QC_FAILED, read("QC Result,Failed\n" + REPORT).verdict());
        assertEquals(Verdict.QC_PASSED, read("Status,pass\n" + REPORT).verdict());
        assertEquals(Verdict.QC_NOT_SAID, read("Status,Smith1948\n" + REPORT).verdict());
    }

    @Test
    void theDayIsThatOfTheReportAndOfNothingElse() {
        String untitled = REPORT.substring(REPORT.indexOf("Serial"));

        assertTrue(read("Bead Lot Expiration,2027-01-31\n" + untitled).day().isEmpty());
        assertTrue(read(untitled.replace("ZZ0001", "20250101")).day().isEmpty());
        assertEquals(
                Optional.of(LocalDate.of(2026, 3, 4)),
                read("Lot,20270131\nQC Date,2026-03-04 09:30\n" + untitled).day());
    }

    @Nested
    class Refusals {
        @ParameterizedTest
        @ValueSource(
                strings = {
                    "",
                    "Experiment Name,Specimen Name,P1 #Events,P1 %Parent\nx,Smith1948,3595,35.9\n",
                    "Detector,Gain\nFSC,445\n",
                    "Laser,Detector,% rCV\n"
                })
        void whatHasNoTableOfDetectorsIsNoReport(String text) {
            QcReport report = read(text);

            assertFalse(report.isReport());
            assertEquals(QcRefusal.NOT_QC, report.reading().reason());
            assertEquals(Reading.Outcome.REFUSED, report.reading().outcome());
        }

        @Test
        void aReportThatIsCutWithinARowIsReadInPart() {
            QcReport report = read(REPORT.substring(0, REPORT.indexOf("1977")));

            assertEquals(QcRefusal.QC_CUT, report.reading().reason());
            assertEquals(1, report.detectors().size());
        }

        @ParameterizedTest
        @ValueSource(strings = {"Smith1948", "1e999", "NaN", "4.9.5", "0x10"})
        void whatIsNoNumberIsNone(String cell) {
            QcReport report = read(REPORT.replace("4.544862", cell));

            assertEquals(QcRefusal.QC_UNREADABLE, report.reading().reason());
            assertEquals(OptionalDouble.empty(), report.detectors().get(1).rcvPercent());
        }

        @Test
        void moreLinesThanAReportMayHaveRefuseIt() {
            assertEquals(
                    QcRefusal.QC_TOO_LONG,
                    read(REPORT + "\n".repeat(QcReport.MAX_LINES)).reading().reason());
        }

        @Test
        void moreDetectorsThanAReportMayHaveAreNotRead() {
            String many = "Detector,Gain,% rCV\n" + "FL,400,2\n".repeat(QcReport.MAX_DETECTORS + 100);

            assertEquals(QcReport.MAX_DETECTORS, read(many).detectors().size());
        }

        @Test
        void aDayThatIsNoneIsNone() {
            assertTrue(read(REPORT.replace("20260302", "20261350")).day().isEmpty());
            assertTrue(read(REPORT.replace("20260302", "120260302")).day().isEmpty());
        }

        @Test
        void whatIsNoSerialNumberIsNone() {
            assertTrue(read(REPORT.replace("Number,ZZ0001", "Number,Jane Doe"))
                    .serial()
                    .isEmpty());
        }
    }

    @Nested
    class FailuresThatAreNotPassedOver {
        private static final String TABLE = "Channel,Gain,% Gain Change,% rCV,Result\n";

        @Test
        void aRowWithOneQuotationMark() {
            QcReport report = read(TABLE + "FL1,400,1,2,PASS\n\"FL2,400,99,2,FAIL\nFL3,400,1,2,PASS\n");

            assertEquals(QcRefusal.QC_UNREADABLE, report.reading().reason());
        }

        @Test
        void aPassBeforeTheFailure() {
            assertEquals(
                    Verdict.QC_FAILED,
                    read("Last QC Result,PASS\nQC Result,FAIL\n" + REPORT).verdict());
            assertEquals(
                    Verdict.QC_FAILED,
                    read("QC Result,FAIL\nLast QC Result,PASS\n" + REPORT).verdict());
        }

        @Test
        void aRowWithoutItsEmptyCells() {
            QcReport report = read("Channel,% rCV,Result,Remark\nFL1,2,FAIL\nFL2,2,PASS,\n");

            assertEquals(Verdict.QC_FAILED, report.detectors().get(0).verdict());
            assertEquals(2, report.detectors().size());
        }

        @Test
        void aSecondTable() {
            QcReport report = read(TABLE + "FL1,400,1,2,PASS\n\n" + TABLE + "FL2,400,1,2,FAIL\n");

            assertEquals(Verdict.QC_FAILED, report.detectors().get(1).verdict());
        }

        @Test
        void aNumberOfThousands() {
            QcReport report = read(TABLE + "FL1,400,\"1,234\",2,PASS\n");

            assertEquals(QcRefusal.QC_UNREADABLE, report.reading().reason());
        }
    }

    @Test
    void theNumberOfAPatientOrOfBeadsIsNoSerialNumberOfTheInstrument() {
        String untold = REPORT.replace("Serial Number,ZZ0001", "Patient serialnumber,19560412");

        assertTrue(read(untold).serial().isEmpty());
        assertTrue(read(untold.replace("Patient serialnumber", "Bead Serial Number"))
                .serial()
                .isEmpty());
    }

    @Test
    void theStatisticsOfASpecimenAreNoReport() {
        assertFalse(read("Sample ID,PAT123\nParameter,Mean,CV\nCD4,500,35\nCD8,300,41\n")
                .isReport());
    }

    @Test
    void aTitleAboutBeadsTellsNoDay() {
        String beads = "Bead lot 3411 expires 2099-12-31\n" + REPORT.substring(REPORT.indexOf("Serial"));

        assertTrue(read(beads).day().isEmpty());
        assertEquals(
                Optional.of(LocalDate.of(2026, 11, 22)),
                read("Daily 2099-12-31\nDate,2026-11-22\n" + REPORT.substring(REPORT.indexOf("Serial")))
                        .day());
    }

    @Test
    void nothingOfTheTextIsSaid() {
        assertEquals("report of 2 detectors", read(REPORT).toString());
    }
}
