package org.benchconnect.feature.filetransfer;

import static org.benchconnect.feature.filetransfer.Desk.TEXT;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.List;
import org.benchconnect.core.ledger.Detail;
import org.benchconnect.core.ledger.EventKind;
import org.benchconnect.core.session.FileToTransfer;
import org.benchconnect.core.session.FileToTransfer.Direction;
import org.benchconnect.teamviewerbridge.files.Incoming;
import org.benchconnect.teamviewerbridge.files.Outgoing;
import org.benchconnect.teamviewerbridge.files.TransferRefusedException;
import org.benchconnect.teamviewerbridge.files.TransferRefusedException.Reason;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Sizes, types and bytes that are not what they say. */
class ContentAttacksTest {
    @TempDir
    private Path folder;

    private Desk desk;

    @BeforeEach
    void desk() throws Exception {
        desk = new Desk(folder.resolve("transfer"), 300_000);
    }

    @Test
    void tooLarge() throws Exception {
        desk.write("a.txt", new byte[300_001]);

        desk.sendingIsRefused(Reason.TOO_LARGE, "a.txt", 300_001);
        desk.receivingIsRefused(Reason.TOO_LARGE, "a.txt", new byte[300_001]);
        desk.sendingIsRefused(Reason.TOO_LARGE, "a.txt", FileToTransfer.MOST);
        desk.sendingIsRefused(Reason.OTHER_SIZE, "a.txt", 0);
    }

    @ParameterizedTest
    @ValueSource(longs = {1, 20, 22, 1000})
    void anotherSizeThanThatOfTheLease(long size) throws Exception {
        desk.write("a.txt", TEXT);

        desk.sendingIsRefused(Reason.OTHER_SIZE, "a.txt", size);
    }

    @Test
    void growsBeyondItsStatedSizeWhileItIsSent() throws Exception {
        Path file = desk.write("a.txt", TEXT);
        try (Outgoing out = desk.transfer.send(desk.leases.file(Direction.OUT, "a.txt", TEXT.length))) {
            Files.write(file, TEXT, StandardOpenOption.APPEND);

            refusedAsChanged(out);
        }
    }

    @Test
    void shrinksWhileItIsSent() throws Exception {
        Path file = desk.write("a.txt", TEXT);
        try (Outgoing out = desk.transfer.send(desk.leases.file(Direction.OUT, "a.txt", TEXT.length))) {
            Files.write(file, Arrays.copyOf(TEXT, 3));

            refusedAsChanged(out);
        }
    }

    @Test
    void otherBytesOfTheSameSizeWhileItIsSent() throws Exception {
        byte[] large = new byte[250_000];
        Arrays.fill(large, (byte) 'a');
        Path file = desk.write("a.txt", large);
        try (Outgoing out = desk.transfer.send(desk.leases.file(Direction.OUT, "a.txt", large.length))) {
            out.read(ByteBuffer.allocate(1000));
            large[249_999] = 'b';
            Files.write(file, large);

            refusedAsChanged(out);
        }
    }

    private void refusedAsChanged(Outgoing out) {
        TransferRefusedException refused = assertThrows(TransferRefusedException.class, () -> Desk.all(out));

        assertEquals(Reason.CHANGED, refused.reason());
        assertEquals(List.of("FILE_SENT", "FILE_REFUSED CHANGED"), desk.ledger.said());
        assertEquals("0", desk.ledger.only(EventKind.FILE_REFUSED).details().get(Detail.ENTRY));
    }

    @Test
    void moreBytesComeThanTheLeaseSays() throws Exception {
        try (Incoming in = desk.transfer.receive(desk.leases.file(Direction.IN, "a.txt", 5))) {
            in.write(ByteBuffer.wrap(TEXT, 0, 5));

            TransferRefusedException refused =
                    assertThrows(TransferRefusedException.class, () -> in.write(ByteBuffer.wrap(TEXT, 0, 1)));
            assertEquals(Reason.OTHER_SIZE, refused.reason());
        }
        assertEquals(List.of(), desk.quarantine());
    }

