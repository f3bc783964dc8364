package org.benchconnect.upgrade.tuf;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.file.NoSuchFileException;
import java.util.List;
import org.benchconnect.upgrade.tuf.testing.ReleaseRepositorySimulator;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The bytes of a target, and what they have to be. */
class DownloadTest extends TufTest {
    private ReleaseClient offering(String path, byte[] bytes, String... algorithms) throws Exception {
        repository.target("targets", path, bytes, algorithms).publish();
        return refreshed();
    }

    @Test
    void targetIsPassedOnAsItIs() throws Exception {
        byte[] large = new byte[200_000];
        large[199_999] = 1;

        ReleaseClient client = offering("path/to/large.bin", large, "sha256");

        assertArrayEquals(large, download(client, "path/to/large.bin"));
        assertEquals(
                List.of("sha256"),
                List.copyOf(
                        client.find("path/to/large.bin").orElseThrow().hashes().keySet()));
    }

    @Test
    void emptyTargetIsATarget() throws Exception {
        assertArrayEquals(new byte[0], download(offering("empty", new byte[0], "sha256"), "empty"));
    }

    @Test
    void sha512AloneOrBesideWillDo() throws Exception {
        offering("a", bytes("a"), "sha512");

        ReleaseClient client = new TufTestClient().with("b", bytes("b"), "sha512", "sha256");

        assertArrayEquals(bytes("b"), download(client, "b"));
    }

    /** A refresh more of the same repository. */
    private final class TufTestClient {
        ReleaseClient with(String path, byte[] bytes, String... algorithms) throws Exception {
            return offering(path, bytes, algorithms);
        }
    }

    @Test
    void anyOfSeveralHashesMayNameTheFile() throws Exception {
        repository.target("targets", "a", bytes("a"), "sha512").target("targets", "a", bytes("a"), "sha512", "sha256");
        ReleaseRepositorySimulator withOne = repository.publish();
        String first = refreshed().find("a").orElseThrow().hashes().get("sha512") + ".a";

        ReleaseClient client = new ReleaseClient(store, without(withOne, first), Limits.standard(), NOW);
        client.refresh();

        assertArrayEquals(bytes("a"), download(client, "a"));
    }

    @Test
    void targetsWithoutHashInTheirNamesAreFoundToo() throws Exception {
        repository.prefixesTargets(false);

        assertArrayEquals(bytes("a"), download(offering("d/a.txt", bytes("a"), "sha256"), "d/a.txt"));
    }

    @Test
    void targetThatIsNotThereIsSaidSo() throws Exception {
        ReleaseClient client = offering("a", bytes("a"), "sha256");
        Target target = client.find("a").orElseThrow();

        ReleaseClient other = new ReleaseClient(
                store, without(repository, "a", target.hashes().get("sha256") + ".a"), Limits.standard(), NOW);
        other.refresh();

        assertThrows(NoSuchFileException.class, () -> other.download(target, OutputStream.nullOutputStream()));
        assertTrue(client.find("nonexistent target").isEmpty());
    }

    @Test
    void changedBytesAreRefused() throws Exception {
        ReleaseClient client = offering("a", bytes("good"), "sha256");
        repository.replaceTarget("a", bytes("evil"));

        WrongHashException refusal = assertThrows(WrongHashException.class, () -> download(client, "a"));

        assertReadable(refusal.getMessage());
        assertEquals("sha256", refusal.algorithm());
    }

    @Test
    void oneWrongHashOfTwoIsEnoughToRefuse() throws Exception {
        repository
                .target("targets", "a", bytes("good"), "sha256", "sha512")
                .edit("targets", targets -> targets.getAsJsonObject("targets")
                        .getAsJsonObject("a")
                        .getAsJsonObject("hashes")
                        .addProperty("sha512", "0".repeat(128)));
        repository.publish();

        assertEquals(
                "sha512",
                assertThrows(WrongHashException.class, () -> download(refreshed(), "a"))
                        .algorithm());
    }

