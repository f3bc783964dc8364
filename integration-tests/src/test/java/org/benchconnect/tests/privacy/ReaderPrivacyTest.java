package org.benchconnect.tests.privacy;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;
import org.benchconnect.simulator.AquiosRun;
import org.benchconnect.simulator.FlexRun;
import org.benchconnect.simulator.Invented;
import org.benchconnect.simulator.Run;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** The proofs for each reader of files, with files that the simulator makes: they hold without any sample of a laboratory. */
class ReaderPrivacyTest {
    private static final Canaries MARKS = Canaries.of(Map.of("mark", Mutation.MARK));
    private static final LocalDate DAY = LocalDate.of(2026, 3, 2);

    @TempDir
    private Path folder;

    static Stream<Inputs.Input> troubles() {
        return Inputs.all().stream();
    }

    static Stream<Inputs.Input> oneOfEach() {
        return Stream.of(
                Inputs.navios(Run.healthy().withEvents(100)),
                Inputs.dxflex(FlexRun.healthy().withEvents(100, 50, 3)),
                Inputs.aquios(AquiosRun.healthy().withEvents(100)));
    }

    private byte[] scanned(String name, byte[] bytes, String... words) throws IOException {
        Path file = Files.write(folder.resolve(name), bytes);
        byte[] output = Outlet.scan(List.of(words), List.of(file));
        Files.delete(file);
        return output;
    }

    @ParameterizedTest
    @MethodSource("troubles")
    void noInventedPatientIsInAnyOutput(Inputs.Input input) throws IOException {
        List<String> secrets = new ArrayList<>(input.secrets());
        secrets.add(input.name());
        secrets.add(Invented.MARK);
        Canaries canaries = Canaries.of(secrets);

        assertEquals(Set.of(), canaries.in(scanned(input.name(), input.bytes(), "--json")));
        assertEquals(Set.of(), canaries.in(scanned(input.name(), input.bytes())));
        assertEquals(
                Set.of(), canaries.in(scanned(input.name(), input.bytes(), "--json", "--instrument", input.folder())));
    }

    @ParameterizedTest
    @MethodSource("troubles")
    void filesThatDifferInTheirPatientGiveTheSameBytes(Inputs.Input input) throws IOException {
        byte[] json = scanned(input.name(), input.bytes(), "--json");
        byte[] text = scanned(input.name(), input.bytes(), input.folder());
        for (int which = 1; which <= 9; which += 2) {
            Inputs.Input other = input.of(which);

            assertArrayEquals(json, scanned(other.name(), other.bytes(), "--json"));
            assertArrayEquals(text, scanned(other.name(), other.bytes(), other.folder()));
        }
    }

    @ParameterizedTest
    @MethodSource("oneOfEach")
    void aMarkInAnyKeywordIsNotRepeatedAndMattersOnlyWhereItIsAllowed(Inputs.Input input) throws IOException {
        String before = text(scanned("file", input.bytes(), "--json"));
        List<Marked.Change> changes = Marked.keywords(input.bytes());

        for (Marked.Change change : changes) {
            byte[] after = scanned("file", change.file(), "--json");

            assertEquals(Set.of(), MARKS.in(after), change.where());
            assertTrue(change.allowed() || before.equals(text(after)), change.where());
        }
        assertTrue(changes.size() >= 40, () -> "only " + changes.size());
    }

    @Test
    void aMarkInAnyCellOfAReportIsNotRepeatedAndMattersOnlyWhereItIsAllowed() throws IOException {
        assertTrue(cellsOf(Inputs.report("dxflex", "SIMDX001", DAY, 33.0).bytes()) >= 30);
    }

    @Test
    void norInAReportOfARealInstrument() throws IOException {
        int cells = 0;
        for (Path file : Samples.files()) {
            if (file.getFileName().toString().startsWith("DailyQC")) {
                cells += cellsOf(Files.readAllBytes(file));
            }
        }
        assertTrue(cells > 500, "only " + cells);
    }

    private int cellsOf(byte[] report) throws IOException {
        String before = text(scanned("report.csv", report, "--json"));
        List<Marked.Change> changes = Marked.cells(report);
        for (Marked.Change change : changes) {
            byte[] after = scanned("report.csv", change.file(), "--json");

            assertEquals(Set.of(), MARKS.in(after), change.where());
            assertTrue(change.allowed() || before.equals(text(after)), change.where());
        }
        return changes.size();
    }

    private static String text(byte[] output) {
        return new String(output, StandardCharsets.UTF_8);
    }
}
