package org.benchconnect.launcher.storage;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import java.util.Random;
import java.util.Set;
import java.util.concurrent.atomic.AtomicReference;
import org.benchconnect.launcher.storage.testing.Fault;
import org.benchconnect.launcher.storage.testing.FaultyStorage;
import org.benchconnect.launcher.storage.testing.Loss;
import org.benchconnect.launcher.storage.testing.PowerLoss;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** The durable protocol: old bytes or new ones, whatever happens. */
class DurableFilesTest {
    private static final Path HOME = Path.of("/home-of-the-agent").toAbsolutePath();
    private static final Path FILE = HOME.resolve("file");

    private final FaultyStorage storage = new FaultyStorage(HOME);
    private final DurableFiles files = new DurableFiles(storage);

    @ParameterizedTest
    @EnumSource(Loss.class)
    void whatWasWrittenLastIsThereAndNothingHalf(Loss how) throws IOException {
        AtomicReference<String> acknowledged = new AtomicReference<>("none");
        PowerLoss<String> loss = PowerLoss.on(storage, how, acknowledged::get);

        for (String text : new String[] {"first", "second, longer", "third", "none"}) {
            if (text.equals("none")) {
                files.delete(FILE);
            } else {
                files.write(FILE, text);
            }
            acknowledged.set(text);
        }

        loss.check((left, known) ->
                assertTrue(Set.of(known, next(known)).contains(left.text(FILE).orElse("none"))));
    }

    private static String next(String text) {
        return switch (text) {
            case "none" -> "first";
            case "first" -> "second, longer";
            case "second, longer" -> "third";
            default -> "none";
        };
    }

    @ParameterizedTest
    @EnumSource(Fault.class)
    void whenTheDiskFailsAtAnyOperationTheOldBytesOrTheNewOnesAreThere(Fault fault) throws IOException {
        files.write(FILE, "old");

        for (int operation = 1; operation <= 4; operation++) {
            FaultyStorage failing = storage.state().storage();
            failing.failFrom(operation, fault);
            try {
                new DurableFiles(failing).write(FILE, "new");
            } catch (IOException e) {
                // as it should
            }
            failing.left(Loss.OF_POWER)
                    .forEach(left -> assertTrue(
                            Set.of("old", "new").contains(left.text(FILE).orElse("none")), left::toString));
            failing.heal();
            new DurableFiles(failing).write(FILE, "newest");
            assertEquals(
                    Optional.of("newest"),
                    failing.left(Loss.OF_POWER).iterator().next().text(FILE));
        }
    }

    @Test
    void fileIsDeletedOnAFullDisk() throws IOException {
        files.write(FILE, "a right");
        storage.failFrom(1, Fault.NO_SPACE);

        files.delete(FILE);

        assertTrue(storage.left(Loss.OF_POWER).stream()
                .allMatch(left -> left.bytes(FILE).isEmpty()));
    }

    @Test
    void deletingWhatIsNotThereIsNoError() throws IOException {
        files.delete(FILE);
        files.delete(HOME.resolve("no/such/folder/file"));

        assertEquals(Set.of(), storage.state().files());
    }

    @Test
    void folderThatWasMadeIsThereWithThoseAboveIt() throws IOException {
        Path deep = HOME.resolve("one/two/three");

        files.makeFolder(deep);

        assertTrue(storage.left(Loss.OF_POWER).stream()
                .allMatch(left -> left.folders().contains(deep)));
    }

    @Test
    void folderThatSomebodyMadeWithoutForcingItIsForced() throws IOException {
        storage.makeFolder(HOME.resolve("one"));

        files.makeFolder(HOME.resolve("one"));

        assertTrue(storage.left(Loss.OF_POWER).stream()
                .allMatch(left -> left.folders().contains(HOME.resolve("one"))));
    }

    @Test
    void leftoverOfACrashDoesNotDisturb() throws IOException {
        storage.create(HOME.resolve("file.tmp"), new byte[100]);

        files.write(FILE, "new");

        assertEquals("new", storage.state().text(FILE).orElseThrow());
        assertEquals(Set.of(FILE), storage.state().files());
    }

    @Test
    void longStreamIsCopiedWhole(@TempDir Path folder) throws IOException {
        byte[] content = new byte[3 * 1024 * 1024 + 17];
        new Random(1).nextBytes(content);
        Path from = Files.write(folder.resolve("from"), content);

        DurableFiles.onDisk().copy(from, folder.resolve("to"));
        files.write(FILE, new ByteArrayInputStream(content));

        assertArrayEquals(content, Files.readAllBytes(folder.resolve("to")));
        assertArrayEquals(content, storage.read(FILE, content.length).orElseThrow());
    }

    @Test
    void fileLongerThanTheLimitIsRefused() throws IOException {
        files.write(FILE, "four");

        assertThrows(IOException.class, () -> storage.read(FILE, 3));
        assertFalse(storage.read(FILE, 4).isEmpty());
    }
}
