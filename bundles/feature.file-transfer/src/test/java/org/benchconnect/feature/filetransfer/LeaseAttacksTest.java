package org.benchconnect.feature.filetransfer;

import static org.benchconnect.feature.filetransfer.Desk.TEXT;
import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.nio.ByteBuffer;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import org.benchconnect.core.feature.Privilege;
import org.benchconnect.core.ledger.Detail;
import org.benchconnect.core.ledger.EventKind;
import org.benchconnect.core.session.FileToTransfer;
import org.benchconnect.core.session.FileToTransfer.Direction;
import org.benchconnect.core.session.LeaseEnd;
import org.benchconnect.core.session.LeaseEndedException;
import org.benchconnect.core.session.LeaseRequest;
import org.benchconnect.teamviewerbridge.files.Incoming;
import org.benchconnect.teamviewerbridge.files.Outgoing;
import org.benchconnect.teamviewerbridge.files.TransferRefusedException;
import org.benchconnect.teamviewerbridge.files.TransferRefusedException.Reason;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Leases that are not, not any more, or for something else. */
class LeaseAttacksTest {
    @TempDir
    private Path folder;

    private Desk desk;

    @BeforeEach
    void desk() throws Exception {
        desk = new Desk(folder.resolve("transfer"));
        desk.write("a.txt", TEXT);
    }

    @Test
    void leaseThatNobodyGave() {
        GivenLeases.Given forged = desk.leases.forged(new LeaseRequest(
                "s",
                "x",
                FolderTransfer.FEATURE,
                Privilege.TRANSFER_FILES,
                Optional.empty(),
                Optional.of(file(Direction.OUT)),
                Duration.ofHours(1)));

        assertThrows(LeaseEndedException.class, () -> desk.transfer.send(forged));

        assertEquals(List.of("FILE_REFUSED LEASE_ENDED"), desk.ledger.said());
    }

    @Test
    void leaseForAnotherDirection() {
        refused(Reason.OTHER_LEASE, () -> desk.transfer.receive(desk.leases.give(request(Direction.OUT))));
        refused(Reason.OTHER_LEASE, () -> desk.transfer.send(desk.leases.give(request(Direction.IN))));
    }

    @Test
    void leaseForAnotherFile() throws Exception {
        desk.write("other.txt", TEXT);

        byte[] sent = desk.send("other.txt", TEXT.length);

        assertArrayEquals(TEXT, sent);
        desk.sendingIsRefused(Reason.NOT_THERE, "another.txt", TEXT.length);
    }

    @Test
    void leaseForAnotherSize() {
        desk.sendingIsRefused(Reason.OTHER_SIZE, "a.txt", TEXT.length + 1);
    }

    @Test
    void leaseForAnotherPrivilege() {
        GivenLeases.Given screen = desk.leases.give(new LeaseRequest(
                "s",
                "x",
                FolderTransfer.FEATURE,
                Privilege.VIEW_SCREEN,
                Optional.empty(),
                Optional.empty(),
                Duration.ofHours(1)));

        assertThrows(LeaseEndedException.class, () -> desk.transfer.send(screen));
        assertThrows(LeaseEndedException.class, () -> desk.transfer.receive(screen));
    }

    @Test
    void leaseOfAnotherFeature() {
        refused(
                Reason.OTHER_LEASE,
                () -> desk.transfer.send(desk.leases.give(new LeaseRequest(
                        "s",
                        "x",
                        "org.benchconnect.other",
                        Privilege.TRANSFER_FILES,
                        Optional.empty(),
                        Optional.of(file(Direction.OUT)),
                        Duration.ofHours(1)))));
    }

    @Test
    void leaseThatHasEnded() {
        GivenLeases.Given lease = desk.leases.give(request(Direction.OUT));
        lease.end(LeaseEnd.TIME);

        assertThrows(LeaseEndedException.class, () -> desk.transfer.send(lease));
    }

