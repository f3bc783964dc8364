package org.benchconnect.ledger;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.Base64;
import java.util.Optional;
import org.benchconnect.core.account.AccountId;
import org.benchconnect.core.ledger.Detail;
import org.benchconnect.core.ledger.Event;
import org.benchconnect.core.ledger.EventKind;
import org.benchconnect.launcher.storage.Disk;
import org.benchconnect.ledger.format.Chain;
import org.benchconnect.ledger.format.Heads;
import org.benchconnect.ledger.testing.TestDevice;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Years of entries on a real disk. */
class LongLedgerTest {
    private static final Logger LOG = LoggerFactory.getLogger(LongLedgerTest.class);
    private static final int ENTRIES = 100_000;
    private static final Instant NOON = Instant.parse("2026-05-04T12:00:00Z");

    @TempDir
    Path home;

    @Test
    void anHundredThousandEntriesAreOpenInSecondsAndTakeLittleMemory() throws Exception {
        TestDevice device = new TestDevice();
        write(device);
        long before = used();
        long begin = System.nanoTime();

        FileLedger ledger = new FileLedger(
                Disk.forOwner(),
                Reads.fromDisk(),
                home.resolve("ledger"),
                Optional.of(device.key()),
                () -> NOON,
                new LedgerThread(),
                head -> {});

        long millis = (System.nanoTime() - begin) / 1_000_000;
        long kept = used() - before;
        long file = Files.size(home.resolve("ledger/entries"));
        LOG.info("{} entries, {} MB: open in {} ms, {} kB kept", ENTRIES, file / 1e6, millis, kept / 1000);
        assertEquals(ENTRIES, ledger.size());
        assertEquals(99_990, ledger.entries(99_990, 5).get(0).number());
        assertTrue(millis < 20_000, millis + " ms");
        assertTrue(kept < 2_000_000, kept + " bytes");
        ledger.signer(device);
        begin = System.nanoTime();
        assertTrue(ledger.verify().holds());
        LOG.info("verified in {} ms", (System.nanoTime() - begin) / 1_000_000);
        ledger.close();
    }

    private void write(TestDevice device) throws IOException {
        Chain chain = Chain.begin(new byte[16]);
        Files.createDirectories(home.resolve("ledger"));
        try (OutputStream out =
                new java.io.BufferedOutputStream(Files.newOutputStream(home.resolve("ledger/entries")))) {
            out.write(chain.header());
            for (int i = 0; i < ENTRIES; i++) {
                Instant now = NOON.plus(Duration.ofMinutes(i));
                Event event = Event.of(EventKind.LEASE_GIVEN)
                        .by(new AccountId("0123456789abcdef"))
                        .with(Detail.LEASE, "0123456789abcdef")
                        .with(Detail.COUNT, i);
                out.write(chain.add(chain.next(event, now)));
                if (i % 640 == 639 || i == ENTRIES - 1) {
                    String signature = Base64.getEncoder().encodeToString(device.sign(chain.message(now)));
                    out.write(chain.add(now, signature));
                }
            }
            Files.write(home.resolve("ledger/head"), Heads.write(chain.head().orElseThrow()));
        }
    }

    private static long used() {
        System.gc();
        Runtime runtime = Runtime.getRuntime();
        return runtime.totalMemory() - runtime.freeMemory();
    }
}