    @Test
    void fewerBytesComeThanTheLeaseSays() throws Exception {
        try (Incoming in = desk.transfer.receive(desk.leases.file(Direction.IN, "a.txt", 1000))) {
            in.write(ByteBuffer.wrap(TEXT));

            assertEquals(
                    Reason.OTHER_SIZE,
                    assertThrows(TransferRefusedException.class, in::finish).reason());
        }
        assertEquals(List.of(), desk.quarantine());
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "a.exe",
                "a.txt.exe",
                "a.bat",
                "a.lnk",
                "a.scr",
                "a.jar",
                "a.zip",
                "a.docm",
                "a.html",
                "a.svg",
                "a.js",
                "a.ps1",
                "a.lmd",
                "a.fcs",
                "a",
                "txt",
                "a.txtx",
                "a.quarantine",
                "a.part"
            })
    void refusedType(String name) throws Exception {
        desk.sendingIsRefused(Reason.TYPE, name, TEXT.length);
        desk.receivingIsRefused(Reason.TYPE, name, TEXT);
    }

    @ParameterizedTest
    @CsvSource({
        "a.txt, 4d5a900003000000", // a program of Windows
        "a.log, 7f454c4602010100", // a program of Linux
        "a.csv, 504b030414000000", // a zip file
        "a.json, 1f8b0800000000ff", // gzip
        "a.txt, 61621a63", // an end of file for old programs, then more
        "a.txt, 1b5b324a", // commands to a terminal
        "a.pdf, 4d5a9000255044462d312e370a2525454f46", // a document, somewhere behind the beginning of a program
        "a.pdf, 255044462d312e37", // no end
        "a.png, 89504e470d0a1a0a0000000049454e44ae426082504b0304", // an image with a zip file behind it
        "a.png, 474946383961", // an image of another kind
        "a.jpg, ffd8ffe000ffd9ffd94d5a", // a photograph with a program behind it
        "a.jpg, ffd8",
        "a.pdf, 25"
    })
    void typeThatLiesAboutItself(String name, String hex) throws Exception {
        byte[] content = HexFormat.of().parseHex(hex);
        desk.write(name, content);

        desk.sendingIsRefused(Reason.CONTENT, name, content.length);
        desk.receivingIsRefused(Reason.CONTENT, name, content);
    }

    @Test
    void typeThatLiesAboutItselfInSmallParts() throws Exception {
        byte[] content = HexFormat.of().parseHex("89504e470d0a1a0a0000000049454e44ae4260824d5a");
        try (Incoming in = desk.transfer.receive(desk.leases.file(Direction.IN, "a.png", content.length))) {
            for (byte one : content) {
                in.write(ByteBuffer.wrap(new byte[] {one}));
            }

            assertEquals(
                    Reason.CONTENT,
                    assertThrows(TransferRefusedException.class, in::finish).reason());
        }
        assertEquals(List.of(), desk.quarantine());
    }

    @Test
    void fullLedger() throws Exception {
        desk.write("a.txt", TEXT);
        desk.ledger.full = true;

        desk.sendingIsRefused(Reason.LEDGER, "a.txt", TEXT.length);
        desk.receivingIsRefused(Reason.LEDGER, "a.txt", TEXT);
    }

    /** A real disk of its own, which only root can have. */
    @Test
    void fullDisk() throws Exception {
        Path disk = Files.createDirectory(folder.toRealPath().resolve("disk"));
        assumeTrue(
                run("mount", "-t", "tmpfs", "-o", "size=128k", "tmpfs", disk.toString()), "only root may mount a disk");
        try {
            Desk small = new Desk(disk.resolve("transfer"));
            byte[] content = new byte[250_000];
            Arrays.fill(content, (byte) 'a');

            small.receivingIsRefused(Reason.DISK, "a.txt", content);

            assertRoomAgain(small);
        } finally {
            run("umount", disk.toString());
        }
    }

    private static void assertRoomAgain(Desk small) throws Exception {
        small.receive("b.txt", TEXT);
        assertEquals(List.of("b.txt.quarantine"), small.quarantine());
    }

    @Test
    void diskWithoutRoomToSpare() throws Exception {
        Limits limits = new Limits(java.util.Optional.of(desk.folder), 1000, FileType.of("txt"), Long.MAX_VALUE / 2);
        FolderTransfer transfer = new FolderTransfer(limits, desk.ledger, desk.leases);

        TransferRefusedException refused = assertThrows(
                TransferRefusedException.class,
                () -> transfer.receive(desk.leases.file(Direction.IN, "a.txt", TEXT.length)));

        assertEquals(Reason.DISK, refused.reason());
    }

    private static boolean run(String... command) throws InterruptedException {
        try {
            return new ProcessBuilder(command).start().waitFor() == 0;
        } catch (IOException e) {
            return false;
        }
    }
}
