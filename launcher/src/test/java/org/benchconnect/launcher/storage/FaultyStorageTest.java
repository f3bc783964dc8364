package org.benchconnect.launcher.storage;

import static org.benchconnect.launcher.storage.TwinnedFiles.FILE;
import static org.benchconnect.launcher.storage.TwinnedFiles.HOME;
import static org.benchconnect.launcher.storage.TwinnedFiles.OTHER;
import static org.benchconnect.launcher.storage.TwinnedFiles.bytes;
import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.util.Set;
import org.benchconnect.launcher.storage.testing.DiskState;
import org.benchconnect.launcher.storage.testing.Fault;
import org.benchconnect.launcher.storage.testing.Loss;
import org.benchconnect.launcher.storage.testing.PowerLoss;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** How the twin fails, and how a test that fails on it says so. */
class FaultyStorageTest {
    private final TwinnedFiles files = new TwinnedFiles();

    @Test
    void fullDiskTakesNoByteButDeletesAndCuts() throws IOException {
        files.durable(FILE, "abcd");
        files.storage.failFrom(1, Fault.NO_SPACE);

        assertThrows(IOException.class, () -> files.storage.append(FILE, bytes("e")));
        assertThrows(IOException.class, () -> files.storage.create(OTHER, bytes("e")));
        assertThrows(IOException.class, () -> files.storage.makeFolder(HOME.resolve("below")));
        files.storage.truncate(FILE, 2);
        files.storage.rename(FILE, OTHER);
        files.storage.delete(OTHER);

        assertEquals(Set.of(), files.storage.state().files());
    }

    @Test
    void shortWriteLeavesTheFirstHalf() throws IOException {
        files.durable(FILE, "ab");
        files.storage.failFrom(1, Fault.SHORT_WRITE);

        assertThrows(IOException.class, () -> files.storage.append(FILE, bytes("cdef")));

        assertEquals("abcd", files.storage.state().text(FILE).orElseThrow());
    }

    @Test
    void whatAFailedForceDidNotWriteNoLaterForceBringsBack() throws IOException {
        files.durable(FILE, "ab");
        files.storage.append(FILE, bytes("cd"));
        files.storage.failFrom(1, 1, Fault.FORCE_ERROR);

        assertThrows(IOException.class, () -> files.storage.force(FILE));
        files.storage.append(FILE, bytes("ef"));
        files.storage.force(FILE);

        assertEquals("abcdef", files.storage.state().text(FILE).orElseThrow(), "programs see it still");
        assertEquals(Set.of("ab..ef"), files.left(FILE, Loss.OF_POWER));
    }

    @ParameterizedTest
    @EnumSource(
            value = Fault.class,
            names = {"READ_ONLY", "WRITE_ERROR"})
    void nothingChangesWhereNothingCanBeWritten(Fault fault) throws IOException {
        files.durable(FILE, "abcd");
        DiskState before = files.storage.state();
        files.storage.failFrom(1, fault);

        assertThrows(IOException.class, () -> files.storage.append(FILE, bytes("e")));
        assertThrows(IOException.class, () -> files.storage.create(FILE, bytes("e")));
        assertThrows(IOException.class, () -> files.storage.truncate(FILE, 1));
        assertThrows(IOException.class, () -> files.storage.rename(FILE, OTHER));
        assertThrows(IOException.class, () -> files.storage.delete(FILE));
        assertThrows(IOException.class, () -> files.storage.makeFolder(HOME.resolve("below")));

        assertEquals(before, files.storage.state());
        assertArrayEquals(bytes("abcd"), files.storage.read(FILE, 10).orElseThrow());
    }

    @Test
    void faultBeginsAtItsOperationAndEnds() throws IOException {
        files.storage.failFrom(2, 2, Fault.READ_ONLY);

        files.storage.create(FILE, bytes("a"));
        assertThrows(IOException.class, () -> files.storage.append(FILE, bytes("b")));
        assertThrows(IOException.class, () -> files.storage.append(FILE, bytes("c")));
        files.storage.append(FILE, bytes("d"));

        assertEquals("ad", files.storage.state().text(FILE).orElseThrow());
    }

    @Test
    void unreadableDiskTakesEverythingAndShowsNothing() throws IOException {
        files.storage.failFrom(1, Fault.READ_ERROR);

        files.storage.create(FILE, bytes("abcd"));

        assertThrows(IOException.class, () -> files.storage.read(FILE, 10));
        assertThrows(IOException.class, () -> files.storage.names(HOME));
        assertThrows(IOException.class, () -> files.storage.length(FILE));
        files.storage.heal();
        assertArrayEquals(bytes("abcd"), files.storage.read(FILE, 10).orElseThrow());
    }

    @Test
    void failureNamesTheOperationAndShowsTheDisk() throws IOException {
        PowerLoss<String> loss = PowerLoss.on(files.storage, Loss.OF_POWER, () -> "nothing promised");
        files.durable(FILE, "abcd");

        AssertionError told = assertThrows(
                AssertionError.class,
                () -> loss.check((left, known) -> assertTrue(left.bytes(FILE).isEmpty(), "it is there")));

        assertTrue(told.getMessage().contains("1 create"), told.getMessage());
        assertTrue(told.getMessage().contains("nothing promised"));
        assertTrue(told.getMessage().contains("it is there"));
    }
}
