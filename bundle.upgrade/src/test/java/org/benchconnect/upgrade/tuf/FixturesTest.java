package org.benchconnect.upgrade.tuf;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.benchconnect.upgrade.tuf.testing.InMemoryTrustStore;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;

/** The fixtures of five other implementations, each folder a test of its name with its verdict. */
class FixturesTest {
    private static final String PYTHON = "python-tuf/tests/repository_data";
    private static final String TOUGH = "tough/tough/tests/data";
    private static final String STATIC = "tuf-conformance-static/tuf_conformance/static_data";

    @TestFactory
    Stream<DynamicTest> eachFixtureFolderGetsItsVerdict() {
        Optional<Path> shared = FixtureFolder.shared();
        assumeTrue(shared.isPresent(), "the shared fixtures of other TUF implementations are not on this machine");
        FixtureTests tests = new FixtureTests(shared.get());
        conformance(tests);
        python(tests);
        SigstoreFixtures sigstore = new SigstoreFixtures(tests);
        sigstore.accepted();
        sigstore.refused();
        tough(tests);
        // the root that all of the synthetic ones trust, and a map of mirrors: no metadata
        tests.test(
                "every fixture folder has a test",
                () -> tests.everyFolderHasATest(Set.of(SigstoreFixtures.SYNTHETIC, PYTHON + "/client")));
        return tests.all();
    }

    private static void conformance(FixtureTests tests) {
        tests.test(STATIC + "/tuf-on-ci-0.11", () -> {
            FixtureFolder fixture = tests.fixture(STATIC + "/tuf-on-ci-0.11");
            Instant then = OffsetDateTime.parse(first(fixture, "faketime").replace(' ', 'T'))
                    .toInstant();

            ReleaseClient client =
                    FixtureTests.refreshed(fixture, TufTest.trusting(fixture.bytes("initial_root.json")), then);

            assertEquals(34, TufTest.download(client, first(fixture, "targetpath")).length);
            FixtureTests.assertFrozen(fixture, "initial_root.json", then, "2050-01-01T00:00:00Z");
        });
    }

    private static void python(FixtureTests tests) {
        Instant then = Instant.parse("2029-12-31T00:00:00Z");
        tests.test(PYTHON + "/repository", () -> {
            FixtureFolder fixture = tests.fixture(PYTHON + "/repository");
            ReleaseClient client = FixtureTests.refreshed(fixture, trustingFirst(fixture), then);

            for (String file : List.of("file1.txt", "file2.txt", "file3.txt")) {
                assertArrayEquals(fixture.bytes("targets/" + file), TufTest.download(client, file));
            }
            assertEquals("role1", client.find("file3.txt").orElseThrow().role());
            FixtureTests.assertFrozen(fixture, "metadata/1.root.json", then, "2030-01-01T00:00:00Z");
        });
        for (String kept :
                List.of("1/metadata/current", "1/metadata/previous", "2/metadata/current", "2/metadata/previous")) {
            tests.test(PYTHON + "/client/test_repository" + kept, () -> {
                FixtureFolder known = tests.fixture(PYTHON + "/client/test_repository" + kept);
                InMemoryTrustStore store = new InMemoryTrustStore();
                for (String role : List.of("root", "timestamp", "snapshot", "targets", "role1", "role2")) {
                    store.write(role, known.bytes(role + ".json"));
                }

                ReleaseClient client = FixtureTests.refreshed(tests.fixture(PYTHON + "/repository"), store, then);

                assertTrue(client.find("file3.txt").isPresent());
            });
        }
        tests.test(PYTHON + "/fishy_rolenames", () -> {
            FixtureFolder fixture = tests.fixture(PYTHON + "/fishy_rolenames");
            InMemoryTrustStore store = trustingFirst(fixture);

            assertTrue(FixtureTests.refreshed(fixture, store, then)
                    .find("anything")
                    .isEmpty());

            assertTrue(
                    store.versions().keySet().containsAll(List.of("..%2Fa", ".", "%C3%B6")),
                    store.versions()::toString);
        });
        tests.test(PYTHON + "/keystore", () -> {
            for (Path file : tests.files(PYTHON + "/keystore")) {
                assertThrows(
                        MalformedMetadataException.class, () -> TrustedReleases.load(Files.readAllBytes(file), then));
            }
        });
    }

    private static void tough(FixtureTests tests) {
        Instant then = Instant.parse("2029-07-26T00:00:00Z");
        tests.test(TOUGH + "/consistent-snapshots", () -> {
            FixtureFolder fixture = tests.fixture(TOUGH + "/consistent-snapshots");
            ReleaseClient client = FixtureTests.refreshed(fixture, trustingFirst(fixture), then);

            assertEquals(14, TufTest.download(client, "data1.txt").length);
            assertEquals(14, TufTest.download(client, "data2.txt").length);
            FixtureTests.assertFrozen(fixture, "metadata/1.root.json", then, "2999-01-01T00:00:00Z");
        });
        tests.test(TOUGH + "/tuf-reference-impl", () -> {
            FixtureFolder fixture = tests.fixture(TOUGH + "/tuf-reference-impl");
            ReleaseClient client = FixtureTests.refreshed(fixture, trustingFirst(fixture), then);

            assertArrayEquals(fixture.bytes("targets/file3.txt"), TufTest.download(client, "file3.txt"));
        });
        tests.test(TOUGH + "/rotated-root", () -> {
            FixtureFolder fixture = tests.fixture(TOUGH + "/rotated-root");
            InMemoryTrustStore store = TufTest.trusting(fixture.bytes("1.root.json"));

            FixtureTests.refreshed(fixture, store, then);

            assertEquals(2L, store.versions().get("root"));
        });
        tests.test(TOUGH + "/expired-repository", () -> {
            FixtureFolder fixture = tests.fixture(TOUGH + "/expired-repository");

            assertThrows(
                    ExpiredMetadataException.class,
                    () -> FixtureTests.refreshed(fixture, trustingFirst(fixture), then));
        });
        tests.test(
                TOUGH + "/simple-rsa",
                () -> assertEquals(
                        1,
                        TrustedReleases.load(
                                        tests.fixture(TOUGH + "/simple-rsa").bytes("root.json"), then)
                                .rootVersion()));
        for (String twice : List.of("duplicate-keyid", "duplicate-sigs")) {
            tests.test(TOUGH + "/" + twice, () -> {
                byte[] root = tests.fixture(TOUGH + "/" + twice).bytes("root.json");

                assertThrows(MalformedMetadataException.class, () -> TrustedReleases.load(root, then));
            });
        }
    }

    private static InMemoryTrustStore trustingFirst(FixtureFolder fixture) throws IOException {
        return TufTest.trusting(fixture.bytes("metadata/1.root.json"));
    }

    private static String first(FixtureFolder fixture, String file) throws IOException {
        return new String(fixture.bytes(file), StandardCharsets.UTF_8).strip();
    }
}
