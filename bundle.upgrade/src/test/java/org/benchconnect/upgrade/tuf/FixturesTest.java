package org.benchconnect.upgrade.tuf;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.benchconnect.upgrade.tuf.testing.InMemoryTrustStore;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;
import org.junit.jupiter.api.function.Executable;

/** The fixtures of five other implementations, each folder a test of its name with its verdict. */
class FixturesTest {
    private static final String SIGSTORE = "sigstore-java/sigstore-java/src/test/resources/dev/sigstore/tuf";
    private static final String SYNTHETIC = SIGSTORE + "/synthetic";
    private static final String PYTHON = "python-tuf/tests/repository_data";
    private static final String TOUGH = "tough/tough/tests/data";
    private static final String STATIC = "tuf-conformance-static/tuf_conformance/static_data";
    /** When the synthetic repositories were valid. */
    private static final Instant THEN = Instant.parse("2023-02-12T00:00:00Z");

    private final List<DynamicTest> tests = new ArrayList<>();
    private Path shared = Path.of("");

    @TestFactory
    Stream<DynamicTest> eachFixtureFolderGetsItsVerdict() throws IOException {
        Optional<Path> found = FixtureFolder.shared();
        assumeTrue(found.isPresent(), "the shared fixtures of other TUF implementations are not on this machine");
        shared = found.get();
        conformance();
        python();
        sigstoreAccepted();
        sigstoreRefused();
        tough();
        test("every fixture folder has a test", this::everyFolderHasATest);
        return tests.stream();
    }

    private void conformance() {
        test(STATIC + "/tuf-on-ci-0.11", () -> {
            FixtureFolder fixture = fixture(STATIC + "/tuf-on-ci-0.11");
            Instant then = OffsetDateTime.parse(first(fixture, "faketime").replace(' ', 'T'))
                    .toInstant();

            ReleaseClient client = refreshed(fixture, TufTest.trusting(fixture.bytes("initial_root.json")), then);

            assertEquals(34, TufTest.download(client, first(fixture, "targetpath")).length);
            assertFrozen(fixture, "initial_root.json", then, "2050-01-01T00:00:00Z");
        });
    }

    private void python() {
        Instant then = Instant.parse("2029-12-31T00:00:00Z");
        test(PYTHON + "/repository", () -> {
            FixtureFolder fixture = fixture(PYTHON + "/repository");
            ReleaseClient client = refreshed(fixture, trustingFirst(fixture), then);

            for (String file : List.of("file1.txt", "file2.txt", "file3.txt")) {
                assertArrayEquals(fixture.bytes("targets/" + file), TufTest.download(client, file));
            }
            assertEquals("role1", client.find("file3.txt").orElseThrow().role());
            assertFrozen(fixture, "metadata/1.root.json", then, "2030-01-01T00:00:00Z");
        });
        for (String kept :
                List.of("1/metadata/current", "1/metadata/previous", "2/metadata/current", "2/metadata/previous")) {
            test(PYTHON + "/client/test_repository" + kept, () -> {
                FixtureFolder known = fixture(PYTHON + "/client/test_repository" + kept);
                InMemoryTrustStore store = new InMemoryTrustStore();
                for (String role : List.of("root", "timestamp", "snapshot", "targets", "role1", "role2")) {
                    store.write(role, known.bytes(role + ".json"));
                }

                ReleaseClient client = refreshed(fixture(PYTHON + "/repository"), store, then);

                assertTrue(client.find("file3.txt").isPresent());
            });
        }
        test(PYTHON + "/fishy_rolenames", () -> {
            FixtureFolder fixture = fixture(PYTHON + "/fishy_rolenames");
            InMemoryTrustStore store = trustingFirst(fixture);

            assertTrue(refreshed(fixture, store, then).find("anything").isEmpty());

            assertTrue(
                    store.versions().keySet().containsAll(List.of("..%2Fa", ".", "%C3%B6")),
                    store.versions()::toString);
        });
        test(PYTHON + "/keystore", () -> {
            for (Path file : files(PYTHON + "/keystore")) {
                assertThrows(
                        MalformedMetadataException.class, () -> TrustedReleases.load(Files.readAllBytes(file), then));
            }
        });
    }

