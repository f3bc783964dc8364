package org.benchconnect.feature.filetransfer;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.benchconnect.core.session.FileToTransfer.Direction;
import org.benchconnect.teamviewerbridge.files.Incoming;
import org.benchconnect.teamviewerbridge.files.Outgoing;
import org.benchconnect.teamviewerbridge.files.TransferRefusedException;
import org.benchconnect.teamviewerbridge.files.TransferRefusedException.Reason;

/** A folder for transfers with a ledger and leases. */
final class Desk {
    static final byte[] TEXT = "a line of the record\n".getBytes(StandardCharsets.UTF_8);

    final Path folder;
    final LedgerInMemory ledger = new LedgerInMemory();
    final GivenLeases leases = new GivenLeases();
    final FolderTransfer transfer;

    Desk(Path folder) throws IOException {
        this(folder, 1_000_000);
    }

    Desk(Path folder, long largest) throws IOException {
        this.folder = Files.createDirectories(folder).toRealPath();
        Limits limits = new Limits(Optional.of(this.folder), largest, Arrays.asList(FileType.values()), 0);
        transfer = new FolderTransfer(limits, ledger, leases);
    }

    Path write(String name, byte[] content) throws IOException {
        return Files.write(folder.resolve(name), content);
    }

    byte[] send(String name, long size) throws Exception {
        try (Outgoing out = transfer.send(leases.file(Direction.OUT, name, size))) {
            return all(out);
        }
    }

    static byte[] all(Outgoing out) throws Exception {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        ByteBuffer part = ByteBuffer.allocate(1000);
        while (out.read(part.clear()) >= 0) {
            bytes.write(part.array(), 0, part.position());
        }
        return bytes.toByteArray();
    }

    String receive(String name, byte[] content) throws Exception {
        try (Incoming in = transfer.receive(leases.file(Direction.IN, name, content.length))) {
            in.write(ByteBuffer.wrap(content));
            return in.finish();
        }
    }

    void sendingIsRefused(Reason reason, String name, long size) {
        TransferRefusedException refused =
                assertThrows(TransferRefusedException.class, () -> send(name, size), reason::name);
        assertEquals(reason, refused.reason());
        assertEquals("FILE_REFUSED " + reason, ledger.said().get(ledger.said().size() - 1));
    }

    void receivingIsRefused(Reason reason, String name, byte[] content) throws IOException {
        List<String> before = quarantine();
        TransferRefusedException refused =
                assertThrows(TransferRefusedException.class, () -> receive(name, content), reason::name);
        assertEquals(reason, refused.reason());
        assertEquals("FILE_REFUSED " + reason, ledger.said().get(ledger.said().size() - 1));
        assertEquals(before, quarantine(), "nothing of it stays");
    }

    List<String> quarantine() throws IOException {
        Path quarantine = folder.resolve("quarantine");
        if (!Files.isDirectory(quarantine)) {
            return List.of();
        }
        try (Stream<Path> all = Files.list(quarantine)) {
            return all.map(file -> file.getFileName().toString()).sorted().toList();
        }
    }
}
