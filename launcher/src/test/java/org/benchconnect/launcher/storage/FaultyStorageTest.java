package org.benchconnect.launcher.storage;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.benchconnect.launcher.storage.testing.DiskState;
import org.benchconnect.launcher.storage.testing.Fault;
import org.benchconnect.launcher.storage.testing.FaultyStorage;
import org.benchconnect.launcher.storage.testing.Loss;
import org.benchconnect.launcher.storage.testing.PowerLoss;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** What the twin says can be on a disk, and how it fails. */
class FaultyStorageTest {
    private static final Path HOME = Path.of("/home-of-the-agent").toAbsolutePath();
    private static final Path FILE = HOME.resolve("file");
    private static final Path OTHER = HOME.resolve("other");
    private static final String NONE = "none";

    private final FaultyStorage storage = new FaultyStorage(HOME);

    private static byte[] bytes(String text) {
        return text.getBytes(StandardCharsets.US_ASCII);
    }

    private void durable(Path file, String text) throws IOException {
        storage.create(file, bytes(text));
        storage.force(file);
        storage.forceFolder(HOME);
    }

    /** Every content that a file can have now, zeros as full stops. */
    private Set<String> left(Path file, Loss loss) {
        return storage.left(loss).stream()
                .map(state ->
                        state.text(file).map(text -> text.replace('\0', '.')).orElse(NONE))
                .collect(Collectors.toCollection(TreeSet::new));
    }

    /** After a loss of power. */
    @Nested
    class Left {
        @Test
        void forcedBytesAndNamesAreThere() throws IOException {
            durable(FILE, "abcd");

            assertEquals(Set.of("abcd"), left(FILE, Loss.OF_POWER));
        }

        @Test
        void forcedBytesWithoutAForcedNameMayBeNowhere() throws IOException {
            storage.create(FILE, bytes("abcd"));
            storage.force(FILE);

            assertEquals(Set.of(NONE, "abcd"), left(FILE, Loss.OF_POWER));
        }

        @Test
        void forcedNameHasNothingOrAPartOrHolesInsteadOfTheBytes() throws IOException {
            storage.create(FILE, bytes("abcd"));
            storage.forceFolder(HOME);

            assertEquals(Set.of("", "a", "ab", "abc", "abcd", "....", "..cd", "ab.."), left(FILE, Loss.OF_POWER));
        }

        @Test
        void laterPartCanBeThereWithoutTheEarlierOne() throws IOException {
            durable(FILE, "ab");

            storage.append(FILE, bytes("c"));
            storage.append(FILE, bytes("d"));

            assertEquals(Set.of("ab", "abc", "ab.", "abcd", "ab.d", "abc.", "ab.."), left(FILE, Loss.OF_POWER));
            assertFalse(left(FILE, Loss.OF_POWER_IN_ORDER).contains("ab.d"));
        }

        @Test
        void cutThatIsNotForcedCanBeLostUnderWhatWasWrittenAfterIt() throws IOException {
            durable(FILE, "abcd");

            storage.truncate(FILE, 1);
            storage.append(FILE, bytes("X"));

            assertTrue(left(FILE, Loss.OF_POWER).containsAll(Set.of("abcd", "a", "aX", "aXcd")));
            assertFalse(left(FILE, Loss.OF_POWER_IN_ORDER).contains("aXcd"));
        }

        @Test
        void deletionThatIsNotForcedMayComeBack() throws IOException {
            durable(FILE, "abcd");

            storage.delete(FILE);

            assertEquals(Set.of(NONE, "abcd"), left(FILE, Loss.OF_POWER));
            assertEquals(Set.of(NONE), left(FILE, Loss.OF_THE_PROCESS));
        }

        @Test
        void renameIsWholeOrNotAtAll() throws IOException {
            durable(FILE, "old");
            durable(OTHER, "new");

            storage.rename(OTHER, FILE);

            assertEquals(Set.of("old", "new"), left(FILE, Loss.OF_POWER));
            assertTrue(storage.left(Loss.OF_POWER).stream()
                    .allMatch(state -> state.bytes(OTHER).isPresent()
                            == state.text(FILE).orElseThrow().equals("old")));
        }

        @Test
        void fileThatMovesToAnotherFolderMayHaveBothNamesButNeverNone() throws IOException {
            durable(FILE, "abcd");
            storage.makeFolder(HOME.resolve("below"));
            storage.forceFolder(HOME);

            storage.rename(FILE, HOME.resolve("below/file"));

            Set<Integer> places = storage.left(Loss.OF_POWER).stream()
                    .map(state -> state.files().size())
                    .collect(Collectors.toSet());
            assertEquals(Set.of(1, 2), places);
        }

        @Test
        void folderWhoseNameWasNeverForcedTakesWithItWhatWasForcedInIt() throws IOException {
            Path below = HOME.resolve("below/file");
            storage.makeFolder(HOME.resolve("below"));
            storage.create(below, bytes("abcd"));
            storage.force(below);
            storage.forceFolder(HOME.resolve("below"));

            assertEquals(Set.of(NONE, "abcd"), left(below, Loss.OF_POWER));
            assertEquals(
                    Set.of(1, 2),
                    storage.left(Loss.OF_POWER).stream()
                            .map(state -> (int) state.folders().stream()
                                    .filter(folder -> folder.startsWith(HOME))
                                    .count())
                            .collect(Collectors.toSet()));
        }

        @Test
        void equalStatesCountOnce() throws IOException {
            durable(FILE, "same");

            storage.create(OTHER, new byte[0]);
            storage.delete(OTHER);

            assertEquals(2, storage.left(Loss.OF_POWER).size());
        }

