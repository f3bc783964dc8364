package org.benchconnect.tests.privacy;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.google.gson.JsonObject;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import org.benchconnect.simulator.Invented;
import org.benchconnect.simulator.LmdWriter;
import org.benchconnect.simulator.Run;
import org.benchconnect.simulator.Trouble;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What {@code scan} says of files, real and invented, holds nothing of a specimen. */
class ScanPrivacyTest {
    private static final Canaries MARKS = Canaries.of(Map.of("mark", Mutation.MARK));

    @TempDir
    private Path folder;

    @ParameterizedTest
    @ValueSource(strings = {"auto", "navios", "dxflex", "aquios", "example"})
    void noCanaryOfARealFileIsInAnyOutput(String instrument) throws IOException {
        Canaries canaries = Canaries.read(Samples.folder().resolve("CANARIES.json"));

        assertEquals(Set.of(), canaries.in(Outlet.scan(List.of("--instrument", instrument), Samples.files())));
        assertEquals(
                Set.of(), canaries.in(Outlet.scan(List.of("--json", "--instrument", instrument), Samples.files())));
        assertTrue(canaries.size() > 80, "only " + canaries.size());
    }

    /** These four are the colour of a laser; nothing of the others is skipped. */
    @Test
    void onlyColoursOfLasersAreSkippedAmongTheCanaries() throws IOException {
        Canaries canaries = Canaries.read(Samples.folder().resolve("CANARIES.json"));

        assertEquals(
                Set.of(
                        "bd_aria_truncated.fcs LASER4NAME",
                        "bd_lsr_offsets_only_in_text.fcs LASER3NAME",
                        "attune_nxt_31_padded_text.fcs #LASER3COLOR",
                        "cytek_aurora_3L_qc_before.fcs LASER1NAME"),
                new TreeSet<>(canaries.skipped()));
    }

    @Test
    void theCanariesAreInTheFilesThatTheyStandFor() throws IOException {
        Canaries canaries = Canaries.read(Samples.folder().resolve("CANARIES.json"));

        assertTrue(canaries.in(Files.readAllBytes(Samples.folder().resolve("gallios.LMD")))
                        .size()
                >= 5);
    }

    @Test
    void neitherNamesNorFoldersOfFilesArePrinted() throws IOException {
        Path named = Files.createDirectories(folder.resolve("INVENTED-FOLDER Doe"));
        List<Path> files = new ArrayList<>();
        for (String name : List.of("INVENTED-NAME 1.LMD", "INVENTED-NAME 2.fcs", "INVENTED-NAME 3")) {
            files.add(Files.write(
                    named.resolve(name), LmdWriter.bytes(Run.healthy().withEvents(20))));
        }
        files.add(named.resolve("INVENTED-NAME absent.LMD"));
        files.add(named);
        Canaries names = Canaries.of(List.of("INVENTED-NAME", "INVENTED-FOLDER", folder.toString()));

        assertEquals(Set.of(), names.in(Outlet.scan(List.of(), files)));
        assertEquals(Set.of(), names.in(Outlet.scan(List.of("--json"), files)));
        assertEquals(Set.of(), names.in(Outlet.scan(List.of("--unknown"), files)));
    }

    @ParameterizedTest
    @EnumSource(Trouble.class)
    void noInventedPatientIsInAnyOutput(Trouble trouble) throws IOException {
        Run run = trouble.in(Run.healthy().withEvents(200));
        Path file = Files.write(folder.resolve(Invented.fileName(run)), LmdWriter.bytes(run));
        List<String> values = new ArrayList<>(Invented.values(run));
        values.add(Invented.MARK);

        assertEquals(Set.of(), Canaries.of(values).in(Outlet.scan(List.of("--json"), List.of(file))));
        assertEquals(Set.of(), Canaries.of(values).in(Outlet.scan(List.of(), List.of(file))));
    }

    @ParameterizedTest
    @EnumSource(Trouble.class)
    void filesThatDifferInTheirPatientGiveTheSameBytes(Trouble trouble) throws IOException {
        Run run = trouble.in(Run.healthy().withEvents(200));
        byte[] bytes = LmdWriter.bytes(run);
        Path first = Files.write(folder.resolve("one patient.LMD"), bytes);
        for (int which = 1; which <= 9; which++) {
            byte[] other = OtherPatient.in(bytes, run, which);
            Path second = Files.write(folder.resolve("another " + which), other);

            assertFalse(Arrays.equals(bytes, other));
            for (List<String> words : List.of(List.of("--json"), List.of("navios"))) {
                assertArrayEquals(Outlet.scan(words, List.of(first)), Outlet.scan(words, List.of(second)));
            }
        }
    }

    @Test
    void noValueThatIsNotAllowedMatters() throws IOException {
        JsonObject decoded = Samples.decoded();
        int values = 0;
        for (String name : decoded.keySet()) {
            Path file = Samples.folder().resolve(name);
            Mutation.Mutant mutant = Mutation.mark(
                    Files.readAllBytes(file), decoded.getAsJsonObject(name), keyword -> !Mutation.isAllowed(keyword));
            values += mutant.values();
            Path marked = Files.write(folder.resolve("marked"), mutant.file());

            byte[] output = Outlet.scan(List.of("--json"), List.of(marked));

            assertEquals(Set.of(), MARKS.in(output), name);
            assertEquals(text(Outlet.scan(List.of("--json"), List.of(file))), text(output), name);
        }
        assertTrue(values > 1000, "only " + values + " values were replaced");
    }

    /** One keyword at a time: several together would hide each other behind a refused file. */
    @Test
    void whatStandsInAnAllowedKeywordIsNotRepeatedEither() throws IOException {
        JsonObject decoded = Samples.decoded();
        int values = 0;
        for (String name : decoded.keySet()) {
            byte[] bytes = Files.readAllBytes(Samples.folder().resolve(name));
            for (String keyword : allowedKeywords(decoded.getAsJsonObject(name))) {
                Mutation.Mutant mutant = Mutation.mark(bytes, decoded.getAsJsonObject(name), keyword::equals);
                values += mutant.values();
                List<Path> marked = List.of(Files.write(folder.resolve("marked"), mutant.file()));

                assertEquals(Set.of(), MARKS.in(Outlet.scan(List.of("--json"), marked)), name + " " + keyword);
                assertEquals(Set.of(), MARKS.in(Outlet.scan(List.of(), marked)), name + " " + keyword);
            }
        }
        assertTrue(values > 300, "only " + values + " values were replaced");
    }

    private static Set<String> allowedKeywords(JsonObject decoded) {
        Set<String> keywords = new TreeSet<>();
        decoded.getAsJsonArray("datasets")
                .forEach(dataset -> dataset.getAsJsonObject().getAsJsonObject("text").keySet().stream()
                        .filter(Mutation::isAllowed)
                        .forEach(keywords::add));
        return keywords;
    }

    private static String text(byte[] output) {
        return new String(output, StandardCharsets.UTF_8);
    }
}
