package org.benchconnect.link.registration;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.google.gson.JsonParser;
import java.io.IOException;
import java.lang.reflect.Proxy;
import java.nio.charset.StandardCharsets;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CompletionException;
import org.benchconnect.core.account.AccountId;
import org.benchconnect.core.ledger.Detail;
import org.benchconnect.core.ledger.Event;
import org.benchconnect.core.ledger.EventKind;
import org.benchconnect.core.link.OutboxEntry;
import org.benchconnect.core.link.Registration;
import org.benchconnect.core.link.RegistrationReport;
import org.benchconnect.core.link.Registrations.Sent;
import org.benchconnect.core.link.ReleaseReport;
import org.benchconnect.core.link.Stream;
import org.benchconnect.core.signal.SerialNumber;
import org.benchconnect.core.status.Platform;
import org.benchconnect.link.registration.NotSentException.Lack;
import org.benchconnect.store.SqliteStore;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.osgi.framework.BundleContext;

class RecordedRegistrationsTest {
    private static final Instant NOON = Instant.parse("2026-03-01T12:00:00.123Z");
    private static final AccountId BY = new AccountId("0123456789abcdef");
    private static final Registration OURS = registration("Somebody Important");

    @TempDir
    Path home;

    private final List<Long> waitingAtEntry = new ArrayList<>();
    private final ListedLedger ledger = new ListedLedger(() -> waitingAtEntry.add(waiting()));
    private SqliteStore store;
    private RecordedRegistrations registrations;

    @BeforeEach
    void open() {
        store = store();
        registrations = registrations();
    }

    @AfterEach
    void close() {
        registrations.close();
        store.close();
    }

    @Test
    void aPreviewHasExactlyTheFiveFieldsThatAreSent() {
        String preview = registrations.preview(OURS);

        assertEquals(
                JsonParser.parseString(
                        "{\"email\":\"a.b@lab.example\",\"name\":\"Somebody Important\",\"instrument\":\"Navios EX\","
                                + "\"instrumentId\":\"flow-2\",\"serial\":\"AB-12\"}"),
                JsonParser.parseString(preview));
        assertEquals(0, waiting());
    }

    @Test
    void whoSentItIsInTheLedgerBeforeItIsInTheOutbox() {
        registrations.send(OURS, BY).join();

        assertEquals(List.of(0L), waitingAtEntry);
        assertEquals(
                List.of(Event.of(EventKind.REGISTRATION_SENT).by(BY).with(Detail.SERIAL, "AB-12")), ledger.events());
        assertEquals(
                List.of(new RegistrationReport(OURS)),
                rows().stream().map(OutboxEntry::report).toList());
    }

    @Test
    void theLedgerHasNeitherNameNorAddress() {
        registrations.send(OURS, BY).join();

        String entry = ledger.events().toString();
        assertFalse(entry.contains("Somebody"), entry);
        assertFalse(entry.contains("lab.example"), entry);
    }

    @Test
    void whatTheLedgerDoesNotTakeIsNotSent() {
        ledger.refuse();

        assertEquals(Lack.ENTRY, lack());
        assertEquals(0, waiting());
        assertEquals(Optional.empty(), registrations.last());
    }

    @Test
    void withoutLedgerOrDatabaseNothingIsSent() {
        registrations.unbindLedger(ledger);
        assertEquals(Lack.LEDGER, lack());
        assertEquals(0, waiting());

        registrations.bindLedger(ledger);
        registrations.unbindStore(store);

        assertEquals(Lack.DATABASE, lack());
        assertEquals(List.of(), ledger.events());
    }

    @Test
    void withoutTheSettingsOfStreamsNothingIsSent() {
        store.bindStreams(stream -> false);

        assertEquals(Lack.STREAM, lack());
        assertEquals(0, waiting());
    }

    @Test
    void whatCannotBeWrittenIsNotSentAndNobodyIsSaidToHaveSentIt() {
        CompletionException refused = assertThrows(
                CompletionException.class,
                () -> registrations.send(registration("half \ud800"), BY).join());

        assertInstanceOf(IllegalArgumentException.class, refused.getCause());
        assertEquals(List.of(), ledger.events());
    }

    @Test
    void theLastIsAcknowledgedWhenItsRowIsOut() {
        ordinary(3);
        registrations.send(OURS, BY).join();
        ordinary(3);
        assertEquals(Optional.of(new Sent(OURS, NOON, false)), registrations.last());

        store.write(tables -> {
                    tables.outbox().sent(4, "{}", NOON);
                    return 1;
                })
                .join();

        assertEquals(Optional.of(new Sent(OURS, NOON, true)), registrations.last());
    }

