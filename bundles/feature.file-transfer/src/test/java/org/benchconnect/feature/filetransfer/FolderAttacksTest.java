package org.benchconnect.feature.filetransfer;

import static org.benchconnect.feature.filetransfer.Desk.TEXT;
import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTimeoutPreemptively;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.time.Duration;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.stream.Stream;
import org.benchconnect.core.session.LeaseEndedException;
import org.benchconnect.teamviewerbridge.files.TransferRefusedException;
import org.benchconnect.teamviewerbridge.files.TransferRefusedException.Reason;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Things in the folder that are no plain files, and folders that are swapped while a file is opened. */
class FolderAttacksTest {
    private static final byte[] SECRET = "not for anybody else\n".getBytes(StandardCharsets.UTF_8);
    private static final int ROUNDS = Integer.getInteger("benchconnect.rounds", 300);

    @TempDir
    private Path folder;

    private Desk desk;
    private Path secret;

    @BeforeEach
    void desk() throws Exception {
        desk = new Desk(folder.resolve("transfer"));
        secret = Files.write(folder.toRealPath().resolve("secret.txt"), SECRET);
        assertEquals(TEXT.length, SECRET.length, "a lease says the same size");
    }

    @Test
    void symbolicLink() throws Exception {
        Files.createSymbolicLink(desk.folder.resolve("a.txt"), secret);

        desk.sendingIsRefused(Reason.NO_PLAIN_FILE, "a.txt", SECRET.length);
    }

    @Test
    void symbolicLinkSwappedInBetweenCheckAndOpen() throws Exception {
        Path name = desk.folder.resolve("a.txt");
        Path link = Files.createSymbolicLink(folder.resolve("link"), secret);
        Path file = Files.write(folder.resolve("file"), TEXT);

        whileSwapping(
                () -> {
                    move(file, name);
                    move(name, file);
                    move(link, name);
                    move(name, link);
                },
                () -> sentOrRefused("a.txt"));
    }

    @Test
    void folderSwappedForALinkWhileItIsUsed() throws Exception {
        desk.write("a.txt", TEXT);
        Path elsewhere = Files.createDirectory(folder.resolve("elsewhere"));
        Files.write(elsewhere.resolve("a.txt"), SECRET);
        Path aside = folder.resolve("aside");
        Path link = Files.createSymbolicLink(folder.resolve("link"), elsewhere);

        whileSwapping(
                () -> {
                    move(desk.folder, aside);
                    move(link, desk.folder);
                    move(desk.folder, link);
                    move(aside, desk.folder);
                },
                () -> sentOrRefused("a.txt"));
    }

    @Test
    void folderSwappedForALinkWhileAFileIsReceived() throws Exception {
        Path elsewhere =
                Files.createDirectories(folder.resolve("elsewhere/quarantine")).getParent();
        Path aside = folder.resolve("aside");
        Path link = Files.createSymbolicLink(folder.resolve("link"), elsewhere);
        int[] number = {0};

        whileSwapping(
                () -> {
                    move(desk.folder, aside);
                    move(link, desk.folder);
                    move(desk.folder, link);
                    move(aside, desk.folder);
                },
                () -> {
                    try {
                        desk.receive("a" + number[0]++ + ".txt", TEXT);
                    } catch (TransferRefusedException refused) {
                        // as it should be
                    }
                });

        try (Stream<Path> there = Files.list(elsewhere.resolve("quarantine"))) {
            assertEquals(0, there.count(), "nothing came to lie elsewhere");
        }
    }

    @Test
    void linkToTheFolderOrAboveIt() throws Exception {
        desk.write("a.txt", TEXT);
        Path parent = Files.createSymbolicLink(folder.resolve("parent"), folder.toRealPath());
        Path itself = Files.createSymbolicLink(folder.resolve("itself"), desk.folder);

        for (Path path : new Path[] {itself, parent.resolve("transfer"), folder.resolve("missing"), secret}) {
            TransferRefusedException refused = assertThrows(TransferRefusedException.class, () -> Jail.hold(path));
            assertEquals(Reason.NO_FOLDER, refused.reason());
        }
    }

    @Test
    void quarantineIsALink() throws Exception {
        Path elsewhere = Files.createDirectory(folder.resolve("elsewhere"));
        Files.createSymbolicLink(desk.folder.resolve("quarantine"), elsewhere);

        desk.receivingIsRefused(Reason.NO_FOLDER, "a.txt", TEXT);

        try (Stream<Path> there = Files.list(elsewhere)) {
            assertEquals(0, there.count());
        }
    }

