package org.benchconnect.adapter.navios;

import static org.benchconnect.adapter.navios.Bench.HEALTHY;
import static org.benchconnect.adapter.navios.Bench.said;
import static org.benchconnect.adapter.navios.NaviosCode.LASER_NOT_READABLE;
import static org.benchconnect.adapter.navios.NaviosCode.LASER_OFF_TARGET;
import static org.benchconnect.adapter.navios.NaviosCode.LASER_SAG;
import static org.benchconnect.adapter.navios.NaviosCode.LASER_SHUTTER_CLOSED;
import static org.junit.jupiter.api.Assertions.assertEquals;

import java.nio.charset.StandardCharsets;
import java.util.List;
import org.benchconnect.adapter.navios.NaviosAdapter.Laser;
import org.benchconnect.core.instrument.Observation;
import org.benchconnect.instrument.fcs.judgement.Percent;
import org.benchconnect.simulator.Laser.Colour;
import org.benchconnect.simulator.Laser.Shutter;
import org.benchconnect.simulator.LmdWriter;
import org.benchconnect.simulator.Run;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class LasersTest {
    private final Bench bench = new Bench();

    private static Run red(double start, double end) {
        return HEALTHY.withLaser(
                org.benchconnect.simulator.Laser.steady(Colour.RED, 25).withPower(start, end));
    }

    private static Run closed(Colour colour) {
        return HEALTHY.withLaser(
                org.benchconnect.simulator.Laser.steady(colour, 25).withShutter(Shutter.CLOSED));
    }

    @Nested
    class Readability {
        private static final String BLUE_START = "@BLUELASERPOWER_START";

        /** A file with this value, in the width of the one before, so that every offset stays true. */
        private byte[] with(String keyword, String value) {
            String file = new String(LmdWriter.bytes(HEALTHY), StandardCharsets.ISO_8859_1);
            int from = file.indexOf(keyword + "\\") + keyword.length() + 1;
            int to = file.indexOf('\\', from);
            String padded = value + " ".repeat(to - from - value.length());
            return (file.substring(0, from) + padded + file.substring(to)).getBytes(StandardCharsets.ISO_8859_1);
        }

        @ParameterizedTest
        @ValueSource(strings = {"ERR", "-1", "", "1e9", "NaN"})
        void anOpenLaserWithoutAPlausiblePowerIsForInformationAndClears(String power) {
            assertEquals("INFO LASER=tBLUE", said(bench.read(with(BLUE_START, power)), LASER_NOT_READABLE, Laser.BLUE));
            assertEquals("healthy", said(bench.read(HEALTHY), LASER_NOT_READABLE, Laser.BLUE));
        }

        @Test
        void aTargetOfNothingIsNotReadableEither() {
            Observation seen = bench.read(with("@BLUETARGETPOWER", "0"));

            assertEquals("INFO LASER=tBLUE", said(seen, LASER_NOT_READABLE, Laser.BLUE));
            assertEquals("unknown", said(seen, LASER_OFF_TARGET, Laser.BLUE));
            assertEquals("healthy", said(seen, LASER_NOT_READABLE, Laser.RED));
        }

        @Test
        void ofAClosedLaserNothingIsSaid() {
            assertEquals("unknown", said(bench.read(closed(Colour.RED)), LASER_NOT_READABLE, Laser.RED));
        }
    }

    @Nested
    class Percents {
        @ParameterizedTest
        @CsvSource({
            "20.9,   22,  5,  false",
            "23.1,   22,  5,  false",
            "94.996, 100, 5,  true",
            "105.004,100, 5,  true",
            "19.8,   22,  10, false",
            "89.996, 100, 10, true"
        })
        void areJudgedUnrounded(double power, double target, double limit, boolean off) {
            assertEquals(off, Percent.isOff(power, target, limit));
        }

        @Test
        void areShownWithTwoDecimalsAndNoMoreThanAThousand() {
            assertEquals(5.05, Percent.off(20.89, 22));
            assertEquals(1000, Percent.off(10_000, 0.01));
        }
    }

    @Nested
    class Power {
        @Test
        void aWeakLaserIsAFaultWithTheNumbersOfTheFile() {
            assertEquals(
                    "FAULT LASER=tRED;PHASE=tSTART;MEASURED_MILLIWATT=n21;TARGET_MILLIWATT=n25;DEVIATION_PERCENT=n16",
                    said(bench.read(red(21, 21)), LASER_OFF_TARGET, Laser.RED));
        }

        @ParameterizedTest
        @CsvSource({
            "40,   healthy",
            "38,   healthy",
            "42,   healthy",
            "37.9, WARNING",
            "42.1, WARNING",
            "36,   WARNING",
            "44,   WARNING",
            "35.9, FAULT",
            "44.1, FAULT",
            "0,    FAULT"
        })
        void theLimitsThemselvesAreStillWell(double power, String expected) {
            Run run = HEALTHY.withLaser(
                    org.benchconnect.simulator.Laser.steady(Colour.VIOLET, 40).withPower(power, power));

            String said = said(bench.read(run), LASER_OFF_TARGET, Laser.VIOLET);

            assertEquals(expected, said.split(" ")[0]);
        }

        @Test
        void ofStartAndEndTheWorseIsSaid() {
            assertEquals(
                    "WARNING LASER=tRED;PHASE=tEND;MEASURED_MILLIWATT=n23;TARGET_MILLIWATT=n25;DEVIATION_PERCENT=n8",
                    said(bench.read(red(24.9, 23)), LASER_OFF_TARGET, Laser.RED));
        }

        @Test
        void oneLaserOffLeavesTheOthersHealthy() {
            Observation seen = bench.read(red(21, 21));

            assertEquals(1, seen.signals().size());
            assertEquals("healthy", said(seen, LASER_OFF_TARGET, Laser.BLUE));
            assertEquals("healthy", said(seen, LASER_OFF_TARGET, Laser.VIOLET));
        }

        @Test
        void aLaserBackOnTargetClears() {
            bench.read(red(21, 21));

            assertEquals("healthy", said(bench.read(HEALTHY), LASER_OFF_TARGET, Laser.RED));
        }

        @Test
        void aLaserBehindAClosedShutterIsNotJudged() {
            Run dark = HEALTHY.withLaser(org.benchconnect.simulator.Laser.steady(Colour.RED, 25)
                    .withPower(3, 1)
                    .withShutter(Shutter.CLOSED));
            Observation seen = bench.read(dark);

            assertEquals("unknown", said(seen, LASER_OFF_TARGET, Laser.RED));
            assertEquals("unknown", said(seen, LASER_SAG, Laser.RED));
            assertEquals(List.of(), seen.signals());
        }

        @Test
        void aLaserThatTheFileDoesNotNameIsNotJudged() {
            Observation seen =
                    bench.read(HEALTHY.withLasers(List.of(org.benchconnect.simulator.Laser.steady(Colour.BLUE, 22))));

            assertEquals("unknown", said(seen, LASER_OFF_TARGET, Laser.VIOLET));
            assertEquals("healthy", said(seen, LASER_OFF_TARGET, Laser.BLUE));
        }
    }

    @Nested
    class Sag {
        @Test
        void aLaserThatFallsWithinARunIsAWarning() {
            assertEquals(
                    "WARNING LASER=tRED;START_MILLIWATT=n25;END_MILLIWATT=n24;SAG_PERCENT=n4",
                    said(bench.read(red(25, 24)), LASER_SAG, Laser.RED));
        }

        @ParameterizedTest
        @CsvSource({"40, 38.8, healthy", "40, 38.7, WARNING", "24, 25, healthy", "0, 0, unknown"})
        void theLimitItselfIsStillWell(double start, double end, String expected) {
            assertEquals(
                    expected,
                    said(bench.read(red(start, end)), LASER_SAG, Laser.RED).split(" ")[0]);
        }
    }

    @Nested
    class Shutters {
        @Test
        void aLaserInUseThatIsClosedIsAWarning() {
            bench.read(10, HEALTHY);

            assertEquals(
                    "WARNING LASER=tRED;OPEN_RUNS=n10;CLOSED_RUNS=n1",
                    said(bench.read(closed(Colour.RED)), LASER_SHUTTER_CLOSED, Laser.RED));
        }

        @Test
        void aLaserNotYetInUseMayClose() {
            bench.read(9, HEALTHY);

            assertEquals("healthy", said(bench.read(closed(Colour.RED)), LASER_SHUTTER_CLOSED, Laser.RED));
        }

        @Test
        void anOpenedShutterClears() {
            bench.read(10, HEALTHY);
            bench.read(2, closed(Colour.RED));

            assertEquals("healthy", said(bench.read(HEALTHY), LASER_SHUTTER_CLOSED, Laser.RED));
            assertEquals(
                    "WARNING LASER=tRED;OPEN_RUNS=n10;CLOSED_RUNS=n1",
                    said(bench.read(closed(Colour.RED)), LASER_SHUTTER_CLOSED, Laser.RED));
        }

        @Test
        void whatStaysClosedIsUsualInTheEnd() {
            bench.read(10, HEALTHY);
            String ninth = said(bench.read(9, closed(Colour.RED)), LASER_SHUTTER_CLOSED, Laser.RED);
            String tenth = said(bench.read(closed(Colour.RED)), LASER_SHUTTER_CLOSED, Laser.RED);

            assertEquals("WARNING LASER=tRED;OPEN_RUNS=n10;CLOSED_RUNS=n9", ninth);
            assertEquals("healthy", tenth);
            assertEquals("healthy", said(bench.read(closed(Colour.RED)), LASER_SHUTTER_CLOSED, Laser.RED));
        }

        @Test
        void anotherProtocolMayCloseALaser() {
            bench.read(10, HEALTHY);
            Run other = closed(Colour.RED);
            for (int channel = 1; channel <= 4; channel++) {
                other = other.withVoltage(channel, 150);
            }

            assertEquals("healthy", said(bench.read(other), LASER_SHUTTER_CLOSED, Laser.RED));
        }
    }
}