        @Test
        void writeCanTearAtEveryByte() throws IOException {
            storage.tears(Integer.MAX_VALUE);
            durable(FILE, "");

            storage.append(FILE, bytes("abcdefghij"));

            Set<String> left = left(FILE, Loss.OF_POWER);
            for (int length = 0; length <= 10; length++) {
                assertTrue(left.contains("abcdefghij".substring(0, length)));
            }
        }

        @Test
        void pcGoesOnFromWhatWasLeft() throws IOException {
            durable(FILE, "abcd");
            DiskState state = storage.left(Loss.OF_POWER).iterator().next();

            FaultyStorage next = state.storage();
            next.append(FILE, bytes("ef"));

            assertArrayEquals(bytes("abcdef"), next.read(FILE, 10).orElseThrow());
            assertEquals("abcd", storage.state().text(FILE).orElseThrow(), "the one before is untouched");
        }

        @Test
        void codeThatForcesTooRarelyIsToldSo() throws IOException {
            for (int i = 0; i < 20; i++) {
                storage.create(HOME.resolve("file-" + i), bytes("x"));
            }

            IllegalStateException told = assertThrows(IllegalStateException.class, () -> storage.left(Loss.OF_POWER));

            assertTrue(told.getMessage().contains("forces too rarely"));
        }
    }

    /** While the disk fails. */
    @Nested
    class Failing {
        @Test
        void fullDiskTakesNoByteButDeletesAndCuts() throws IOException {
            durable(FILE, "abcd");
            storage.failFrom(1, Fault.NO_SPACE);

            assertThrows(IOException.class, () -> storage.append(FILE, bytes("e")));
            assertThrows(IOException.class, () -> storage.create(OTHER, bytes("e")));
            assertThrows(IOException.class, () -> storage.makeFolder(HOME.resolve("below")));
            storage.truncate(FILE, 2);
            storage.rename(FILE, OTHER);
            storage.delete(OTHER);

            assertEquals(Set.of(), storage.state().files());
        }

        @Test
        void shortWriteLeavesTheFirstHalf() throws IOException {
            durable(FILE, "ab");
            storage.failFrom(1, Fault.SHORT_WRITE);

            assertThrows(IOException.class, () -> storage.append(FILE, bytes("cdef")));

            assertEquals("abcd", storage.state().text(FILE).orElseThrow());
        }

        @Test
        void whatAFailedForceDidNotWriteNoLaterForceBringsBack() throws IOException {
            durable(FILE, "ab");
            storage.append(FILE, bytes("cd"));
            storage.failFrom(1, 1, Fault.FORCE_ERROR);

            assertThrows(IOException.class, () -> storage.force(FILE));
            storage.append(FILE, bytes("ef"));
            storage.force(FILE);

            assertEquals("abcdef", storage.state().text(FILE).orElseThrow(), "programs see it still");
            assertEquals(Set.of("ab..ef"), left(FILE, Loss.OF_POWER));
        }

        @ParameterizedTest
        @EnumSource(
                value = Fault.class,
                names = {"READ_ONLY", "WRITE_ERROR"})
        void nothingChangesWhereNothingCanBeWritten(Fault fault) throws IOException {
            durable(FILE, "abcd");
            DiskState before = storage.state();
            storage.failFrom(1, fault);

            assertThrows(IOException.class, () -> storage.append(FILE, bytes("e")));
            assertThrows(IOException.class, () -> storage.create(FILE, bytes("e")));
            assertThrows(IOException.class, () -> storage.truncate(FILE, 1));
            assertThrows(IOException.class, () -> storage.rename(FILE, OTHER));
            assertThrows(IOException.class, () -> storage.delete(FILE));
            assertThrows(IOException.class, () -> storage.makeFolder(HOME.resolve("below")));

            assertEquals(before, storage.state());
            assertArrayEquals(bytes("abcd"), storage.read(FILE, 10).orElseThrow());
        }

        @Test
        void faultBeginsAtItsOperationAndEnds() throws IOException {
            storage.failFrom(2, 2, Fault.READ_ONLY);

            storage.create(FILE, bytes("a"));
            assertThrows(IOException.class, () -> storage.append(FILE, bytes("b")));
            assertThrows(IOException.class, () -> storage.append(FILE, bytes("c")));
            storage.append(FILE, bytes("d"));

            assertEquals("ad", storage.state().text(FILE).orElseThrow());
        }

        @Test
        void unreadableDiskTakesEverythingAndShowsNothing() throws IOException {
            storage.failFrom(1, Fault.READ_ERROR);

            storage.create(FILE, bytes("abcd"));

            assertThrows(IOException.class, () -> storage.read(FILE, 10));
            assertThrows(IOException.class, () -> storage.names(HOME));
            assertThrows(IOException.class, () -> storage.length(FILE));
            storage.heal();
            assertArrayEquals(bytes("abcd"), storage.read(FILE, 10).orElseThrow());
        }
    }

    @Test
    void failureNamesTheOperationAndShowsTheDisk() throws IOException {
        PowerLoss<String> loss = PowerLoss.on(storage, Loss.OF_POWER, () -> "nothing promised");
        durable(FILE, "abcd");

        AssertionError told = assertThrows(
                AssertionError.class,
                () -> loss.check((left, known) -> assertTrue(left.bytes(FILE).isEmpty(), "it is there")));

        assertTrue(told.getMessage().contains("1 create"), told.getMessage());
        assertTrue(told.getMessage().contains("nothing promised"));
        assertTrue(told.getMessage().contains("it is there"));
    }
}
