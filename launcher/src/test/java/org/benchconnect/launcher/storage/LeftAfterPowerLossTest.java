package org.benchconnect.launcher.storage;

import static org.benchconnect.launcher.storage.TwinnedFiles.FILE;
import static org.benchconnect.launcher.storage.TwinnedFiles.HOME;
import static org.benchconnect.launcher.storage.TwinnedFiles.NONE;
import static org.benchconnect.launcher.storage.TwinnedFiles.OTHER;
import static org.benchconnect.launcher.storage.TwinnedFiles.bytes;
import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Path;
import java.util.Set;
import java.util.stream.Collectors;
import org.benchconnect.launcher.storage.testing.DiskState;
import org.benchconnect.launcher.storage.testing.FaultyStorage;
import org.benchconnect.launcher.storage.testing.Loss;
import org.junit.jupiter.api.Test;

/** What the twin says can be on a disk after a loss of power. */
class LeftAfterPowerLossTest {
    private final TwinnedFiles files = new TwinnedFiles();

    @Test
    void forcedBytesAndNamesAreThere() throws IOException {
        files.durable(FILE, "abcd");

        assertEquals(Set.of("abcd"), files.left(FILE, Loss.OF_POWER));
    }

    @Test
    void forcedBytesWithoutAForcedNameMayBeNowhere() throws IOException {
        files.storage.create(FILE, bytes("abcd"));
        files.storage.force(FILE);

        assertEquals(Set.of(NONE, "abcd"), files.left(FILE, Loss.OF_POWER));
    }

    @Test
    void forcedNameHasNothingOrAPartOrHolesInsteadOfTheBytes() throws IOException {
        files.storage.create(FILE, bytes("abcd"));
        files.storage.forceFolder(HOME);

        assertEquals(Set.of("", "a", "ab", "abc", "abcd", "....", "..cd", "ab.."), files.left(FILE, Loss.OF_POWER));
    }

    @Test
    void laterPartCanBeThereWithoutTheEarlierOne() throws IOException {
        files.durable(FILE, "ab");

        files.storage.append(FILE, bytes("c"));
        files.storage.append(FILE, bytes("d"));

        assertEquals(Set.of("ab", "abc", "ab.", "abcd", "ab.d", "abc.", "ab.."), files.left(FILE, Loss.OF_POWER));
        assertFalse(files.left(FILE, Loss.OF_POWER_IN_ORDER).contains("ab.d"));
    }

    @Test
    void cutThatIsNotForcedCanBeLostUnderWhatWasWrittenAfterIt() throws IOException {
        files.durable(FILE, "abcd");

        files.storage.truncate(FILE, 1);
        files.storage.append(FILE, bytes("X"));

        assertTrue(files.left(FILE, Loss.OF_POWER).containsAll(Set.of("abcd", "a", "aX", "aXcd")));
        assertFalse(files.left(FILE, Loss.OF_POWER_IN_ORDER).contains("aXcd"));
    }

    @Test
    void deletionThatIsNotForcedMayComeBack() throws IOException {
        files.durable(FILE, "abcd");

        files.storage.delete(FILE);

        assertEquals(Set.of(NONE, "abcd"), files.left(FILE, Loss.OF_POWER));
        assertEquals(Set.of(NONE), files.left(FILE, Loss.OF_THE_PROCESS));
    }

    @Test
    void renameIsWholeOrNotAtAll() throws IOException {
        files.durable(FILE, "old");
        files.durable(OTHER, "new");

        files.storage.rename(OTHER, FILE);

        assertEquals(Set.of("old", "new"), files.left(FILE, Loss.OF_POWER));
        assertTrue(files.storage.left(Loss.OF_POWER).stream()
                .allMatch(state -> state.bytes(OTHER).isPresent()
                        == state.text(FILE).orElseThrow().equals("old")));
    }

    @Test
    void fileThatMovesToAnotherFolderMayHaveBothNamesButNeverNone() throws IOException {
        files.durable(FILE, "abcd");
        files.storage.makeFolder(HOME.resolve("below"));
        files.storage.forceFolder(HOME);

        files.storage.rename(FILE, HOME.resolve("below/file"));

        Set<Integer> places = files.storage.left(Loss.OF_POWER).stream()
                .map(state -> state.files().size())
                .collect(Collectors.toSet());
        assertEquals(Set.of(1, 2), places);
    }

    @Test
    void folderWhoseNameWasNeverForcedTakesWithItWhatWasForcedInIt() throws IOException {
        Path below = HOME.resolve("below/file");
        files.storage.makeFolder(HOME.resolve("below"));
        files.storage.create(below, bytes("abcd"));
        files.storage.force(below);
        files.storage.forceFolder(HOME.resolve("below"));

        assertEquals(Set.of(NONE, "abcd"), files.left(below, Loss.OF_POWER));
        assertEquals(
                Set.of(1, 2),
                files.storage.left(Loss.OF_POWER).stream()
                        .map(state -> (int) state.folders().stream()
                                .filter(folder -> folder.startsWith(HOME))
                                .count())
                        .collect(Collectors.toSet()));
    }

    @Test
    void equalStatesCountOnce() throws IOException {
        files.durable(FILE, "same");

        files.storage.create(OTHER, new byte[0]);
        files.storage.delete(OTHER);

        assertEquals(2, files.storage.left(Loss.OF_POWER).size());
    }

    @Test
    void writeCanTearAtEveryByte() throws IOException {
        files.storage.tears(Integer.MAX_VALUE);
        files.durable(FILE, "");

        files.storage.append(FILE, bytes("abcdefghij"));

        Set<String> left = files.left(FILE, Loss.OF_POWER);
        for (int length = 0; length <= 10; length++) {
            assertTrue(left.contains("abcdefghij".substring(0, length)));
        }
    }

    @Test
    void pcGoesOnFromWhatWasLeft() throws IOException {
        files.durable(FILE, "abcd");
        DiskState state = files.storage.left(Loss.OF_POWER).iterator().next();

        FaultyStorage next = state.storage();
        next.append(FILE, bytes("ef"));

        assertArrayEquals(bytes("abcdef"), next.read(FILE, 10).orElseThrow());
        assertEquals("abcd", files.storage.state().text(FILE).orElseThrow(), "the one before is untouched");
    }

    @Test
    void codeThatForcesTooRarelyIsToldSo() throws IOException {
        for (int i = 0; i < 20; i++) {
            files.storage.create(HOME.resolve("file-" + i), bytes("x"));
        }

        IllegalStateException told = assertThrows(IllegalStateException.class, () -> files.storage.left(Loss.OF_POWER));

        assertTrue(told.getMessage().contains("forces too rarely"));
    }
}