    @Test
    void placeInQuarantineIsALink() throws Exception {
        desk.receive("first.txt", TEXT);
        Files.createSymbolicLink(desk.folder.resolve("quarantine/a.txt.quarantine"), secret);

        desk.receivingIsRefused(Reason.NAME_TAKEN, "a.txt", TEXT);

        assertArrayEquals(SECRET, Files.readAllBytes(secret));
    }

    @Test
    void hardLink() throws Exception {
        Files.createLink(desk.folder.resolve("a.txt"), secret);

        desk.sendingIsRefused(Reason.NO_PLAIN_FILE, "a.txt", SECRET.length);
    }

    @Test
    void folderInPlaceOfAFile() throws Exception {
        Files.createDirectory(desk.folder.resolve("a.txt"));

        desk.sendingIsRefused(Reason.NO_PLAIN_FILE, "a.txt", TEXT.length);
    }

    @Test
    void missingFile() {
        desk.sendingIsRefused(Reason.NOT_THERE, "a.txt", TEXT.length);
    }

    @Test
    void deviceFile() throws Exception {
        assumeTrue(Files.exists(Path.of("/dev/zero")), "there is no /dev/zero");

        try (Jail devices = Jail.hold(Path.of("/dev"))) {
            TransferRefusedException refused = assertThrows(TransferRefusedException.class, () -> devices.read("zero"));
            assertEquals(Reason.NO_PLAIN_FILE, refused.reason());
        }
    }

    @Test
    void pipeDoesNotHang() throws Exception {
        pipe(desk.folder.resolve("a.txt"));

        assertTimeoutPreemptively(
                Duration.ofSeconds(30), () -> desk.sendingIsRefused(Reason.NO_PLAIN_FILE, "a.txt", TEXT.length));
    }

    @Test
    void pipeSwappedInBetweenCheckAndOpenDoesNotHang() throws Exception {
        Path pipe = pipe(folder.toRealPath().resolve("pipe"));
        Thread opener = Thread.currentThread();

        TransferRefusedException refused = assertTimeoutPreemptively(
                Duration.ofSeconds(60),
                () -> assertThrows(
                        TransferRefusedException.class,
                        () -> BoundedOpen.of(
                                () -> java.nio.channels.FileChannel.open(pipe, java.nio.file.StandardOpenOption.READ),
                                () -> java.nio.channels.FileChannel.open(
                                                pipe,
                                                java.nio.file.StandardOpenOption.READ,
                                                java.nio.file.StandardOpenOption.WRITE)
                                        .close(),
                                () -> {})));

        assertEquals(Reason.NO_PLAIN_FILE, refused.reason());
        assertTrue(opener.isAlive());
        assertTimeoutPreemptively(Duration.ofSeconds(30), () -> {
            for (Thread thread : Thread.getAllStackTraces().keySet()) {
                if (thread.getName().equals("file-transfer-open")) {
                    thread.join();
                }
            }
        });
    }

    @Test
    void incomingFileIsNotExecutableEvenUnderAWideUmask() throws Exception {
        desk.receive("a.txt", TEXT);

        assertFalse(Files.isExecutable(desk.folder.resolve("quarantine/a.txt.quarantine"))
                && Files.getPosixFilePermissions(desk.folder.resolve("quarantine/a.txt.quarantine")).stream()
                        .anyMatch(right -> right.name().endsWith("EXECUTE")));
    }

    private static Path pipe(Path path) throws IOException, InterruptedException {
        int exit;
        try {
            exit = new ProcessBuilder("mkfifo", path.toString()).start().waitFor();
        } catch (IOException e) {
            exit = 1;
        }
        assumeTrue(exit == 0, "there is no mkfifo");
        assertFalse(Files.isRegularFile(path, LinkOption.NOFOLLOW_LINKS));
        return path;
    }

    private void sentOrRefused(String name) throws Exception {
        try {
            assertArrayEquals(TEXT, desk.send(name, TEXT.length));
        } catch (TransferRefusedException refused) {
            // as it should be
        }
    }

    private static void move(Path from, Path to) throws IOException {
        Files.move(from, to, StandardCopyOption.ATOMIC_MOVE);
    }

    private static void whileSwapping(Step swap, Step attempt) throws Exception {
        AtomicBoolean end = new AtomicBoolean();
        Thread swapper = new Thread(() -> {
            try {
                while (!end.get()) {
                    swap.run();
                }
            } catch (Exception e) {
                throw new IllegalStateException(e);
            }
        });
        swapper.start();
        try {
            for (int round = 0; round < ROUNDS; round++) {
                attempt.run();
            }
        } finally {
            end.set(true);
            swapper.join();
        }
    }

    /** Part of an attack. */
    private interface Step {
        void run() throws IOException, LeaseEndedException, TransferRefusedException, Exception;
    }
}
