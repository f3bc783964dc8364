package org.benchconnect.tests.privacy;

import static org.junit.jupiter.api.Assumptions.assumeTrue;

import com.google.gson.JsonObject;
import com.google.gson.JsonParser;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * The files of real instruments, which are not part of this project: the folder {@code instruments} in that of the system
 * property {@code benchconnect.shared}, or in a folder {@code shared/data} beside one of those above the working directory.
 */
final class Samples {
    private Samples() {}

    /** The folder; a test is skipped where there is none. */
    static Path folder() {
        String told = System.getProperty("benchconnect.shared");
        Path found = told != null ? Path.of(told) : search();
        assumeTrue(
                found != null && Files.isDirectory(found.resolve("instruments")),
                "no sample files: set -Dbenchconnect.shared to the folder that holds instruments/");
        return found.resolve("instruments");
    }

    private static @Nullable Path search() {
        for (Path above = Path.of("").toAbsolutePath(); above != null; above = above.getParent()) {
            Path beside = above.resolveSibling("shared").resolve("data");
            if (Files.isDirectory(beside)) {
                return beside;
            }
        }
        return null;
    }

    /** Every file of it, sorted by name: instruments' output, and what is written about it. */
    static List<Path> files() throws IOException {
        try (Stream<Path> all = Files.list(folder())) {
            return all.filter(Files::isRegularFile).sorted().toList();
        }
    }

    /** The files that are FCS, or pretend to be, as another parser decoded them. */
    static JsonObject decoded() throws IOException {
        return JsonParser.parseString(Files.readString(folder().resolve("DECODED_TEXT.json")))
                .getAsJsonObject();
    }
}
