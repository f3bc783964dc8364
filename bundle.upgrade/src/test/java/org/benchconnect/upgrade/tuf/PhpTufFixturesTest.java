package org.benchconnect.upgrade.tuf;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.function.Consumer;
import java.util.stream.Stream;
import org.benchconnect.upgrade.tuf.testing.InMemoryTrustStore;
import org.benchconnect.upgrade.tuf.testing.ReleaseRepositorySimulator;
import org.benchconnect.upgrade.tuf.testing.SimulatedKey;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;

/**
 * php-tuf keeps of its fixtures the targets and the versions that a client knows at first; the metadata is generated. So it is
 * here, by the simulator, with the same delegations; each variant, with and without consistent snapshots, is a test of its
 * name.
 */
class PhpTufFixturesTest {
    private static final Instant NOW = TufTest.NOW;

    private final List<DynamicTest> tests = new ArrayList<>();

    /** A repository to come, its target files, and the state in which the client was left. */
    private record Fixture(Path folder, ReleaseRepositorySimulator repository, InMemoryTrustStore store) {
        void target(String role, String name) throws IOException {
            repository.target(
                    role, name, Files.readAllBytes(folder.resolve("targets").resolve(name)));
        }

        /** What the client knows at first: the versions in {@code client_versions.ini}. */
        void clientHere() throws Exception {
            ReleaseClient client = new ReleaseClient(store, repository, Limits.standard(), NOW);
            client.refresh();
            client.under("");
            Map<String, Long> expected = new TreeMap<>();
            for (String line : Files.readAllLines(folder.resolve("client_versions.ini"))) {
                String[] parts = line.split(" *= *");
                if (parts.length == 2 && !parts[1].equals("null")) {
                    expected.put(parts[0], Long.parseLong(parts[1]));
                }
            }
            assertEquals(expected.keySet(), store.versions().keySet());
        }

        void assertFound(String... names) throws Exception {
            ReleaseClient client = new ReleaseClient(store, repository, Limits.standard(), NOW);
            client.refresh();
            for (String name : names) {
                byte[] expected = Files.readAllBytes(folder.resolve("targets").resolve(name));
                assertArrayEquals(expected, TufTest.download(client, name));
            }
        }

        void assertNotFound(String... names) throws Exception {
            ReleaseClient client = new ReleaseClient(store, repository, Limits.standard(), NOW);
            client.refresh();
            for (String name : names) {
                assertTrue(client.find(name).isEmpty(), name);
            }
        }
    }

    private interface Steps {
        void run(Fixture fixture) throws Exception;
    }

    @TestFactory
    Stream<DynamicTest> eachFixtureFolderGetsItsVerdict() {
        Optional<Path> shared = FixtureFolder.shared();
        assumeTrue(shared.isPresent(), "the shared fixtures of other TUF implementations are not on this machine");
        Path fixtures = shared.get().resolve("php-tuf/fixtures");
        test(fixtures, "Simple", PhpTufFixturesTest::simple);
        test(fixtures, "Delegated", PhpTufFixturesTest::delegated);
        test(fixtures, "NestedDelegated", PhpTufFixturesTest::nested);
        test(fixtures, "PublishedTwice", PhpTufFixturesTest::publishedTwice);
        test(fixtures, "TerminatingDelegation", PhpTufFixturesTest::terminating);
        test(fixtures, "ThresholdTwo", PhpTufFixturesTest::thresholdTwo);
        return tests.stream();
    }

    private void test(Path fixtures, String name, Steps steps) {
        for (String variant : List.of("consistent", "inconsistent")) {
            tests.add(DynamicTest.dynamicTest("php-tuf/fixtures/" + name + "/" + variant, () -> {
                ReleaseRepositorySimulator repository = ReleaseRepositorySimulator.at(NOW);
                repository
                        .consistent(variant.equals("consistent"))
                        .version("root", 1)
                        .sign("root");
                InMemoryTrustStore store = TufTest.trusting(repository.root());
                steps.run(new Fixture(fixtures.resolve(name).resolve(variant), repository, store));
            }));
        }
    }

    private static void simple(Fixture fixture) throws Exception {
        fixture.target("targets", "testtarget.txt");
        publish(fixture);
        fixture.clientHere();

        fixture.assertFound("testtarget.txt");
    }