    @Test
    void shorterFileIsRefused() throws Exception {
        ReleaseClient client = offering("a", bytes("good"), "sha256");
        repository.replaceTarget("a", bytes("goo"));

        WrongLengthException refusal = assertThrows(WrongLengthException.class, () -> download(client, "a"));

        assertReadable(refusal.getMessage());
        assertEquals(3, refusal.found());
    }

    @Test
    void endlessFileIsReadToItsLengthOnly() throws Exception {
        Target target = offering("a", bytes("good"), "sha256").find("a").orElseThrow();
        Endless endless = new Endless(repository);
        ReleaseClient client = new ReleaseClient(store, endless, Limits.standard(), NOW);
        client.refresh();
        ByteArrayOutputStream out = new ByteArrayOutputStream();

        assertReadable(assertThrows(TooLongException.class, () -> client.download(target, out))
                .getMessage());

        assertEquals(4, out.size());
        assertEquals(5, endless.read);
    }

    @ParameterizedTest
    @ValueSource(strings = {"root", "timestamp", "snapshot", "targets"})
    void endlessMetadataIsReadToItsLimitOnly(String role) {
        repository.statesHashes(false).publish();
        Limits small = new Limits(20_000, 5_000, 7_000, 9_000, 10, 10);
        Endless endless = new Endless(repository, role);

        assertReadable(
                assertThrows(TooLongException.class, () -> new ReleaseClient(store, endless, small, NOW).refresh())
                        .getMessage());

        int limit = List.of(20_001, 5_001, 7_001, 9_001).get(Root.ROLES.indexOf(role));
        assertEquals(limit, endless.read);
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "/", "/etc/passwd", "../a", "a/../b", "a/./b", "a//b", "a/", "a\\b", "a\nb", "."})
    void pathThatLeadsElsewhereIsNoTarget(String path) throws Exception {
        repository.target("targets", path, bytes("a")).publish();

        ReleaseClient client = refreshed();

        assertTrue(client.find(path).isEmpty());
        assertTrue(client.under("").isEmpty());
    }

    @Test
    void targetSaysWhatItIs() throws Exception {
        Target target = offering("a", bytes("good"), "sha256").find("a").orElseThrow();

        assertEquals("a (4 bytes, by targets)", target.toString());
        assertEquals(4, target.length());
        assertEquals(target, refreshed().find("a").orElseThrow());
        assertEquals(target.hashCode(), refreshed().find("a").orElseThrow().hashCode());
    }

    private static ReleaseSource without(ReleaseRepositorySimulator repository, String... lost) {
        return new ReleaseSource() {
            @Override
            public InputStream metadata(String fileName) throws IOException {
                return repository.metadata(fileName);
            }

            @Override
            public InputStream target(String path) throws IOException {
                if (List.of(lost).contains(path)) {
                    throw new NoSuchFileException(path);
                }
                return repository.target(path);
            }

            @Override
            public void close() {}
        };
    }

    /** Serves spaces for ever, for targets or one role, and counts what is taken. */
    private static final class Endless implements ReleaseSource {
        private final ReleaseRepositorySimulator repository;
        private final String role;
        private int read;

        Endless(ReleaseRepositorySimulator repository) {
            this(repository, "");
        }

        Endless(ReleaseRepositorySimulator repository, String role) {
            this.repository = repository;
            this.role = role;
        }

        @Override
        public InputStream metadata(String fileName) throws IOException {
            boolean endless = !role.isEmpty() && fileName.endsWith(role + ".json");
            return endless ? spaces() : repository.metadata(fileName);
        }

        @Override
        public InputStream target(String path) {
            return spaces();
        }

        @Override
        public void close() {}

        private InputStream spaces() {
            return new InputStream() {
                @Override
                public int read() {
                    read++;
                    return ' ';
                }
            };
        }
    }
}
