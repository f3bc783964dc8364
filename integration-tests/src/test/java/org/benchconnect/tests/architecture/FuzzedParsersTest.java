package org.benchconnect.tests.architecture;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** Jazzer fuzzes one method in each JVM, and a class has its own: a second method there would run on its seeds alone, unseen. */
class FuzzedParsersTest {
    private static final Path CHECKOUT = Path.of("..");

    @Test
    void eachFuzzTestHasExactlyOneMethod() throws IOException {
        List<Path> classes = classes();
        assertTrue(classes.size() > 30, "only " + classes);

        for (Path each : classes) {
            long methods = Files.readString(each)
                    .lines()
                    .filter(line -> line.strip().startsWith("@FuzzTest"))
                    .count();

            assertEquals(1, methods, each.toString());
        }
    }

    private static List<Path> classes() throws IOException {
        try (Stream<Path> files = Files.find(
                CHECKOUT,
                20,
                (file, attributes) -> file.toString().endsWith("FuzzTest.java")
                        && file.toString().contains("src/test/java"))) {
            return files.toList();
        }
    }
}