    @Test
    void whatWasSetAsideIsNotSaidToBeAcknowledged() {
        registrations.send(OURS, BY).join();

        store.write(tables -> {
                    tables.outbox().remove(1);
                    return 1;
                })
                .join();

        assertEquals(Optional.of(new Sent(OURS, NOON, false)), registrations.last());
    }

    @Test
    void whatWentWithTheDatabaseIsNotSaidToBeAcknowledged() throws IOException {
        registrations.send(OURS, BY).join();
        close();
        loseDatabase();

        open();
        ordinary(1);
        store.write(tables -> {
                    tables.outbox().sent(1, "{}", NOON);
                    return 1;
                })
                .join();

        assertEquals(Optional.of(new Sent(OURS, NOON, false)), registrations.last());
    }

    @Test
    void thatItWasAcknowledgedIsRememberedWithoutTheDatabase() throws IOException {
        registrations.send(OURS, BY).join();
        store.write(tables -> {
                    tables.outbox().sent(1, "{}", NOON);
                    return 1;
                })
                .join();
        registrations.look();
        close();
        loseDatabase();

        open();

        assertEquals(Optional.of(new Sent(OURS, NOON, true)), registrations.last());
    }

    private void loseDatabase() throws IOException {
        try (DirectoryStream<Path> files = Files.newDirectoryStream(home.resolve("data"), "*.db*")) {
            for (Path file : files) {
                Files.delete(file);
            }
        }
    }

    @Test
    void theLastIsRememberedOverARestart() {
        registrations.send(registration("Somebody Else"), BY).join();
        registrations.send(OURS, BY).join();

        close();
        open();

        assertEquals(Optional.of(new Sent(OURS, NOON, false)), registrations.last());
    }

    @Test
    void aFileThatIsNotOursIsNoRegistration() throws IOException {
        Path file = home.resolve("data/registration.json");
        registrations.send(OURS, BY).join();
        String ours = Files.readString(file);
        for (String other : List.of(
                "",
                "{}",
                ours.replace("AB-12", "no digit"),
                ours.replace("\"row\":1", "\"row\":1.5"),
                ours.replace("\"row\":1", "\"row\":\"1\""),
                ours.replace(NOON.toString(), "yesterday"),
                ours + ours,
                " ".repeat(5000) + ours)) {
            Files.writeString(file, other);

            RecordedRegistrations again = registrations();

            assertEquals(Optional.empty(), again.last(), other);
            again.close();
        }
    }

    @Test
    void whatIsKeptReadsTheSame() throws Exception {
        Kept kept = new Kept(registration("Zoë \"李\" O'Neil"), NOON, 7, 2, true);

        assertEquals(kept, Kept.decode(kept.encode().getBytes(StandardCharsets.UTF_8)));
    }

    private Lack lack() {
        CompletionException refused = assertThrows(
                CompletionException.class, () -> registrations.send(OURS, BY).join());
        assertFalse(refused.toString().contains("lab.example"));
        return assertInstanceOf(NotSentException.class, refused.getCause()).lack();
    }

    private void ordinary(int count) {
        ReleaseReport report = new ReleaseReport(null, null, ReleaseReport.Outcome.COMMITTED);
        for (int i = 0; i < count; i++) {
            assertTrue(
                    store.write(tables -> tables.outbox().append(report, NOON)).join());
        }
    }

    private long waiting() {
        return store.read(tables -> tables.outbox().waiting());
    }

    private List<OutboxEntry> rows() {
        return store.read(tables -> tables.outbox().after(0, 100));
    }

    private static Registration registration(String name) {
        return new Registration(
                "a.b@lab.example",
                name,
                "Navios EX",
                "flow-2",
                SerialNumber.parse("AB-12").orElseThrow());
    }

    private RecordedRegistrations registrations() {
        RecordedRegistrations made = new RecordedRegistrations(home, Clock.fixed(NOON, ZoneOffset.UTC));
        made.bindStore(store);
        made.bindLedger(ledger);
        return made;
    }

    private SqliteStore store() {
        Map<String, String> properties =
                Map.of(Platform.HOME, home.toString(), "org.benchconnect.store.extract-native", "true");
        SqliteStore open = new SqliteStore((BundleContext) Proxy.newProxyInstance(
                getClass().getClassLoader(),
                new Class<?>[] {BundleContext.class},
                (proxy, method, arguments) -> properties.get(String.valueOf(arguments[0]))));
        open.bindStreams(stream -> stream != Stream.NOTICES);
        return open;
    }
}
