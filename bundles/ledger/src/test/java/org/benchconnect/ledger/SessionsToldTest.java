package org.benchconnect.ledger;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import org.benchconnect.core.account.AccountId;
import org.benchconnect.core.ledger.Detail;
import org.benchconnect.core.ledger.Event;
import org.benchconnect.core.ledger.EventKind;
import org.benchconnect.core.link.Report;
import org.benchconnect.core.link.SessionReport;
import org.benchconnect.core.testing.InMemoryStore;
import org.benchconnect.ledger.testing.TestDevice;
import org.benchconnect.ledger.testing.TestLedger;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class SessionsToldTest {
    private static final Path HOME = Path.of("/home");
    private static final Instant NOON = Instant.parse("2026-05-04T12:00:00Z");

    private final MemoryStorage storage = new MemoryStorage();
    private final InMemoryStore store = new InMemoryStore();
    private TestLedger ledger;

    @BeforeEach
    void begin() throws IOException {
        ledger = TestLedger.open(storage, HOME, new TestDevice(), NOON);
    }

    private SessionsTold told() {
        return new SessionsTold(Clock.fixed(NOON, ZoneOffset.UTC), ledger, store);
    }

    private List<EventKind> kinds() {
        return store.outbox().reports().stream()
                .map(report -> ((SessionReport) report).event())
                .toList();
    }

    private static Event of(EventKind kind) {
        return Event.of(kind).with(Detail.SESSION, "visit-1");
    }

    @Test
    void whatBelongsToASessionIsToldOnceAndNothingElse() throws Exception {
        ledger.append(of(EventKind.HELP_REQUESTED));
        ledger.note(Event.of(EventKind.UPGRADE_COMMITTED));
        ledger.note(of(EventKind.SUPPORTER_REFUSED).with(Detail.REASON, "NOT_LISTED"));
        SessionsTold told = told();

        told.look();
        told.look();

        assertEquals(List.of(EventKind.HELP_REQUESTED, EventKind.SUPPORTER_REFUSED), kinds());
    }

    @Test
    void afterARestartNothingIsToldAgainAndNothingIsMissing() throws Exception {
        ledger.append(of(EventKind.HELP_REQUESTED));
        told().look();
        ledger.note(of(EventKind.SESSION_ENDED));

        told().look();

        assertEquals(List.of(EventKind.HELP_REQUESTED, EventKind.SESSION_ENDED), kinds());
    }

    @Test
    void whatTheDatabaseDoesNotTakeIsToldLater() throws Exception {
        ledger.append(of(EventKind.HELP_REQUESTED));
        SessionsTold told = told();
        store.fail(true);
        told.look();
        assertEquals(List.of(), kinds());

        store.fail(false);
        told.look();

        assertEquals(List.of(EventKind.HELP_REQUESTED), kinds());
    }

    @Test
    void whoOfTheLaboratoryItWasDoesNotLeave() throws Exception {
        AccountId person = new AccountId("0123456789abcdef");
        ledger.append(of(EventKind.LEASE_GIVEN).by(person).with(Detail.ACCOUNT, "0123456789abcdef"));

        told().look();

        Report report = store.outbox().reports().get(0);
        assertFalse(report.toString().contains("0123456789abcdef"));
        assertTrue(report.toString().contains("visit-1"));
    }

    @Test
    void aNewLedgerIsToldFromItsBeginning() throws Exception {
        ledger.append(of(EventKind.HELP_REQUESTED));
        SessionsTold told = told();
        told.look();

        TestLedger other = TestLedger.open(new MemoryStorage(), HOME, new TestDevice(), NOON);
        other.append(of(EventKind.SESSION_BEGUN));
        new SessionsTold(Clock.fixed(NOON, ZoneOffset.UTC), other, store).look();

        assertEquals(List.of(EventKind.HELP_REQUESTED, EventKind.SESSION_BEGUN), kinds());
    }
}
