package org.benchconnect.cli.scan;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;

/** What the words of the command mean, and the words that it prints. */
class ScanWordsTest extends ScannedFiles {
    @Test
    void theInstrumentMayBeTheFirstWord() {
        assertEquals(0, scan("auto", healthy));
        assertEquals(0, scan("navios", healthy));

        assertEquals("1  READ  Navios SIM00001  FCS2.0+FCS3.0, datasets: 2\n".repeat(2), out());
    }

    @Test
    void aWordThatIsAFileIsAFile() throws ScanUsageException {
        ScanRequest request = ScanRequest.parse(
                List.of("navios", "auto"), Adapters.onClassPath().ids(), file -> true);

        assertEquals(List.of("navios", "auto"), request.files());
        assertEquals("auto", request.instrument());
    }

    @Test
    void aFolderOfTheNameOfAnAdapterIsNoFile() throws ScanUsageException, IOException {
        String named = Files.createDirectory(folder.resolve("navios")).toString();

        assertTrue(Files.exists(Path.of(named)));
        assertEquals(
                "navios",
                ScanRequest.parse(
                                List.of("navios", "file"),
                                Adapters.onClassPath().ids(),
                                word -> Files.isRegularFile(folder.resolve(word)))
                        .instrument());
    }

    @Test
    void theInstrumentMayFollowAnEqualsSignAndHaveCapitals() {
        assertEquals(0, scan("--instrument=auto", healthy));
        assertEquals(0, scan("--instrument=Navios", healthy));
        assertEquals(0, scan("--instrument", "NAVIOS", healthy));
        assertEquals(0, scan("Auto", healthy));

        assertEquals("1  READ  Navios SIM00001  FCS2.0+FCS3.0, datasets: 2\n".repeat(4), out());
    }

    @Test
    void anInstrumentWithoutAValueIsSaid() {
        assertEquals(2, scan("--instrument"));
        assertEquals(2, scan("--instrument=", healthy));

        assertEquals(
                2,
                err.toString(StandardCharsets.UTF_8)
                        .lines()
                        .filter("benchconnect: --instrument needs the name of an adapter, or auto"::equals)
                        .count());
    }

    @Test
    void behindTwoHyphensEverythingIsAFile() throws ScanUsageException {
        ScanRequest request = ScanRequest.parse(
                List.of("--json", "--", "auto", "--json"),
                Adapters.onClassPath().ids(),
                file -> false);

        assertEquals(List.of("auto", "--json"), request.files());
        assertTrue(request.json());
    }

    @Test
    void theAdaptersAreFoundByTheirPackages() {
        assertEquals(
                List.of("aquios", "dxflex", "example", "navios"),
                List.copyOf(Adapters.onClassPath().ids()));
    }

    @Test
    void usageIsSaidWithoutAnyWordOfTheArguments() {
        assertEquals(2, scan());
        assertEquals(2, scan("auto"));
        assertEquals(2, scan("--instrument"));
        assertEquals(2, scan("--instrument", "Jane Doe", healthy));
        assertEquals(2, scan("-Jane Doe.lmd"));

        assertEquals("", out());
        assertFalse(err.toString(StandardCharsets.UTF_8).contains("Doe"));
        assertTrue(err.toString(StandardCharsets.UTF_8)
                .contains(
                        "usage: benchconnect scan [--instrument auto|aquios|dxflex|example|navios] [--json] FILE..."));
    }

    @Test
    void noNameOfAFileIsPrinted() {
        scan(healthy, weak, incubator, text, folder.toString(), folder.resolve("Doe.LMD") + "\0");
        scan(
                "--json",
                healthy,
                weak,
                incubator,
                text,
                folder.toString(),
                folder.resolve("Doe.LMD").toString());

        assertFalse(out().contains("Doe"));
        assertFalse(out().contains(folder.getFileName().toString()));
        assertEquals("", err.toString(StandardCharsets.UTF_8));
        assertTrue(out().contains("6  REFUSED NOT_READABLE\n"));
    }

    @Test
    void aSignalIsASentenceUnderItsFile() {
        Scan.Report report = englishReport();
        report.line(7, new Reader(Adapters.onClassPath().chosen("auto")).read(Path.of(weak)));

        assertEquals(
                "7  READ  Navios SIM00001  FCS2.0+FCS3.0, datasets: 2\n"
                        + "   FAULT  LASER_OFF_TARGET  The red laser gives 21 mW instead of 25 mW at the start of the"
                        + " run: 16 % off.\n",
                out());
    }

    private Scan.Report englishReport() {
        try {
            return TextReport.in(
                    org.benchconnect.core.text.Language.EN, new PrintStream(out, true, StandardCharsets.UTF_8));
        } catch (IOException broken) {
            throw new java.io.UncheckedIOException(broken);
        }
    }
}