    @Test
    void twoTransfersWithOneLease() throws Exception {
        GivenLeases.Given lease = desk.leases.give(request(Direction.OUT));
        try (Outgoing first = desk.transfer.send(lease)) {
            TransferRefusedException refused =
                    assertThrows(TransferRefusedException.class, () -> desk.transfer.send(lease));
            assertEquals(Reason.LEASE_USED, refused.reason());

            assertArrayEquals(TEXT, Desk.all(first), "the first one goes on");
        }
        assertThrows(LeaseEndedException.class, () -> desk.transfer.send(lease));
    }

    @Test
    void leaseEndsInTheMiddleOfSending() throws Exception {
        GivenLeases.Given lease = desk.leases.give(request(Direction.OUT));
        try (Outgoing out = desk.transfer.send(lease)) {
            out.read(ByteBuffer.allocate(5));

            lease.end(LeaseEnd.WITHDRAWN);

            ByteBuffer rest = ByteBuffer.allocate(100);
            assertThrows(LeaseEndedException.class, () -> out.read(rest));
            assertEquals(0, rest.position());
        }
        assertEquals(List.of("FILE_SENT", "FILE_REFUSED LEASE_ENDED"), desk.ledger.said());
        assertEquals("5", desk.ledger.only(EventKind.FILE_REFUSED).details().get(Detail.POSITION));
    }

    @Test
    void leaseEndsInTheMiddleOfReceiving() throws Exception {
        GivenLeases.Given lease = desk.leases.file(Direction.IN, "b.txt", TEXT.length);
        try (Incoming in = desk.transfer.receive(lease)) {
            in.write(ByteBuffer.wrap(TEXT, 0, 5));
            assertEquals(1, desk.quarantine().size());

            lease.end(LeaseEnd.STOPPED);

            assertEquals(List.of(), desk.quarantine(), "at once");
            assertThrows(LeaseEndedException.class, () -> in.write(ByteBuffer.wrap(TEXT, 5, 1)));
            assertThrows(LeaseEndedException.class, in::finish);
        }
        assertEquals(List.of("FILE_REFUSED LEASE_ENDED"), desk.ledger.said());
    }

    @Test
    void leaseEndsWhileTheLedgerTakesTheReceivedFile() throws Exception {
        GivenLeases.Given lease = desk.leases.file(Direction.IN, "b.txt", TEXT.length);
        desk.ledger.whileWriting = () -> lease.end(LeaseEnd.WITHDRAWN);
        try (Incoming in = desk.transfer.receive(lease)) {
            in.write(ByteBuffer.wrap(TEXT));

            assertThrows(LeaseEndedException.class, in::finish);
        }
        assertEquals(List.of(), desk.quarantine());
        assertEquals(
                "FILE_REFUSED LEASE_ENDED",
                desk.ledger.said().get(desk.ledger.said().size() - 1),
                "the last word is that nothing stayed");
    }

    @Test
    void leaseEndsWhileTheLedgerTakesTheSentFile() throws Exception {
        GivenLeases.Given lease = desk.leases.give(request(Direction.OUT));
        desk.ledger.whileWriting = () -> lease.end(LeaseEnd.WITHDRAWN);

        Outgoing out = desk.transfer.send(lease);

        assertThrows(LeaseEndedException.class, () -> out.read(ByteBuffer.allocate(1)));
        out.close();
        assertFalse(lease.inForce());
    }

    private LeaseRequest request(Direction direction) {
        return new LeaseRequest(
                "session-1",
                "A supporter",
                FolderTransfer.FEATURE,
                Privilege.TRANSFER_FILES,
                Optional.empty(),
                Optional.of(file(direction)),
                Duration.ofMinutes(5));
    }

    private static FileToTransfer file(Direction direction) {
        return new FileToTransfer(direction, "a.txt", TEXT.length);
    }

    private void refused(Reason reason, org.junit.jupiter.api.function.Executable attempt) {
        assertEquals(
                reason, assertThrows(TransferRefusedException.class, attempt).reason());
        assertEquals(
                "FILE_REFUSED " + reason,
                desk.ledger.said().get(desk.ledger.said().size() - 1));
    }
}
