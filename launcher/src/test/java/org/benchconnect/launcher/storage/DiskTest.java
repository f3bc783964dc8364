package org.benchconnect.launcher.storage;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTimeoutPreemptively;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.function.Executable;
import org.junit.jupiter.api.io.TempDir;

/** What the twin does not have: rights, links, pipes. */
class DiskTest {
    private static final byte[] BYTES = {1, 2, 3};

    private final Storage disk = Disk.forOwner();

    @TempDir
    private Path folder;

    @BeforeEach
    void posix() throws IOException {
        assumeTrue(
                Files.getFileStore(folder).supportsFileAttributeView("posix"),
                "needs a POSIX file system, for rights, links and pipes");
    }

    private static String rights(Path path) throws IOException {
        return PosixFilePermissions.toString(Files.getPosixFilePermissions(path, LinkOption.NOFOLLOW_LINKS));
    }

    @Test
    void whatItMakesIsForTheOwnerOnly() throws IOException {
        disk.makeFolder(folder.resolve("one/two"));
        disk.create(folder.resolve("one/created"), BYTES);
        disk.append(folder.resolve("one/appended"), BYTES);

        assertEquals("rwx------", rights(folder.resolve("one")));
        assertEquals("rwx------", rights(folder.resolve("one/two")));
        assertEquals("rw-------", rights(folder.resolve("one/created")));
        assertEquals("rw-------", rights(folder.resolve("one/appended")));
    }

    @Test
    void whatIsPublicCanBeReadByAll() throws IOException {
        Disk.readableByAll().create(folder.resolve("device.pub"), BYTES);

        assertEquals("rw-r--r--", rights(folder.resolve("device.pub")));
    }

    @Test
    void linkInPlaceOfAFileIsAnError() throws IOException {
        Path target = Files.write(folder.resolve("target"), BYTES);
        Path link = Files.createSymbolicLink(folder.resolve("link"), target);

        for (Executable operation : List.<Executable>of(
                () -> disk.read(link, 10),
                () -> disk.length(link),
                () -> disk.append(link, BYTES),
                () -> disk.truncate(link, 0),
                () -> disk.force(link),
                () -> disk.rename(link, folder.resolve("moved")))) {
            assertThrows(IOException.class, operation);
        }

        assertEquals(3, Files.size(target));
        assertTrue(Files.isSymbolicLink(link));
    }

    @Test
    void linkGivesWayToANewFileAndKeepsItsTarget() throws IOException {
        Path target = Files.write(folder.resolve("target"), BYTES);
        Path link = Files.createSymbolicLink(folder.resolve("link"), target);

        disk.create(link, new byte[] {9});

        assertFalse(Files.isSymbolicLink(link));
        assertEquals(3, Files.size(target));
    }

    @Test
    void linkIsDeletedAndItsTargetStays() throws IOException {
        Path target = Files.write(folder.resolve("target"), BYTES);
        Path link = Files.createSymbolicLink(folder.resolve("link"), target);

        disk.delete(link);

        assertTrue(Files.notExists(link, LinkOption.NOFOLLOW_LINKS));
        assertTrue(Files.exists(target));
    }

    @Test
    void linkToNowhereIsNoMissingFile() throws IOException {
        Path link = Files.createSymbolicLink(folder.resolve("link"), folder.resolve("nowhere"));

        assertThrows(IOException.class, () -> disk.read(link, 10));
        assertThrows(IOException.class, () -> disk.append(link, BYTES));

        assertTrue(Files.notExists(folder.resolve("nowhere")));
    }

    @Test
    void pipeIsAnErrorAndBlocksNobody() throws Exception {
        Path pipe = folder.resolve("pipe");
        assumeTrue(new ProcessBuilder("mkfifo", pipe.toString()).start().waitFor() == 0, "needs mkfifo");

        assertTimeoutPreemptively(Duration.ofSeconds(60), () -> {
            assertThrows(IOException.class, () -> disk.read(pipe, 10));
            assertThrows(IOException.class, () -> disk.append(pipe, BYTES));
            assertThrows(IOException.class, () -> disk.force(pipe));
        });
    }

    @Test
    void onlyAFolderWithNothingInItIsDeleted() throws Exception {
        Path empty = Files.createDirectory(folder.resolve("empty"));
        Path full = Files.createDirectories(folder.resolve("full/inside")).getParent();

        disk.delete(empty);

        assertTrue(Files.notExists(empty));
        assertThrows(java.nio.file.DirectoryNotEmptyException.class, () -> disk.delete(full));
    }
}
