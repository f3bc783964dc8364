package org.benchconnect.upgrade.tuf;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.benchconnect.upgrade.tuf.testing.InMemoryTrustStore;

/** Of sigstore-java: what is accepted and what is refused, most of it made from one complete repository. */
final class SigstoreFixtures {
    private static final String SIGSTORE = "sigstore-java/sigstore-java/src/test/resources/dev/sigstore/tuf";
    static final String SYNTHETIC = SIGSTORE + "/synthetic";
    /** When the synthetic repositories were valid. */
    private static final Instant THEN = Instant.parse("2023-02-12T00:00:00Z");

    private final FixtureTests tests;

    SigstoreFixtures(FixtureTests tests) {
        this.tests = tests;
    }

    void accepted() {
        tests.test(SIGSTORE + "/model", () -> {
            FixtureFolder fixture = tests.fixture(SIGSTORE + "/model");
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
        tests.test(SYNTHETIC + "/root-update-with-unknown-fields", () -> {
            FixtureFolder fixture = tests.fixture(SYNTHETIC + "/root-update-with-unknown-fields");
            TrustedReleases trusted = TrustedReleases.load(fixture.bytes("4.root.json"), THEN);

            trusted.updateRoot(fixture.bytes("5.root.json"));

            assertEquals(5, trusted.rootVersion());
        });
        for (String spare : List.of("root-update-with-empty-signature", "root-update-with-invalid-signature")) {
            accepted(spare, THEN, "test.txt");
        }
    }

    void refused() {
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
            tests.test(SYNTHETIC + "/" + back, () -> {
                InMemoryTrustStore store = trusting();
                FixtureTests.refreshed(complete("test-template"), store, THEN);
                if (back.startsWith("snapshot")) {
                    store.delete("timestamp"); // its own has the same version, and would be dropped unread
                }

                assertThrows(RolledBackException.class, () -> FixtureTests.refreshed(complete(back), store, THEN));
            });
        }
        for (String download : List.of("targets-download-invalid-hash", "targets-download-invalid-length")) {
            tests.test(SYNTHETIC + "/" + download, () -> {
                ReleaseClient client = FixtureTests.refreshed(complete(download), trusting(), THEN);

                assertThrows(UntrustedMetadataException.class, () -> TufTest.download(client, "test.txt"));
            });
        }
        tests.test(SYNTHETIC + "/tmp", () -> {
            InMemoryTrustStore store = trusting();

            assertThrows(
                    NoSuchFileException.class,
                    () -> FixtureTests.refreshed(tests.fixture(SYNTHETIC + "/tmp"), store, THEN));
            assertEquals(Map.of("root", 2L), store.versions());
        });
        for (String keys : List.of("root-signing-workspace/keys", "test/keys")) {
            tests.test(SYNTHETIC + "/" + keys, () -> {
                for (Path file : tests.files(SYNTHETIC + "/" + keys)) {
                    assertThrows(
                            UntrustedMetadataException.class,
                            () -> TrustedReleases.load(Files.readAllBytes(file), THEN));
                }
            });
        }
    }

    /** With the one trusted root of the synthetic repositories; all targets come as their metadata says. */
    private void accepted(String folder, Instant then, String... targets) {
        tests.test(SYNTHETIC + "/" + folder, () -> {
            InMemoryTrustStore store = trusting();
            ReleaseClient client = FixtureTests.refreshed(complete(folder), store, then);

            for (String target : targets) {
                TufTest.download(client, target);
            }
            assertEquals(2L, store.versions().get("root"));
            assertThrows(
                    ExpiredMetadataException.class,
                    () -> FixtureTests.refreshed(complete(folder), store, Instant.parse("2023-02-13T15:37:48Z")));
        });
    }

    /** With a root of the folder's own. */
    private void own(String folder, String root, Instant then, String... targets) {
        tests.test(SYNTHETIC + "/" + folder, () -> {
            FixtureFolder fixture = tests.fixture(SYNTHETIC + "/" + folder);
            ReleaseClient client = FixtureTests.refreshed(fixture, TufTest.trusting(fixture.bytes(root)), then);

            for (String target : targets) {
                TufTest.download(client, target);
            }
            FixtureTests.assertFrozen(fixture, root, then, "2026-01-01T00:00:00Z");
        });
    }

    private void refused(String folder, Class<? extends UntrustedMetadataException> why, long root) {
        tests.test(SYNTHETIC + "/" + folder, () -> {
            InMemoryTrustStore store = trusting();

            UntrustedMetadataException refusal =
                    assertThrows(why, () -> FixtureTests.refreshed(complete(folder), store, THEN));

            TufTest.assertReadable(refusal.getMessage());
            assertEquals(root, store.versions().get("root"));
        });
    }

    /** A synthetic folder, and what it does not hold from the complete one it was made from. */
    private FixtureFolder complete(String folder) {
        return new FixtureFolder(
                tests.path(SYNTHETIC + "/" + folder), Optional.of(tests.path(SYNTHETIC + "/test-template")));
    }

    private InMemoryTrustStore trusting() throws IOException {
        return TufTest.trusting(Files.readAllBytes(tests.path(SYNTHETIC + "/trusted-root.json")));
    }
}
