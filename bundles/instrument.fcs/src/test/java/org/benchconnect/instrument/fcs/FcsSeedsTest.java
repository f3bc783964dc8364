package org.benchconnect.instrument.fcs;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** The committed seeds are what {@link FcsSeeds} makes; the property {@code benchconnect.seeds=write} makes them again. */
class FcsSeedsTest {
    private static final Path FOLDER = Path.of("src/test/resources/org/benchconnect/instrument/fcs")
            .resolve("FcsFileFuzzTestInputs/readsAnything");

    @Test
    void theCommittedSeedsAreTheOnesThatTheBuilderMakes() throws IOException {
        Map<String, byte[]> seeds = FcsSeeds.all();
        if ("write".equals(System.getProperty("benchconnect.seeds"))) {
            Files.createDirectories(FOLDER);
            for (Map.Entry<String, byte[]> seed : seeds.entrySet()) {
                Files.write(FOLDER.resolve(seed.getKey()), seed.getValue());
            }
        }

        assertEquals(seeds.keySet(), committed());
        for (Map.Entry<String, byte[]> seed : seeds.entrySet()) {
            assertArrayEquals(seed.getValue(), Files.readAllBytes(FOLDER.resolve(seed.getKey())), seed.getKey());
        }
    }

    /** Without what fuzzing found, which stays there as a test. */
    private static Set<String> committed() throws IOException {
        try (Stream<Path> files = Files.list(FOLDER)) {
            Set<String> names = new TreeSet<>(
                    files.map(file -> file.getFileName().toString()).toList());
            names.removeIf(name -> name.startsWith("crash-") || name.startsWith("timeout-"));
            return names;
        }
    }
}
