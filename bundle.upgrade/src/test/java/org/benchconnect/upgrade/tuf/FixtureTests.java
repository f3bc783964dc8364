package org.benchconnect.upgrade.tuf;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.benchconnect.upgrade.tuf.testing.InMemoryTrustStore;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.function.Executable;

/** The tests that are made of the shared fixtures, each with the name of its folder, and what they have in common. */
final class FixtureTests {
    private final List<DynamicTest> tests = new ArrayList<>();
    private final Path shared;

    FixtureTests(Path shared) {
        this.shared = shared;
    }

    Stream<DynamicTest> all() {
        return tests.stream();
    }

    void test(String folder, Executable test) {
        tests.add(DynamicTest.dynamicTest(folder, test));
    }

    Path path(String folder) {
        return shared.resolve(folder);
    }

    FixtureFolder fixture(String folder) {
        return FixtureFolder.of(path(folder));
    }

    List<Path> files(String folder) throws IOException {
        try (Stream<Path> files = Files.list(path(folder))) {
            return files.sorted().toList();
        }
    }

    static ReleaseClient refreshed(FixtureFolder fixture, InMemoryTrustStore store, Instant now)
            throws IOException, UntrustedMetadataException {
        ReleaseClient client = new ReleaseClient(store, fixture, Limits.standard(), now);
        client.refresh();
        return client;
    }

    /** The server serves the identical files until they expire. */
    static void assertFrozen(FixtureFolder fixture, String root, Instant then, String later) throws Exception {
        InMemoryTrustStore store = TufTest.trusting(fixture.bytes(root));
        refreshed(fixture, store, then);

        assertThrows(ExpiredMetadataException.class, () -> refreshed(fixture, store, Instant.parse(later)));
    }

    /**
     * A folder with metadata, or php-tuf's with expected versions, that no test is named after would be forgotten.
     *
     * @param others that hold none
     */
    void everyFolderHasATest(Set<String> others) throws IOException {
        TreeSet<String> forgotten = new TreeSet<>();
        try (Stream<Path> files = Files.walk(shared)) {
            files.filter(file -> file.toString().endsWith(".json"))
                    .map(file -> shared.relativize(file.getParent()).toString())
                    .forEach(forgotten::add);
        }
        assertTrue(forgotten.size() > 30, forgotten::toString);
        forgotten.removeIf(folder -> tests.stream()
                .map(DynamicTest::getDisplayName)
                .anyMatch(name -> folder.equals(name) || folder.startsWith(name + "/")));
        forgotten.removeAll(others);
        assertEquals(new TreeSet<String>(), forgotten);
    }
}
