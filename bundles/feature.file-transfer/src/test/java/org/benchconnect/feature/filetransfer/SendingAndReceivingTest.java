package org.benchconnect.feature.filetransfer;

import static org.benchconnect.feature.filetransfer.Desk.TEXT;
import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.ByteBuffer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermission;
import java.security.MessageDigest;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.Set;
import org.benchconnect.core.ledger.Detail;
import org.benchconnect.core.ledger.EventKind;
import org.benchconnect.core.session.FileToTransfer;
import org.benchconnect.core.session.FileToTransfer.Direction;
import org.benchconnect.core.session.LeaseEnd;
import org.benchconnect.teamviewerbridge.files.Incoming;
import org.benchconnect.teamviewerbridge.files.Outgoing;
import org.benchconnect.teamviewerbridge.files.TransferRefusedException;
import org.benchconnect.teamviewerbridge.files.TransferRefusedException.Reason;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** One file with its lease, out and in. */
class SendingAndReceivingTest {
    @TempDir
    private Path folder;

    private Desk desk;

    @BeforeEach
    void desk() throws Exception {
        desk = new Desk(folder.resolve("transfer"));
    }

    @Test
    void aFileIsSentByteForByteAndIsInTheLedgerBeforeItsFirstByte() throws Exception {
        byte[] content = new byte[200_001];
        Random random = new Random(1);
        for (int at = 0; at < content.length; at++) {
            content[at] = (byte) ('a' + random.nextInt(26));
        }
        desk.write("record.txt", content);
        GivenLeases.Given lease = desk.leases.file(Direction.OUT, "record.txt", content.length);

        try (Outgoing out = desk.transfer.send(lease)) {
            assertEquals(List.of("FILE_SENT"), desk.ledger.said());
            assertArrayEquals(content, Desk.all(out));
            assertEquals(-1, out.read(ByteBuffer.allocate(10)));
        }

        assertEquals(
                Map.of(
                        Detail.LEASE, lease.id(),
                        Detail.SESSION, "session-1",
                        Detail.DIRECTION, "out",
                        Detail.SIZE, "200001",
                        Detail.DIGEST, sha256(content)),
                desk.ledger.only(EventKind.FILE_SENT).details());
        assertEquals(LeaseEnd.DONE, lease.why);
        assertEquals(1, desk.ledger.size());
    }

    @Test
    void aFileIsReceivedIntoQuarantineWhereNobodyCanExecuteIt() throws Exception {
        String digest = desk.receive("manual.txt", TEXT);

        Path received = desk.folder.resolve("quarantine/manual.txt.quarantine");
        assertArrayEquals(TEXT, Files.readAllBytes(received));
        assertEquals(sha256(TEXT), digest);
        assertEquals(digest, desk.ledger.only(EventKind.FILE_RECEIVED).details().get(Detail.DIGEST));
        assertEquals(List.of("manual.txt.quarantine"), desk.quarantine());
        assertEquals(
                Set.of(PosixFilePermission.OWNER_READ, PosixFilePermission.OWNER_WRITE, PosixFilePermission.GROUP_READ),
                Files.getPosixFilePermissions(received));
    }

    @Test
    void whatWouldBeRefusedIsKnownBeforeAPersonIsAskedAndLeavesNoTrace() throws Exception {
        desk.transfer.examine(new FileToTransfer(Direction.IN, "manual.txt", 10));

        examinedIs(Reason.NAME, "../manual.txt", 10);
        examinedIs(Reason.NAME, "manual\u202etxt.txt", 10);
        examinedIs(Reason.TYPE, "manual.exe", 10);
        examinedIs(Reason.OTHER_SIZE, "manual.txt", 0);
        examinedIs(Reason.TOO_LARGE, "manual.txt", 1_000_001);
        assertEquals(List.of(), desk.ledger.said());
        assertEquals(List.of(), desk.quarantine());
        Files.delete(desk.folder);
        examinedIs(Reason.NO_FOLDER, "manual.txt", 10);
    }

    private void examinedIs(Reason reason, String name, long size) {
        FileToTransfer file = new FileToTransfer(Direction.IN, name, size);
        assertEquals(
                reason,
                assertThrows(TransferRefusedException.class, () -> desk.transfer.examine(file), name)
                        .reason());
    }

    @Test
    void aReceivedFileIsInTheLedgerBeforeItHasItsName() throws Exception {
        desk.ledger.whileWriting = () -> assertEquals(
                0,
                folder.resolve("transfer/quarantine/manual.txt.quarantine")
                        .toFile()
                        .length());

        desk.receive("manual.txt", TEXT);

        assertEquals(List.of("FILE_RECEIVED"), desk.ledger.said());
    }

    @ParameterizedTest
    @CsvSource({
        "a.pdf, 255044462d312e370a2525454f460a",
        "a.png, 89504e470d0a1a0a0000000049454e44ae426082",
        "a.jpg, ffd8ffe000ffd9",
        "A.JPEG, ffd8ffe000ffd9",
        "a.json, 7b7d",
        "'Übersicht del 3 (copia).csv', 613b620d0a"
    })
    void everyTypeOfTheListIsTakenBothWays(String name, String hex) throws Exception {
        byte[] content = HexFormat.of().parseHex(hex);
        desk.write(name, content);

        assertArrayEquals(content, desk.send(name, content.length));
        desk.receive(name, content);
    }

    @Test
    void withoutAFolderNothingIsTransferred() throws Exception {
        Limits none = new Limits(Optional.empty(), 1000, FileType.of("txt"), 0);
        FolderTransfer transfer = new FolderTransfer(none, desk.ledger, desk.leases);

        assertEquals(
                Reason.NO_FOLDER,
                assertThrows(
                                TransferRefusedException.class,
                                () -> transfer.send(desk.leases.file(Direction.OUT, "a.txt", 1)))
                        .reason());
        assertEquals(FileTransferStatus.of(none), transfer.status());
    }

    @Test
    void whatALossOfPowerLeftIsDeletedAtTheNextStart() throws Exception {
        desk.receive("kept.txt", TEXT);
        desk.write("quarantine/0123456789abcdef.part", TEXT);

        Leftovers.delete(desk.folder);

        assertEquals(List.of("kept.txt.quarantine"), desk.quarantine());
    }

    @Test
    void theEndOfTheFeatureBreaksTransfersOff() throws Exception {
        desk.write("a.txt", TEXT);
        GivenLeases.Given lease = desk.leases.file(Direction.IN, "b.txt", 100);
        Outgoing out = desk.transfer.send(desk.leases.file(Direction.OUT, "a.txt", TEXT.length));
        Incoming in = desk.transfer.receive(lease);
        in.write(ByteBuffer.wrap(TEXT));

        desk.transfer.end();

        assertFalse(lease.inForce());
        assertEquals(List.of(), desk.quarantine());
        assertEquals(
                2,
                desk.ledger.said().stream()
                        .filter("FILE_REFUSED BROKEN_OFF"::equals)
                        .count());
        out.close();
        in.close();
        assertTrue(desk.leases.inForce().isEmpty());
    }

    private static String sha256(byte[] bytes) throws Exception {
        return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(bytes));
    }
}