    private static void delegated(Fixture fixture) throws Exception {
        beginnings(fixture);

        fixture.assertFound("testtarget.txt", "level_1_target.txt");
        fixture.assertNotFound("level_1_other.txt", "other.txt");
    }

    private static void nested(Fixture fixture) throws Exception {
        beginnings(fixture);
        ReleaseRepositorySimulator repository = fixture.repository();
        repository.delegate("unclaimed", "level_2", "level_1_2_*.txt");
        repository.delegateTerminating("unclaimed", "level_2_terminating", "level_1_2_terminating_*.txt");
        repository.delegate("level_2", "level_3", "level_1_2_3_*.txt");
        repository.delegate("level_2_terminating", "below", "level_1_2_terminating_3_*.txt");
        repository.delegate("unclaimed", "after", "level_1_2a_terminating_plus_1_more_*.txt");
        fixture.target("level_2", "level_1_2_target.txt");
        fixture.target("level_2_terminating", "level_1_2_terminating_findable.txt");
        fixture.target("level_3", "level_1_2_3_below_non_terminating_target.txt");
        fixture.target("below", "level_1_2_terminating_3_target.txt");
        fixture.target("after", "level_1_2a_terminating_plus_1_more_findable.txt");
        repository.target("level_2_terminating", "level_2_unfindable.txt", new byte[1]);
        repository.publish();

        fixture.assertFound(
                "testtarget.txt",
                "level_1_target.txt",
                "level_1_2_target.txt",
                "level_1_2_terminating_findable.txt",
                "level_1_2_3_below_non_terminating_target.txt",
                "level_1_2_terminating_3_target.txt",
                "level_1_2a_terminating_plus_1_more_findable.txt");
        fixture.assertNotFound("level_2_unfindable.txt");
    }

    /** Two versions that the client sees, then rotated keys that it does not. */
    private static void beginnings(Fixture fixture) throws Exception {
        ReleaseRepositorySimulator repository = fixture.repository();
        fixture.target("targets", "testtarget.txt");
        publish(fixture);
        repository.delegate("targets", "unclaimed", "level_1_*.txt");
        fixture.target("unclaimed", "level_1_target.txt");
        repository.publish("unclaimed", "targets", "snapshot", "timestamp");
        fixture.clientHere();
        Consumer<String> rotate = role -> repository.keys(role, 1, SimulatedKey.ed25519());
        rotate.accept("targets");
        rotate.accept("snapshot");
        repository.publish();
    }

    private static void publishedTwice(Fixture fixture) throws Exception {
        publish(fixture);
        fixture.clientHere();
        fixture.target("targets", "test.txt");
        fixture.repository().publish("targets", "snapshot", "timestamp");

        fixture.assertFound("test.txt");
    }

    private static void terminating(Fixture fixture) throws Exception {
        ReleaseRepositorySimulator repository = fixture.repository();
        publish(fixture);
        fixture.clientHere();
        repository.delegate("targets", "a", "*.txt").delegateTerminating("a", "b", "*.txt");
        repository.delegate("b", "c", "*.txt").delegate("b", "d", "*.txt").delegate("a", "e", "*.txt");
        repository.delegate("targets", "f", "*.txt");
        fixture.target("targets", "targets.txt");
        for (String role : List.of("a", "b", "c", "d", "e", "f")) {
            fixture.target(role, role + ".txt");
        }
        repository.publish();

        fixture.assertFound("targets.txt", "a.txt", "b.txt", "c.txt", "d.txt");
        fixture.assertNotFound("e.txt", "f.txt");
    }

    private static void thresholdTwo(Fixture fixture) throws Exception {
        ReleaseRepositorySimulator repository = fixture.repository();
        SimulatedKey[] two = {SimulatedKey.ed25519(), SimulatedKey.ed25519()};
        repository.keys("timestamp", 2, two).version("root", 1).sign("root");
        fixture.store().write("root", repository.root());
        publish(fixture);
        fixture.clientHere();

        repository.signedBy("timestamp", two[0]).publish("timestamp");

        ReleaseClient client = new ReleaseClient(fixture.store(), repository, Limits.standard(), NOW);
        org.junit.jupiter.api.Assertions.assertThrows(NotEnoughSignaturesException.class, client::refresh);
    }

    private static void publish(Fixture fixture) {
        fixture.repository().publish("targets", "snapshot", "timestamp");
    }
}
