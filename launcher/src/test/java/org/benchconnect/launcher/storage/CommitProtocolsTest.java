package org.benchconnect.launcher.storage;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.benchconnect.launcher.storage.testing.DiskState;
import org.benchconnect.launcher.storage.testing.FaultyStorage;
import org.benchconnect.launcher.storage.testing.Loss;
import org.benchconnect.launcher.storage.testing.PowerLoss;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/**
 * The ways in which programs move a pointer file to a new payload. The twin finds, for each unsafe one, states that do not boot; for the right one none. A PC boots
 * if its pointer names a payload that is whole.
 */
class CommitProtocolsTest {
    private static final Path HOME = Path.of("/home-of-the-agent").toAbsolutePath();
    private static final Path POINTER = HOME.resolve("current");
    private static final byte[] OLD = "payload old".getBytes(StandardCharsets.US_ASCII);
    private static final byte[] NEW = "payload new, and longer".getBytes(StandardCharsets.US_ASCII);

    /** What the protocols do. */
    private interface Commit {
        void to(Storage storage) throws IOException;
    }

    private static void payload(Storage storage) throws IOException {
        storage.makeFolder(HOME.resolve("2"));
        storage.create(HOME.resolve("2/payload"), NEW);
    }

    private static void forcedPayload(Storage storage) throws IOException {
        payload(storage);
        storage.force(HOME.resolve("2/payload"));
        storage.forceFolder(HOME.resolve("2"));
        storage.forceFolder(HOME);
    }

    private static final byte[] TWO = {'2', '\n'};

    /** Each leaves something out that the right one does. */
    private enum Unsafe {
        DELETE_AND_LINK_ANEW(storage -> {
            payload(storage);
            storage.delete(POINTER);
            storage.create(POINTER, TWO);
        }),
        DELETE_AND_LINK_ANEW_WITH_ALL_FORCED(storage -> {
            forcedPayload(storage);
            storage.delete(POINTER);
            storage.create(POINTER, TWO);
            storage.force(POINTER);
            storage.forceFolder(HOME);
        }),
        POINTER_WRITTEN_IN_PLACE(storage -> {
            forcedPayload(storage);
            storage.truncate(POINTER, 0);
            storage.append(POINTER, TWO);
            storage.force(POINTER);
        }),
        RENAME_WITHOUT_FORCE(storage -> {
            payload(storage);
            storage.create(HOME.resolve("current.tmp"), TWO);
            storage.rename(HOME.resolve("current.tmp"), POINTER);
        }),
        POINTER_FORCED_BEFORE_THE_PAYLOAD(storage -> {
            payload(storage);
            new DurableFiles(storage).write(POINTER, TWO);
        }),
        PAYLOAD_FORCED_BUT_NOT_ITS_NAME(storage -> {
            payload(storage);
            storage.force(HOME.resolve("2/payload"));
            new DurableFiles(storage).write(POINTER, TWO); // forces the name of the folder 2, not the names in it
        });

        private final Commit commit;

        Unsafe(Commit commit) {
            this.commit = commit;
        }
    }

    private static void right(Storage storage) throws IOException {
        DurableFiles files = new DurableFiles(storage);
        files.makeFolder(HOME.resolve("2"));
        files.write(HOME.resolve("2/payload"), NEW);
        files.write(POINTER, TWO);
    }

    private static FaultyStorage bootable() throws IOException {
        FaultyStorage storage = new FaultyStorage(HOME);
        DurableFiles files = new DurableFiles(storage);
        files.makeFolder(HOME.resolve("1"));
        files.write(HOME.resolve("1/payload"), OLD);
        files.write(POINTER, "1\n");
        return storage;
    }

    private static PowerLoss.Counts unbootable(Commit commit, Loss loss) throws IOException {
        FaultyStorage storage = bootable();
        PowerLoss<Boolean> all = PowerLoss.on(storage, loss, () -> true);

        commit.to(storage);

        return all.count((left, known) -> assertTrue(boots(left)));
    }

    private static boolean boots(DiskState left) {
        Optional<String> name = left.text(POINTER);
        List<byte[]> wholes = List.of(OLD, NEW);
        return name.filter(text -> List.of("1\n", "2\n").contains(text))
                .map(text -> Integer.parseInt(text.strip()))
                .flatMap(number -> left.bytes(HOME.resolve(number + "/payload"))
                        .filter(bytes -> Arrays.equals(bytes, wholes.get(number - 1))))
                .isPresent();
    }

    @ParameterizedTest
    @EnumSource
    void unsafeProtocolLeavesAStateThatDoesNotBoot(Unsafe protocol) throws IOException {
        int bad = unbootable(protocol.commit, Loss.OF_POWER).bad();

        assertTrue(bad > 0, protocol + " was not found out");
    }

    @ParameterizedTest
    @EnumSource(Loss.class)
    void rightProtocolBootsFromEveryState(Loss loss) throws IOException {
        int bad = unbootable(CommitProtocolsTest::right, loss).bad();

        assertEquals(0, bad);
    }

    @ParameterizedTest
    @EnumSource(
            value = Unsafe.class,
            names = {"RENAME_WITHOUT_FORCE", "POINTER_FORCED_BEFORE_THE_PAYLOAD", "PAYLOAD_FORCED_BUT_NOT_ITS_NAME"})
    void killingTheProcessAlonePassesUnsafeProtocols(Unsafe protocol) throws IOException {
        int bad = unbootable(protocol.commit, Loss.OF_THE_PROCESS).bad();

        assertEquals(0, bad, "this is why power is lost here too");
    }

    @Test
    void onceTheRightProtocolReturnedOnlyTheNewPayloadBoots() throws IOException {
        FaultyStorage storage = bootable();

        right(storage);

        for (DiskState left : storage.left(Loss.OF_POWER)) {
            assertEquals("2\n", left.text(POINTER).orElseThrow());
            assertTrue(boots(left));
        }
    }

    @Test
    void twoRunsGiveTheSameStatesInTheSameOrder() throws IOException {
        FaultyStorage one = bootable();
        FaultyStorage other = bootable();

        payload(one);
        payload(other);

        assertEquals(List.copyOf(one.left(Loss.OF_POWER)), List.copyOf(other.left(Loss.OF_POWER)));
    }
}
