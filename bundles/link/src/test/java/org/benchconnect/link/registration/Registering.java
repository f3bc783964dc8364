package org.benchconnect.link.registration;

import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletionException;
import org.benchconnect.core.account.AccountId;
import org.benchconnect.core.link.OutboxEntry;
import org.benchconnect.core.link.Registration;
import org.benchconnect.core.link.ReleaseReport;
import org.benchconnect.core.link.Stream;
import org.benchconnect.link.RealStore;
import org.benchconnect.link.registration.NotSentException.Lack;
import org.benchconnect.store.SqliteStore;

/** Registrations with the real database and a ledger in memory, which can be closed and opened again. */
final class Registering implements AutoCloseable {
    static final Instant NOON = Instant.parse("2026-03-01T12:00:00.123Z");
    static final AccountId BY = new AccountId("0123456789abcdef");
    static final Registration OURS = SampleRegistration.of("Somebody Important");

    final ListedLedger ledger;
    SqliteStore store;
    RecordedRegistrations registrations;
    private final Path home;
    private final List<Long> waitingAtEntry = new ArrayList<>();

    /** Open. */
    Registering(Path home) {
        this.home = home;
        ledger = new ListedLedger(() -> waitingAtEntry.add(waiting()));
        open();
    }

    void open() {
        store = RealStore.open(home);
        store.bindStreams(stream -> stream != Stream.NOTICES);
        registrations = another();
    }

    @Override
    public void close() {
        registrations.close();
        store.close();
    }

    /** The same once more, on the same files. */
    RecordedRegistrations another() {
        RecordedRegistrations made = new RecordedRegistrations(home, Clock.fixed(NOON, ZoneOffset.UTC));
        made.bindStore(store);
        made.bindLedger(ledger);
        return made;
    }

    /** Deletes the database, which must be closed. */
    void loseDatabase() throws IOException {
        try (DirectoryStream<Path> files = Files.newDirectoryStream(home.resolve("data"), "*.db*")) {
            for (Path file : files) {
                Files.delete(file);
            }
        }
    }

    /** Why nothing was sent. */
    Lack lack() {
        CompletionException refused = assertThrows(
                CompletionException.class, () -> registrations.send(OURS, BY).join());
        assertFalse(refused.toString().contains("lab.example"));
        return assertInstanceOf(NotSentException.class, refused.getCause()).lack();
    }

    /** Puts other reports into the outbox. */
    void ordinary(int count) {
        ReleaseReport report = new ReleaseReport(null, null, ReleaseReport.Outcome.COMMITTED);
        for (int i = 0; i < count; i++) {
            assertTrue(
                    store.write(tables -> tables.outbox().append(report, NOON)).join());
        }
    }

    /** The service side has acknowledged a row. */
    void acknowledge(long row) {
        store.write(tables -> {
                    tables.outbox().sent(row, "{}", NOON);
                    return 1;
                })
                .join();
    }

    long waiting() {
        return store.read(tables -> tables.outbox().waiting());
    }

    List<OutboxEntry> rows() {
        return store.read(tables -> tables.outbox().after(0, 100));
    }

    /** How many rows waited whenever the ledger was given an entry. */
    List<Long> waitingAtEntry() {
        return List.copyOf(waitingAtEntry);
    }
}
