package org.benchconnect.instrument.folder;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assumptions.assumeFalse;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.nio.channels.SeekableByteChannel;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicLong;
import org.benchconnect.core.testing.InMemoryStore;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** One file of which the system says one thing and then another: the others are read, and people hear of it. */
class OddFilesTest {
    @TempDir
    Path folder = Path.of("");

    private boolean odd = true;

    /** As a folder of files, one of which behaves oddly. */
    private class Odd implements ResultFolder {
        private final ResultFolder files;

        Odd(ResultFolder files) {
            this.files = files;
        }

        @Override
        public Map<String, Stamp> list(Known known) throws IOException {
            return files.list(known);
        }

        @Override
        public long hidden() {
            return files.hidden();
        }

        @Override
        public @Nullable Stamp stamp(String name) throws IOException {
            return files.stamp(name);
        }

        @Override
        public SeekableByteChannel open(String name) throws IOException {
            return files.open(name);
        }
    }

    private final class NotFound extends Odd {
        NotFound(ResultFolder files) {
            super(files);
        }

        @Override
        public @Nullable Stamp stamp(String name) throws IOException {
            return odd && name.equals("a.num") ? null : super.stamp(name);
        }
    }

    private final class Unusable extends Odd {
        Unusable(ResultFolder files) {
            super(files);
        }

        @Override
        public @Nullable Stamp stamp(String name) throws IOException {
            if (odd && name.equals("a.num")) {
                throw new InvalidPathException("", "told to fail");
            }
            return super.stamp(name);
        }
    }

    private final class Hiding extends Odd {
        Hiding(ResultFolder files) {
            super(files);
        }

        @Override
        public long hidden() {
            return odd ? 1 : 0;
        }
    }

    private void isReadAtLast(Watching watching) throws IOException, InterruptedException {
        watching.file("a.num", 1, Duration.ofSeconds(3));
        watching.file("b.num", 2, Duration.ofSeconds(2));
        watching.passSeconds(60);
        assertEquals(List.of(2), watching.numbers());
        assertTrue(watching.recorded.conditions().contains("+FILE_UNREADABLE"));
        assertTrue(watching.watch.state().watching());

        odd = false;
        watching.passSeconds(120);

        assertEquals(List.of(2, 1), watching.numbers());
        assertCleared(watching);
    }

    private static void assertCleared(Watching watching) {
        List<String> told = watching.recorded.conditions();
        assertTrue(told.lastIndexOf("-FILE_UNREADABLE") > told.indexOf("+FILE_UNREADABLE"));
    }

    @Test
    void aFileThatIsListedAndNotFoundIsSaidAndReadWhenItIs() throws Exception {
        isReadAtLast(new Watching(folder, new InMemoryStore(), new NumberAdapter(), NotFound::new));
    }

    @Test
    void aFileWhoseNameTheSystemDoesNotTakeHoldsUpNoOther() throws Exception {
        isReadAtLast(new Watching(folder, new InMemoryStore(), new NumberAdapter(), Unusable::new));
    }

    @Test
    void aFileThatIsGoneBeforeItIsReadIsNotSaid() throws Exception {
        Watching watching = new Watching(folder, new InMemoryStore(), new NumberAdapter(), NotFound::new);
        Path file = watching.file("a.num", 1);
        watching.passSeconds(2);
        Files.delete(file);
        watching.passSeconds(60);

        assertFalse(watching.recorded.conditions().contains("+FILE_UNREADABLE"));
    }

    @Test
    void filesThatStayHiddenAreSaid() throws Exception {
        Watching watching = new Watching(folder, new InMemoryStore(), new NumberAdapter(), Hiding::new);
        watching.passSeconds(1);
        assertTrue(watching.recorded.conditions().contains("+FILE_UNREADABLE"));

        odd = false;
        watching.passSeconds(1);

        assertCleared(watching);
    }

    @Test
    void filesThatMayBeListedButNotAskedAreHiddenAfterTenSeconds() throws Exception {
        assumeFalse("root".equals(System.getProperty("user.name")), "who may do everything sees everything");
        assumeTrue(folder.getFileSystem().supportedFileAttributeViews().contains("posix"));
        Path closed = Files.createDirectory(folder.resolve("closed"));
        Files.writeString(closed.resolve("a.num"), "1");
        Files.writeString(closed.resolve("a.txt"), "1");
        Files.setPosixFilePermissions(closed, PosixFilePermissions.fromString("r--------"));
        AtomicLong nanos = new AtomicLong();
        NioFolder files = new NioFolder(closed, "*.num", nanos::get);
        FolderView view = new FolderView(Duration.ZERO, new Backoff(Duration.ZERO, Duration.ZERO));
        try {
            files.list(view);
            nanos.addAndGet(Duration.ofSeconds(9).toNanos());
            files.list(view);
            assertEquals(0, files.hidden());
            nanos.addAndGet(Duration.ofSeconds(1).toNanos());
            files.list(view);
            assertEquals(1, files.hidden());
        } finally {
            Files.setPosixFilePermissions(closed, PosixFilePermissions.fromString("rwx------"));
        }
        files.list(view);
        assertEquals(0, files.hidden());
    }
}
