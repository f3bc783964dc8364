package org.benchconnect.cli.scan;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import com.google.gson.JsonElement;
import com.google.gson.JsonObject;
import com.google.gson.JsonParser;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/**
 * {@code scan --instrument auto --json} over files of real instruments, against the table {@code shared-files.tsv} that says for each what is expected and
 * why. The files are no part of this project: the folder that holds them is the property {@code benchconnect.shared}, or a folder {@code shared} beside the
 * project. Of a file's values the table has none.
 */
class SharedFilesTest {
    private static final int FILE = 0;
    private static final int MODEL = 1;
    private static final int OUTCOME = 2;
    private static final int REASON = 3;
    private static final int SIGNALS = 4;
    private static final int WHY = 5;

    private Path folder = Path.of("");

    @BeforeEach
    void findTheFolder() {
        Path found = shared();
        assumeTrue(found != null, "no folder shared/data/instruments beside the project: nothing real to scan");
        folder = found;
    }

    private static Path shared() {
        String configured = System.getProperty("benchconnect.shared");
        Stream<Path> roots = configured != null
                ? Stream.of(Path.of(configured))
                : Stream.iterate(Path.of("").toAbsolutePath(), parent -> parent != null, Path::getParent)
                        .map(parent -> parent.resolve("shared"));
        return roots.map(root -> root.resolve("data").resolve("instruments"))
                .filter(Files::isDirectory)
                .findFirst()
                .orElse(null);
    }

    private static List<String[]> expectations() throws IOException {
        try (InputStream table =
                Objects.requireNonNull(SharedFilesTest.class.getResourceAsStream("shared-files.tsv"))) {
            return new String(table.readAllBytes(), StandardCharsets.UTF_8)
                    .lines()
                    .filter(line -> !line.startsWith("#"))
                    .map(line -> line.split("\t", -1))
                    .toList();
        }
    }

    private static List<JsonObject> scan(List<String> files) {
        List<String> arguments = new ArrayList<>(List.of("--instrument", "auto", "--json"));
        arguments.addAll(files);
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        PrintStream err = new PrintStream(new ByteArrayOutputStream(), true, StandardCharsets.UTF_8);
        assertEquals(0, Scan.run(arguments, new PrintStream(out, true, StandardCharsets.UTF_8), err));
        return out.toString(StandardCharsets.UTF_8)
                .lines()
                .map(line -> JsonParser.parseString(line).getAsJsonObject())
                .toList();
    }

    @Test
    void everyFileGivesWhatTheTableExpects() throws IOException {
        List<String[]> expected = expectations();

        List<JsonObject> lines = scan(expected.stream()
                .map(row -> folder.resolve(row[FILE]).toString())
                .toList());

        Map<String, String> wrong = new LinkedHashMap<>();
        for (int row = 0; row < expected.size(); row++) {
            String[] said = said(lines.get(row));
            for (int column = MODEL; column <= SIGNALS; column++) {
                if (!said[column].equals(expected.get(row)[column])) {
                    wrong.put(expected.get(row)[FILE] + " column " + column, said[column]);
                }
            }
        }
        assertEquals(Map.of(), wrong);
    }

    private static String[] said(JsonObject line) {
        JsonElement instrument = line.get("instrument");
        JsonElement reason = line.get("reason");
        return new String[] {
            "",
            instrument.isJsonNull()
                    ? "-"
                    : instrument.getAsJsonObject().get("model").getAsString(),
            line.get("outcome").getAsString(),
            reason.isJsonNull() ? "-" : reason.getAsString(),
            line.getAsJsonArray("signals").isEmpty() ? "-" : signals(line)
        };
    }

    private static String signals(JsonObject line) {
        return line.getAsJsonArray("signals").asList().stream()
                .map(JsonElement::getAsJsonObject)
                .map(signal -> signal.get("severity").getAsString() + " "
                        + signal.get("code").getAsString())
                .collect(Collectors.joining(", "));
    }

    @Test
    void everyFileOfTheFolderIsInTheTableWithAReason() throws IOException {
        List<String[]> expected = expectations();
        TreeSet<String> there;
        try (Stream<Path> files = Files.list(folder)) {
            there = files.map(file -> file.getFileName().toString())
                    .filter(name -> !name.endsWith(".json") && !name.equals("MANIFEST.tsv"))
                    .collect(Collectors.toCollection(TreeSet::new));
        }

        assertEquals(there, expected.stream().map(row -> row[FILE]).collect(Collectors.toCollection(TreeSet::new)));
        expected.forEach(row -> assertTrue(row.length == 6 && row[WHY].length() > 20, row[FILE]));
    }
}
