package org.benchconnect.crypto;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import com.google.gson.JsonElement;
import com.google.gson.JsonObject;
import com.google.gson.JsonParseException;
import com.google.gson.JsonParser;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.benchconnect.crypto.wycheproof.Answer;
import org.benchconnect.crypto.wycheproof.Judge;
import org.benchconnect.crypto.wycheproof.Judges;
import org.benchconnect.crypto.wycheproof.Vector;
import org.junit.jupiter.api.Test;

/**
 * Every file of a folder of Wycheproof's vectors (system property {@code wycheproof}, else the shared data). No wrong answer is
 * allowed; what the product does not use is counted as not supported. For an acceptable vector both verdicts are right, a wrong
 * output never is.
 */
class WycheproofTest {
    private static final String ROW = "%-56s %7d %7d %14d%n";

    private final List<String> wrong = new ArrayList<>();

    @Test
    void everyVectorGetsItsVerdict() throws IOException {
        Optional<Path> folder = folder();
        assumeTrue(folder.isPresent(), "no folder with Wycheproof's vectors: say where with -Dwycheproof=FOLDER");
        StringBuilder table =
                new StringBuilder(String.format("%n%-56s  passed  failed  not supported%n", "Wycheproof"));
        Count total = new Count(0, 0, 0);

        for (Path file : files(folder.get())) {
            Count count = run(file);
            table.append(row(file.getFileName().toString(), count));
            total = total.plus(count);
        }

        System.out.print(table.append(row("total", total)));
        assertTrue(total.passed() + total.notSupported() > 0, "nothing was looked at");
        assertEquals(List.of(), wrong);
    }

    private Count run(Path file) throws IOException {
        Count count = new Count(0, 0, 0);
        JsonObject content;
        try {
            content = JsonParser.parseString(Files.readString(file)).getAsJsonObject();
        } catch (JsonParseException | IllegalStateException e) {
            wrong.add(file.getFileName() + ": not a JSON object");
            return new Count(0, 1, 0);
        }
        for (JsonObject group : objects(content, "testGroups")) {
            Judge judge = Judges.of(Vector.text(content, "algorithm"), Vector.text(group, "type"));
            for (JsonObject test : objects(group, "tests")) {
                count = count.plus(judge(file, judge, new Vector(group, test)));
            }
        }
        return count;
    }

    /** The objects of an array; none where there is no array: other kinds of files lie in such folders too. */
    private static List<JsonObject> objects(JsonObject holder, String name) {
        JsonElement found = holder.get(name);
        List<JsonObject> objects = new ArrayList<>();
        if (found != null && found.isJsonArray()) {
            for (JsonElement element : found.getAsJsonArray()) {
                if (element.isJsonObject()) {
                    objects.add(element.getAsJsonObject());
                }
            }
        }
        return objects;
    }

    private Count judge(Path file, Judge judge, Vector vector) {
        Answer answer;
        try {
            answer = judge.judge(vector);
        } catch (GeneralSecurityException e) {
            answer = Answer.REFUSED;
        } catch (RuntimeException e) {
            // The JDK says so to some malformed lengths; to a valid vector it is a failure as any refusal.
            answer = Answer.REFUSED;
        }
        if (answer == Answer.NOT_SUPPORTED) {
            return new Count(0, 0, 1);
        }
        boolean right =
                switch (vector.result()) {
                    case "valid" -> answer == Answer.ACCEPTED;
                    case "invalid" -> answer == Answer.REFUSED;
                    case "acceptable" -> answer != Answer.WRONG_OUTPUT;
                    default -> false;
                };
        if (!right) {
            wrong.add(file.getFileName() + ", " + vector.id() + ": " + answer + " but " + vector.result());
        }
        return new Count(right ? 1 : 0, right ? 0 : 1, 0);
    }

    private static String row(String name, Count count) {
        return String.format(ROW, name, count.passed(), count.failed(), count.notSupported());
    }

    private static List<Path> files(Path folder) throws IOException {
        try (Stream<Path> files = Files.list(folder)) {
            return files.filter(file -> file.getFileName().toString().endsWith(".json"))
                    .filter(Files::isRegularFile)
                    .sorted()
                    .toList();
        }
    }

    /** The one that is asked for, which must be there, or the shared data if there is any. */
    private static Optional<Path> folder() {
        String asked = System.getProperty("wycheproof", "");
        if (!asked.isEmpty()) {
            return Optional.of(Path.of(asked));
        }
        String shared = System.getProperty("benchconnect.shared", "");
        if (!shared.isEmpty()) {
            return Optional.of(Path.of(shared, "wycheproof")).filter(Files::isDirectory);
        }
        return Stream.iterate(Path.of("").toAbsolutePath(), path -> path != null, Path::getParent)
                .map(path -> path.resolve("shared/data/wycheproof"))
                .filter(Files::isDirectory)
                .findFirst();
    }

    private record Count(int passed, int failed, int notSupported) {
        Count plus(Count other) {
            return new Count(passed + other.passed, failed + other.failed, notSupported + other.notSupported);
        }
    }
}
