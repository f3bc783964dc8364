package org.benchconnect.feature.filetransfer;

import static org.benchconnect.feature.filetransfer.Desk.TEXT;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.ByteBuffer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.logging.Handler;
import java.util.logging.Level;
import java.util.logging.LogRecord;
import java.util.logging.Logger;
import java.util.logging.SimpleFormatter;
import org.benchconnect.core.session.FileToTransfer;
import org.benchconnect.core.session.FileToTransfer.Direction;
import org.benchconnect.core.session.LeaseEnd;
import org.benchconnect.core.session.LeaseEndedException;
import org.benchconnect.teamviewerbridge.files.Incoming;
import org.benchconnect.teamviewerbridge.files.Outgoing;
import org.benchconnect.teamviewerbridge.files.TransferRefusedException;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A canary as the name of every file that is sent, received and refused: it comes up in no ledger, log, exception or other text. */
class NothingSaysTheNameTest {
    private static final String CANARY = "Zqxcanary";

    private final StringWriter said = new StringWriter();
    private final Handler handler = new Handler() {
        @Override
        public synchronized void publish(LogRecord record) {
            said.append(new SimpleFormatter().format(record));
        }

        @Override
        public void flush() {
            // nothing is held back
        }

        @Override
        public void close() {
            // nothing is open
        }
    };

    @TempDir
    private Path folder;

    @BeforeEach
    void listen() {
        handler.setLevel(Level.ALL);
        Logger.getLogger("").addHandler(handler);
        Logger.getLogger("org.benchconnect").setLevel(Level.ALL);
    }

    @AfterEach
    void stopListening() {
        Logger.getLogger("").removeHandler(handler);
        Logger.getLogger("org.benchconnect").setLevel(null);
    }

    @Test
    void neitherLedgerNorLogNorExceptionNorToString() throws Exception {
        Desk desk = new Desk(folder.resolve("transfer"));
        desk.write(CANARY + ".txt", TEXT);
        Files.createSymbolicLink(desk.folder.resolve(CANARY + "1.txt"), folder);
        Files.createDirectory(desk.folder.resolve(CANARY + "2.txt"));

        for (Direction direction : Direction.values()) {
            for (String name : List.of(
                    ".txt", "0.txt", "1.txt", "2.txt", ".exe", "/../a.txt", ".png", "\u0000.txt", ".txt", "..txt")) {
                attempt(desk, direction, CANARY + name, TEXT.length);
                attempt(desk, direction, CANARY + name, TEXT.length + 1);
                attempt(desk, direction, CANARY + name, FileToTransfer.MOST);
            }
        }
        desk.ledger.full = true;
        attempt(desk, Direction.OUT, CANARY + ".txt", TEXT.length);
        attempt(desk, Direction.IN, CANARY + "9.txt", TEXT.length);
        desk.ledger.events.forEach(event -> said.append(event.toString()).append('\n'));

        assertTrue(desk.ledger.said().contains("FILE_SENT"));
        assertTrue(desk.ledger.said().contains("FILE_RECEIVED"));
        assertTrue(desk.ledger.size() > 50, "only " + desk.ledger.size());
        assertTrue(said.toString().contains("ended without it"), "the log was listened to");
        assertFalse(said.toString().contains("canary"), said::toString);
    }

    private void attempt(Desk desk, Direction direction, String name, long size) {
        GivenLeases.Given lease = desk.leases.file(direction, name, size);
        try {
            if (direction == Direction.OUT) {
                try (Outgoing out = desk.transfer.send(lease)) {
                    said.append(out.toString());
                    Desk.all(out);
                }
            } else {
                try (Incoming in = desk.transfer.receive(lease)) {
                    said.append(in.toString());
                    in.write(ByteBuffer.wrap(TEXT));
                    in.finish();
                }
            }
        } catch (TransferRefusedException | LeaseEndedException e) {
            e.printStackTrace(new PrintWriter(said, true));
        } catch (Exception e) {
            throw new AssertionError(e);
        } finally {
            lease.end(LeaseEnd.SESSION_ENDED);
        }
    }
}
