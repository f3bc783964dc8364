package org.benchconnect.bench;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.time.Clock;
import java.util.Arrays;
import java.util.Optional;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import org.benchconnect.core.account.AccountId;
import org.benchconnect.core.ledger.Detail;
import org.benchconnect.core.ledger.Event;
import org.benchconnect.core.ledger.EventKind;
import org.benchconnect.core.ledger.LedgerException;
import org.benchconnect.crypto.testing.InMemoryIdentity;
import org.benchconnect.launcher.storage.Disk;
import org.benchconnect.ledger.FileLedger;
import org.benchconnect.ledger.Later;
import org.benchconnect.ledger.Reads;
import org.benchconnect.ledger.Signer;

/**
 * The median time of an append to the ledger, on the disk when it returns, with all that belongs to it: checksum, tree, every 64th a signed head; and of an
 * entry that raises rights, each with a signed head in the same write. Beside it a bare append of as many bytes to a growing file that stays open, forced; each of the one follows one of the other.
 */
final class LedgerBench {
    private static final String BARE = "bare append and force, 210 bytes";
    private static final String LEDGER = "entry of the ledger";
    private static final String RAISING = "entry that raises rights, with its signed head";
    private static final int RECORD_BYTES = 210;

    private final Path folder;
    private final int count;

    LedgerBench(Path folder, int count) {
        this.folder = folder;
        this.count = count;
    }

    Table measure(int rounds) throws IOException {
        Table table = new Table("Append to the ledger, median", BARE, "microseconds");
        for (int round = -1; round < rounds; round++) { // one round for the compiler
            double[][] micros = round();
            if (round >= 0) {
                table.add(BARE, median(micros[0]));
                table.add(LEDGER, median(micros[1]));
                table.add(RAISING, median(micros[2]));
            }
        }
        Folders.delete(folder);
        return table;
    }

    private double[][] round() throws IOException {
        double[][] micros = new double[3][count];
        Path home = Folders.empty(folder);
        ByteBuffer record = ByteBuffer.allocateDirect(RECORD_BYTES);
        try (FileChannel bare = FileChannel.open(
                        home.resolve("bare"), StandardOpenOption.CREATE_NEW, StandardOpenOption.APPEND);
                FileLedger ledger = open(home)) {
            for (int i = 0; i < count; i++) {
                long begin = System.nanoTime();
                bare.write(record.clear());
                bare.force(true);
                long between = System.nanoTime();
                ledger.append(event(EventKind.LEASE_ENDED, i));
                long raising = System.nanoTime();
                ledger.append(event(EventKind.LEASE_GIVEN, i));
                micros[0][i] = (between - begin) / 1e3;
                micros[1][i] = (raising - between) / 1e3;
                micros[2][i] = (System.nanoTime() - raising) / 1e3;
            }
            if (ledger.size() != 2L * count + 1 || !ledger.verify().holds()) {
                throw new IllegalStateException("entries are missing");
            }
        } catch (LedgerException e) {
            throw new IOException(e);
        }
        return micros;
    }

    private static Event event(EventKind kind, int number) {
        return Event.of(kind)
                .by(new AccountId("0123456789abcdef"))
                .with(Detail.LEASE, "0123456789abcdef")
                .with(Detail.COUNT, number);
    }

    private static FileLedger open(Path home) throws IOException {
        FileLedger ledger = new FileLedger(
                Disk.forOwner(),
                Reads.fromDisk(),
                home.resolve("ledger"),
                Optional.empty(),
                Clock.systemUTC(),
                new OneThread(),
                head -> {});
        ledger.signer(new HeadSigner(new InMemoryIdentity()));
        return ledger;
    }

    private static double median(double[] values) {
        double[] sorted = values.clone();
        Arrays.sort(sorted);
        return sorted[sorted.length / 2];
    }

    /** A thread as the agent's; no round takes the minute after which a head comes by itself. */
    private static final class OneThread implements Later {
        private final ScheduledExecutorService thread = Executors.newSingleThreadScheduledExecutor();

        @Override
        public void run(Runnable task) {
            thread.execute(task);
        }

        @Override
        public void in(java.time.Duration delay, Runnable task) {
            thread.schedule(task, delay.toMillis(), TimeUnit.MILLISECONDS);
        }

        @Override
        public void end() {
            thread.shutdownNow();
            try {
                thread.awaitTermination(5, TimeUnit.SECONDS);
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
            }
        }
    }

    /** As the agent's device signs the heads of its ledger. */
    private record HeadSigner(InMemoryIdentity device) implements Signer {
        @Override
        public byte[] publicKey() {
            return device.publicKey();
        }

        @Override
        public byte[] sign(byte[] message) {
            return device.sign("ledger.head", message);
        }
    }
}
