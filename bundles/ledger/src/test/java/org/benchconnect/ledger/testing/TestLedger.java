package org.benchconnect.ledger.testing;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.benchconnect.core.ledger.Entry;
import org.benchconnect.core.ledger.Event;
import org.benchconnect.core.ledger.Head;
import org.benchconnect.core.ledger.Ledger;
import org.benchconnect.core.ledger.LedgerException;
import org.benchconnect.core.ledger.LedgerState;
import org.benchconnect.core.ledger.Verdict;
import org.benchconnect.launcher.storage.Storage;
import org.benchconnect.ledger.FileLedger;
import org.benchconnect.ledger.Later;
import org.benchconnect.ledger.Reads;
import org.jspecify.annotations.Nullable;

/**
 * The real ledger over a storage of the test's, in the folder {@code ledger} of a home, with a clock that the test sets. Nothing runs on another thread: a
 * note is written at once if the storage takes it, and what would happen after some time happens in {@link #pass}.
 */
public final class TestLedger implements Ledger, AutoCloseable {
    private final ManualLater later = new ManualLater();
    private final List<Head> witnesses = new ArrayList<>();
    private final FileLedger ledger;
    private Instant now;

    private TestLedger(Storage storage, Path home, @Nullable TestDevice device, Instant now) throws IOException {
        this.now = now;
        this.ledger = new FileLedger(
                storage,
                Reads.through(storage),
                home.resolve("ledger"),
                Optional.ofNullable(device).map(TestDevice::key),
                () -> this.now,
                later,
                witnesses::add);
        ledger.signer(device);
    }

    /** Opens the ledger of a home, or begins it. */
    public static TestLedger open(Storage storage, Path home, TestDevice device, Instant now) throws IOException {
        return new TestLedger(storage, home, device, now);
    }

    /** The same while the device's key is not there yet: see {@link #device}. */
    public static TestLedger openWithoutKey(Storage storage, Path home, Instant now) throws IOException {
        return new TestLedger(storage, home, null, now);
    }

    /** The device's key comes, or goes (null). */
    public void device(@Nullable TestDevice device) {
        ledger.signer(device);
    }

    /** Sets the clock, to any time. */
    public void set(Instant time) {
        now = time;
    }

    /** The clock's time. */
    public Instant now() {
        return now;
    }

    /** Time passes, and what is due then happens: heads, another attempt on a disk that took nothing. */
    public void pass(Duration time) {
        now = now.plus(time);
        later.pass(time);
    }

    /** Every head that went out as a witness, oldest first. */
    public List<Head> witnesses() {
        return List.copyOf(witnesses);
    }

    @Override
    public Entry append(Event event) throws LedgerException {
        return ledger.append(event);
    }

    @Override
    public void note(Event event) {
        ledger.note(event);
    }

    @Override
    public List<Entry> entries(long from, int most) {
        return ledger.entries(from, most);
    }

    /** All of them. */
    public List<Entry> all() {
        return ledger.entries(0, Integer.MAX_VALUE);
    }

    @Override
    public long size() {
        return ledger.size();
    }

    @Override
    public Optional<Head> head() {
        return ledger.head();
    }

    @Override
    public LedgerState state() {
        return ledger.state();
    }

    @Override
    public String id() {
        return ledger.id();
    }

    @Override
    public void export(OutputStream out) throws IOException {
        ledger.export(out);
    }

    @Override
    public Verdict verify() throws IOException {
        return ledger.verify();
    }

    /** Ends as the agent does when it is asked to: a last head is signed. Not called: as by a loss of power. */
    @Override
    public void close() {
        ledger.close();
    }

    /** Does things when the test says so. */
    private static final class ManualLater implements Later {
        private record Task(Duration due, Runnable task) {}

        private final List<Task> tasks = new ArrayList<>();
        private Duration passed = Duration.ZERO;

        @Override
        public void run(Runnable task) {
            task.run();
        }

        @Override
        public void in(Duration delay, Runnable task) {
            tasks.add(new Task(passed.plus(delay), task));
        }

        void pass(Duration time) {
            passed = passed.plus(time);
            List<Task> due = tasks.stream()
                    .filter(task -> task.due.compareTo(passed) <= 0)
                    .toList();
            tasks.removeAll(due);
            due.forEach(task -> task.task.run());
        }

        @Override
        public void end() {
            tasks.clear();
        }
    }
}
