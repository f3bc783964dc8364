package org.benchconnect.ledger;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Instant;
import java.util.logging.Level;
import java.util.logging.Logger;
import org.benchconnect.core.ledger.Detail;
import org.benchconnect.core.ledger.Event;
import org.benchconnect.core.ledger.EventKind;
import org.benchconnect.ledger.testing.TestDevice;
import org.benchconnect.ledger.testing.TestLedger;
import org.junit.jupiter.api.extension.AfterAllCallback;
import org.junit.jupiter.api.extension.BeforeAllCallback;
import org.junit.jupiter.api.extension.ExtensionContext;

/** A home folder in memory whose ledger a test damages between two starts, and the device whose it is. */
final class LedgerHome {
    static final Path HOME = Path.of("home");
    static final Path ENTRIES = HOME.resolve("ledger/entries");
    static final Path HEAD = HOME.resolve("ledger/head");
    static final Instant NOON = Instant.parse("2026-05-04T12:00:00Z");
    static final Event EVENT = Event.of(EventKind.PIN_WRONG).with(Detail.ACCOUNT, "0123456789abcdef");

    final MemoryStorage storage = new MemoryStorage();
    private final TestDevice device = new TestDevice();

    TestDevice device() {
        return device;
    }

    /** A start. */
    TestLedger open() throws IOException {
        return open(storage);
    }

    /** A start on other files of the same device. */
    TestLedger open(MemoryStorage on) throws IOException {
        return TestLedger.open(on, HOME, device, NOON);
    }

    byte[] entries() {
        byte[] bytes = storage.files.get(ENTRIES);
        return bytes == null ? new byte[0] : bytes.clone();
    }

    /** The same files; in one of them a byte is changed. */
    MemoryStorage withChangedByte(Path file, int at, int change) {
        MemoryStorage damaged = new MemoryStorage(storage);
        byte[] bytes = damaged.files.get(file).clone();
        bytes[at] ^= (byte) change;
        damaged.files.put(file, bytes);
        return damaged;
    }

    /** Each of some thousand broken ledgers is an error in the log: nothing is logged. */
    static final class Quiet implements BeforeAllCallback, AfterAllCallback {
        private static final Logger LOG = Logger.getLogger("org.benchconnect.ledger");

        @Override
        public void beforeAll(ExtensionContext context) {
            LOG.setLevel(Level.OFF);
        }

        @Override
        public void afterAll(ExtensionContext context) {
            LOG.setLevel(null);
        }
    }
}