    private void sigstoreAccepted() {
        test(SIGSTORE + "/model", () -> {
            FixtureFolder fixture = fixture(SIGSTORE + "/model");
            Root root = Root.read(Envelope.read("root", fixture.bytes("root.json")));
            Envelope targets = Envelope.read("targets", fixture.bytes("targets.json"));
            Envelope snapshot = Envelope.read("snapshot", fixture.bytes("snapshot.json"));

            assertEquals(
                    4, TrustedReleases.load(fixture.bytes("root.json"), THEN).rootVersion());
            root.signers("snapshot").require(snapshot, "the root");
            // These targets were edited after they were signed; the signed snapshot knows their length.
            assertThrows(NotEnoughSignaturesException.class, () -> root.signers("targets")
                    .require(targets, "the root"));
            assertEquals(3, Targets.read(targets).delegations().size());
            assertTrue(Snapshot.read(snapshot).files().containsKey("rekor.json"));
        });
        accepted("no-size-no-hash-snapshot-timestamp", THEN, "test.txt", "test2.txt");
        accepted("test-template", THEN, "test.txt", "test.txt.v2", "test2.txt");
        own("root-signing-workspace/repository", "1.root.json", THEN, "test.txt", "test.txt.v2", "test2.txt");
        own("targets-sha256-or-sha512", "1.root.json", Instant.parse("2024-08-22T00:00:00Z"), "test.txt", "test2.txt");
        own("test/repository", "1.root.json", Instant.parse("2024-08-22T00:00:00Z"), "test.txt", "test2.txt");
        own("targets-with-subdirs", "1.root.json", Instant.parse("2024-12-19T00:00:00Z"), "subdir/test.txt");
        test(SYNTHETIC + "/root-update-with-unknown-fields", () -> {
            FixtureFolder fixture = fixture(SYNTHETIC + "/root-update-with-unknown-fields");
            TrustedReleases trusted = TrustedReleases.load(fixture.bytes("4.root.json"), THEN);

            trusted.updateRoot(fixture.bytes("5.root.json"));

            assertEquals(5, trusted.rootVersion());
        });
        for (String spare : List.of("root-update-with-empty-signature", "root-update-with-invalid-signature")) {
            accepted(spare, THEN, "test.txt");
        }
    }

    private void sigstoreRefused() {
        refused("root-too-big", MalformedMetadataException.class, 1);
        refused("root-unsigned", NotEnoughSignaturesException.class, 1);
        refused("root-wrong-version", WrongVersionException.class, 1);
        refused("snapshot-expired", ExpiredMetadataException.class, 2);
        refused("snapshot-invalid-hash", WrongHashException.class, 2);
        refused("snapshot-target-missing", WrongLengthException.class, 2); // its timestamp was not brought up to date
        refused("snapshot-version-mismatch", WrongVersionException.class, 2);
        refused("targets-expired", ExpiredMetadataException.class, 2);
        refused("targets-invalid-hash", WrongHashException.class, 2);
        refused("targets-snapshot-version-mismatch", WrongVersionException.class, 2);
        refused("targets-download-missing-target-metadata", MalformedMetadataException.class, 2);
        refused("timestamp-unsigned", NotEnoughSignaturesException.class, 1);
        for (String back : List.of("timestamp-rollback-version", "snapshot-target-version-rollback")) {
            test(SYNTHETIC + "/" + back, () -> {
                InMemoryTrustStore store = trusting();
                refreshed(complete("test-template"), store, THEN);
                if (back.startsWith("snapshot")) {
                    store.delete("timestamp"); // its own has the same version, and would be dropped unread
                }

                assertThrows(RolledBackException.class, () -> refreshed(complete(back), store, THEN));
            });
        }
        for (String download : List.of("targets-download-invalid-hash", "targets-download-invalid-length")) {
            test(SYNTHETIC + "/" + download, () -> {
                ReleaseClient client = refreshed(complete(download), trusting(), THEN);

                assertThrows(UntrustedMetadataException.class, () -> TufTest.download(client, "test.txt"));
            });
        }
        test(SYNTHETIC + "/tmp", () -> {
            InMemoryTrustStore store = trusting();

            assertThrows(NoSuchFileException.class, () -> refreshed(fixture(SYNTHETIC + "/tmp"), store, THEN));
            assertEquals(Map.of("root", 2L), store.versions());
        });
        for (String keys : List.of("root-signing-workspace/keys", "test/keys")) {
            test(SYNTHETIC + "/" + keys, () -> {
                for (Path file : files(SYNTHETIC + "/" + keys)) {
                    assertThrows(
                            UntrustedMetadataException.class,
                            () -> TrustedReleases.load(Files.readAllBytes(file), THEN));
                }
            });
        }
    }

