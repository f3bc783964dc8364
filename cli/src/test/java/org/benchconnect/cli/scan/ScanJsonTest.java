package org.benchconnect.cli.scan;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import org.benchconnect.simulator.LmdWriter;
import org.benchconnect.simulator.Trouble;
import org.junit.jupiter.api.Test;

/** One JSON object a line, one line a file. */
class ScanJsonTest extends ScannedFiles {
    @Test
    void aFaultIsOneLineWithItsFacts() {
        assertEquals(0, scan("--instrument", "navios", "--json", weak));

        assertEquals(
                "{\"file\":1,\"format\":\"FCS2.0+FCS3.0\",\"datasets\":2,"
                        + "\"instrument\":{\"model\":\"Navios\",\"serial\":\"SIM00001\"},"
                        + "\"outcome\":\"READ\",\"reason\":null,\"signals\":["
                        + "{\"code\":\"LASER_OFF_TARGET\",\"severity\":\"FAULT\",\"facts\":{\"laser\":\"RED\","
                        + "\"phase\":\"START\",\"measuredMilliwatt\":21,\"targetMilliwatt\":25,"
                        + "\"deviationPercent\":16}}]}\n",
                out());
        assertEquals("", err.toString(StandardCharsets.UTF_8));
    }

    @Test
    void everyFileHasALineInTheOrderOfTheArguments() {
        assertEquals(
                0,
                scan(
                        "--json",
                        text,
                        healthy,
                        folder.toString(),
                        incubator,
                        folder.resolve("no").toString()));

        String[] lines = out().split("\n");
        assertEquals(5, lines.length);
        assertEquals("{\"file\":1," + REFUSED + "\"NOT_FCS\",\"signals\":[]}", lines[0]);
        assertTrue(lines[1].startsWith("{\"file\":2,\"format\":\"FCS2.0+FCS3.0\""));
        assertTrue(lines[1].endsWith("\"signals\":[]}"));
        assertEquals("{\"file\":3," + REFUSED + "\"NOT_READABLE\",\"signals\":[]}", lines[2]);
        assertTrue(lines[3].contains("\"model\":\"Example Incubator\",\"serial\":\"EX1001\""));
        assertTrue(lines[3].contains("\"facts\":{\"measuredCelsius\":41.5,\"highestCelsius\":38}"));
        assertEquals("{\"file\":5," + REFUSED + "\"NOT_READABLE\",\"signals\":[]}", lines[4]);
    }

    @Test
    void anInstrumentWithoutAdapterIsJudgedByWhatHoldsForAny() throws IOException {
        String other = write("other.lmd", LmdWriter.bytes(Trouble.RED_LASER_WEAK.in(HEALTHY.withModel("FC 500"))));
        String unknown = write("unknown.lmd", LmdWriter.bytes(HEALTHY.withModel("Jane Doe")));

        scan("--json", other, unknown);

        assertTrue(out().contains("{\"model\":\"Cytomics FC 500\",\"serial\":\"SIM00001\"},\"outcome\":\"READ\""));
        assertTrue(out().contains("{\"model\":\"OTHER\",\"serial\":\"SIM00001\"},\"outcome\":\"READ\""));
        assertFalse(out().contains("\"code\""));

        scan(
                "--json",
                write(
                        "cut.lmd",
                        LmdWriter.bytes(
                                HEALTHY.withModel("FC 500").withTruncated(true).withEvents(9))));

        assertTrue(out().contains("\"code\":\"FEW_EVENTS\",\"severity\":\"WARNING\""));
        assertTrue(out().contains("\"code\":\"FILE_TRUNCATED\",\"severity\":\"WARNING\""));
    }

    @Test
    void theWrongAdapterRefuses() throws IOException {
        scan("--instrument", "example", "--json", healthy);
        scan("--instrument", "navios", "--json", incubator);
        scan(
                "--instrument",
                "navios",
                "--json",
                write("other.lmd", LmdWriter.bytes(HEALTHY.withModel("Cytomics FC 500"))));

        String[] lines = out().split("\n");
        assertEquals("{\"file\":1," + REFUSED + "\"NOT_THIS_INSTRUMENT\",\"signals\":[]}", lines[0]);
        assertTrue(lines[1].contains("\"reason\":\"TOO_SHORT\"") || lines[1].contains("\"reason\":\"NOT_FCS\""));
        assertEquals("{\"file\":1," + REFUSED + "\"NOT_THIS_INSTRUMENT\",\"signals\":[]}", lines[2]);
    }

    @Test
    void theSameFileTwiceIsJudgedTheSameTwice() {
        List<String> arguments = new ArrayList<>(List.of("--json"));
        for (int time = 0; time < 300; time++) {
            arguments.add(weak);
        }

        scan(arguments.toArray(String[]::new));

        assertEquals(
                1,
                out().lines()
                        .map(line -> line.replaceFirst("\"file\":[0-9]+", ""))
                        .distinct()
                        .count());
        assertEquals(300, out().lines().count());
    }
}
