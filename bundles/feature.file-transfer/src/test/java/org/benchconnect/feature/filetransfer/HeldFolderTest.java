package org.benchconnect.feature.filetransfer;

import static org.benchconnect.feature.filetransfer.Desk.TEXT;
import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.benchconnect.teamviewerbridge.files.TransferRefusedException;
import org.benchconnect.teamviewerbridge.files.TransferRefusedException.Reason;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The folder as it is held on Windows, as far as other systems can show it. */
class HeldFolderTest {
    @TempDir
    private Path temporary;

    private Path folder;

    @BeforeEach
    void folder() throws Exception {
        folder = Files.createDirectory(temporary.toRealPath().resolve("transfer"));
    }

    @Test
    void aFileIsReadMadeReplacedAndDeleted() throws Exception {
        try (Jail jail = HeldFolder.hold(folder);
                Jail inner = jail.inner("quarantine")) {
            try (FileChannel made = inner.create("a.part")) {
                made.write(ByteBuffer.wrap(TEXT));
            }
            inner.create("a").close();
            inner.replace("a.part", "a");
            inner.force();

            assertTrue(inner.names().contains("a"));
            assertTrue(inner.room() > 0);
            try (FileChannel read = inner.read("a")) {
                ByteBuffer bytes = ByteBuffer.allocate(TEXT.length);
                read.read(bytes);
                assertArrayEquals(TEXT, bytes.array());
            }
            assertThrows(FileAlreadyExistsException.class, () -> inner.create("a"));
            inner.delete("a");
            inner.delete("a");
        }
    }

    @Test
    void linksFoldersAndWhatIsMissingAreRefused() throws Exception {
        Path secret = Files.write(temporary.resolve("secret"), TEXT);
        Files.createSymbolicLink(folder.resolve("link"), secret);
        Files.createDirectory(folder.resolve("folder"));
        Files.createLink(folder.resolve("second"), secret);
        try (Jail jail = HeldFolder.hold(folder)) {
            assertEquals(Reason.NO_PLAIN_FILE, refused(() -> jail.read("link")));
            assertEquals(Reason.NO_PLAIN_FILE, refused(() -> jail.read("folder")));
            assertEquals(Reason.NO_PLAIN_FILE, refused(() -> jail.read("second")));
            assertEquals(Reason.NOT_THERE, refused(() -> jail.read("missing")));
        }
    }

    @Test
    void aLinkToTheFolderOrAboveItIsRefused() throws Exception {
        Path itself = Files.createSymbolicLink(temporary.resolve("itself"), folder);
        Path above = Files.createSymbolicLink(temporary.resolve("above"), temporary.toRealPath());

        assertEquals(Reason.NO_FOLDER, refused(() -> HeldFolder.hold(itself)));
        assertEquals(Reason.NO_FOLDER, refused(() -> HeldFolder.hold(above.resolve("transfer"))));
        assertEquals(Reason.NO_FOLDER, refused(() -> HeldFolder.hold(temporary.resolve("missing"))));
    }

    private static Reason refused(org.junit.jupiter.api.function.Executable attempt) {
        return assertThrows(TransferRefusedException.class, attempt).reason();
    }
}