    private void tough() {
        Instant then = Instant.parse("2029-07-26T00:00:00Z");
        test(TOUGH + "/consistent-snapshots", () -> {
            FixtureFolder fixture = fixture(TOUGH + "/consistent-snapshots");
            ReleaseClient client = refreshed(fixture, trustingFirst(fixture), then);

            assertEquals(14, TufTest.download(client, "data1.txt").length);
            assertEquals(14, TufTest.download(client, "data2.txt").length);
            assertFrozen(fixture, "metadata/1.root.json", then, "2999-01-01T00:00:00Z");
        });
        test(TOUGH + "/tuf-reference-impl", () -> {
            FixtureFolder fixture = fixture(TOUGH + "/tuf-reference-impl");
            ReleaseClient client = refreshed(fixture, trustingFirst(fixture), then);

            assertArrayEquals(fixture.bytes("targets/file3.txt"), TufTest.download(client, "file3.txt"));
        });
        test(TOUGH + "/rotated-root", () -> {
            FixtureFolder fixture = fixture(TOUGH + "/rotated-root");
            InMemoryTrustStore store = TufTest.trusting(fixture.bytes("1.root.json"));

            refreshed(fixture, store, then);

            assertEquals(2L, store.versions().get("root"));
        });
        test(TOUGH + "/expired-repository", () -> {
            FixtureFolder fixture = fixture(TOUGH + "/expired-repository");

            assertThrows(ExpiredMetadataException.class, () -> refreshed(fixture, trustingFirst(fixture), then));
        });
        test(
                TOUGH + "/simple-rsa",
                () -> assertEquals(
                        1,
                        TrustedReleases.load(fixture(TOUGH + "/simple-rsa").bytes("root.json"), then)
                                .rootVersion()));
        for (String twice : List.of("duplicate-keyid", "duplicate-sigs")) {
            test(TOUGH + "/" + twice, () -> {
                byte[] root = fixture(TOUGH + "/" + twice).bytes("root.json");

                assertThrows(MalformedMetadataException.class, () -> TrustedReleases.load(root, then));
            });
        }
    }

    /** With the one trusted root of the synthetic repositories; all targets come as their metadata says. */
    private void accepted(String folder, Instant then, String... targets) {
        test(SYNTHETIC + "/" + folder, () -> {
            InMemoryTrustStore store = trusting();
            ReleaseClient client = refreshed(complete(folder), store, then);

            for (String target : targets) {
                TufTest.download(client, target);
            }
            assertEquals(2L, store.versions().get("root"));
            assertThrows(
                    ExpiredMetadataException.class,
                    () -> refreshed(complete(folder), store, Instant.parse("2023-02-13T15:37:48Z")));
        });
    }

    /** With a root of the folder's own. */
    private void own(String folder, String root, Instant then, String... targets) {
        test(SYNTHETIC + "/" + folder, () -> {
            FixtureFolder fixture = fixture(SYNTHETIC + "/" + folder);
            ReleaseClient client = refreshed(fixture, TufTest.trusting(fixture.bytes(root)), then);

            for (String target : targets) {
                TufTest.download(client, target);
            }
            assertFrozen(fixture, root, then, "2026-01-01T00:00:00Z");
        });
    }

    private void refused(String folder, Class<? extends UntrustedMetadataException> why, long root) {
        test(SYNTHETIC + "/" + folder, () -> {
            InMemoryTrustStore store = trusting();

            UntrustedMetadataException refusal = assertThrows(why, () -> refreshed(complete(folder), store, THEN));

            TufTest.assertReadable(refusal.getMessage());
            assertEquals(root, store.versions().get("root"));
        });
    }

    /** The server serves the identical files until they expire. */
    private static void assertFrozen(FixtureFolder fixture, String root, Instant then, String later) throws Exception {
        InMemoryTrustStore store = TufTest.trusting(fixture.bytes(root));
        refreshed(fixture, store, then);

        assertThrows(ExpiredMetadataException.class, () -> refreshed(fixture, store, Instant.parse(later)));
    }

    private static ReleaseClient refreshed(FixtureFolder fixture, InMemoryTrustStore store, Instant now)
            throws IOException, UntrustedMetadataException {
        ReleaseClient client = new ReleaseClient(store, fixture, Limits.standard(), now);
        client.refresh();
        return client;
    }

    private FixtureFolder fixture(String folder) {
        return FixtureFolder.of(shared.resolve(folder));
    }

    /** A synthetic folder, and what it does not hold from the complete one it was made from. */
    private FixtureFolder complete(String folder) {
        return new FixtureFolder(
                shared.resolve(SYNTHETIC).resolve(folder), Optional.of(shared.resolve(SYNTHETIC + "/test-template")));
    }

    private InMemoryTrustStore trusting() throws IOException {
        return TufTest.trusting(Files.readAllBytes(shared.resolve(SYNTHETIC + "/trusted-root.json")));
    }

    private static InMemoryTrustStore trustingFirst(FixtureFolder fixture) throws IOException {
        return TufTest.trusting(fixture.bytes("metadata/1.root.json"));
    }

    private static String first(FixtureFolder fixture, String file) throws IOException {
        return new String(fixture.bytes(file), StandardCharsets.UTF_8).strip();
    }

    private List<Path> files(String folder) throws IOException {
        try (Stream<Path> files = Files.list(shared.resolve(folder))) {
            return files.sorted().toList();
        }
    }

    private void test(String folder, Executable test) {
        tests.add(DynamicTest.dynamicTest(folder, test));
    }

    /** A folder with metadata, or php-tuf's with expected versions, that no test is named after would be forgotten. */
    private void everyFolderHasATest() throws IOException {
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
        forgotten.remove(SYNTHETIC); // the root that all of them trust
        forgotten.remove(PYTHON + "/client"); // a map of mirrors, no metadata
        assertEquals(new TreeSet<String>(), forgotten);
    }
}
