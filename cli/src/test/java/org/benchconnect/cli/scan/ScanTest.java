package org.benchconnect.cli.scan;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.benchconnect.simulator.LmdWriter;
import org.benchconnect.simulator.Run;
import org.benchconnect.simulator.Trouble;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ScanTest {
    private static final Run HEALTHY = Run.healthy().withEvents(200);
    private static final String REFUSED =
            "\"format\":\"\",\"datasets\":0,\"instrument\":null,\"outcome\":\"REFUSED\",\"reason\":";

    private final ByteArrayOutputStream out = new ByteArrayOutputStream();
    private final ByteArrayOutputStream err = new ByteArrayOutputStream();

    @TempDir
    private Path folder;

    private String healthy = "";
    private String weak = "";
    private String incubator = "";
    private String text = "";

    @BeforeEach
    void files() throws IOException {
        healthy = write("Doe Jane healthy.LMD", LmdWriter.bytes(HEALTHY));
        weak = write("Doe Jane weak.LMD", LmdWriter.bytes(Trouble.RED_LASER_WEAK.in(HEALTHY)));
        incubator = write("Doe Jane.txt", "incubator=EX1001\ncelsius=41.5\n".getBytes(StandardCharsets.US_ASCII));
        text = write("notes.lmd", "Jane Doe was here, and wrote no list mode".getBytes(StandardCharsets.US_ASCII));
    }

    private String write(String name, byte[] bytes) throws IOException {
        return Files.write(folder.resolve(name), bytes).toString();
    }

    private int scan(String... arguments) {
        return Scan.run(
                List.of(arguments),
                new PrintStream(out, true, StandardCharsets.UTF_8),
                new PrintStream(err, true, StandardCharsets.UTF_8));
    }

    private String out() {
        return out.toString(StandardCharsets.UTF_8);
    }

    @Nested
    class Json {
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
        void anInstrumentWithoutAdapterIsReadForItsModelAlone() throws IOException {
            String other = write("other.lmd", LmdWriter.bytes(Trouble.RED_LASER_WEAK.in(HEALTHY.withModel("FC 500"))));
            String unknown = write("unknown.lmd", LmdWriter.bytes(HEALTHY.withModel("Jane Doe")));

            scan("--json", other, unknown);

            assertTrue(out().contains("{\"model\":\"Cytomics FC 500\",\"serial\":\"SIM00001\"},\"outcome\":\"READ\""));
            assertTrue(out().contains("{\"model\":\"OTHER\",\"serial\":\"SIM00001\"},\"outcome\":\"READ\""));
            assertFalse(out().contains("\"code\""));
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

    @Nested
    class Words {
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
                    List.of("example", "navios"),
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
                    .contains("usage: benchconnect scan [--instrument auto|example|navios] [--json] FILE..."));
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

    @Nested
    class Defects {
        @Test
        void outputThatCannotBeWrittenIsAFailure() {
            PrintStream full = new PrintStream(new OutputStream() {
                @Override
                public void write(int letter) throws IOException {
                    throw new IOException("no space left");
                }
            });

            assertEquals(1, Scan.run(List.of(healthy), full, new PrintStream(err, true, StandardCharsets.UTF_8)));
            assertEquals("benchconnect: the output cannot be written\n", err.toString(StandardCharsets.UTF_8));
        }

        @Test
        void anAdapterThatFailsDoesNotStopTheScanAndItsMessageIsNotShown() {
            Adapters.Choice failing = new Adapters.Choice(
                    List.of((file, memory) -> {
                        throw new IllegalStateException("Jane Doe");
                    }),
                    true);

            new JsonReport(new PrintStream(out, true, StandardCharsets.UTF_8))
                    .line(1, new Reader(failing).read(Path.of(healthy)));

            assertEquals("{\"file\":1," + REFUSED + "\"ADAPTER_FAILED\",\"signals\":[]}\n", out());
        }

        @Test
        void aFileThatCannotBeReadIsRefusedWithoutTheSystemsMessage() {
            Adapters.Choice failing = new Adapters.Choice(
                    List.of((file, memory) -> {
                        throw new IOException("Jane Doe");
                    }),
                    true);

            assertEquals(
                    ScanRefusal.NOT_READABLE,
                    new Reader(failing).read(Path.of(healthy)).reading().reason());
        }
    }
}
