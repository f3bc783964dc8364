package org.benchconnect.store;

import static org.benchconnect.store.Given.NOON;
import static org.benchconnect.store.Given.active;
import static org.benchconnect.store.Given.done;
import static org.benchconnect.store.Given.number;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.benchconnect.core.instrument.Memory;
import org.benchconnect.core.link.OutboxEntry;
import org.benchconnect.core.notification.Notification;
import org.benchconnect.core.signal.Fact;
import org.benchconnect.core.signal.Facts;
import org.benchconnect.core.status.Status;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A row that cannot be decoded never blocks those behind it. */
class QuarantineTest {
    @TempDir
    Path home;

    SqliteStore store;

    @BeforeEach
    void spoil() throws Exception {
        store = Given.sending(home);
        done(store.write(Given::open));
        done(store.write(Given::open));
        done(store.write(Given::open));
        done(store.write(tables -> {
            tables.positions().firstLook("navios", NOON);
            tables.positions().remember("navios", Memory.decode("LASER=1.0"));
            return true;
        }));
        store.close();
        try (Statements sql = Given.sql(home)) {
            sql.update("UPDATE outbox SET report = 'Doe^John' WHERE sequence = 1");
            sql.update("UPDATE notice SET severity = 'DOE' WHERE id = 2");
            sql.update("UPDATE adapter SET memory = 'Doe'");
        }
        store = Given.sending(home);
    }

    @AfterEach
    void close() {
        store.close();
    }

    double quarantined() {
        Status status = store.status();
        return status.facts().get(StoreStatus.Name.QUARANTINED) instanceof Fact.Quantity count ? count.value() : -1;
    }

    @Test
    void outboxGivesTheRowsBehind() throws Exception {
        List<OutboxEntry> entries = store.read(tables -> tables.outbox().after(0, 2));

        assertEquals(
                List.of(2L, 3L), entries.stream().map(OutboxEntry::sequence).toList());
        Given.await(() -> quarantined() == 1);
        assertEquals(2, Given.waiting(store));
    }

    @Test
    void noticesGiveTheRowsBehind() throws Exception {
        assertEquals(List.of(1L, 3L), active(store));
        Given.await(() -> quarantined() == 1);
    }

    @Test
    void changeThatMeetsABadNoticeCanOpenANewOne() throws Exception {
        long id = number(store.write(tables -> {
            assertEquals(
                    Optional.empty(),
                    tables.notices().active("navios", Given.notice(2).condition()));
            long next = tables.notices().nextId();
            Notification notice = Given.notice(2);
            tables.notices()
                    .put(new Notification(
                            next,
                            notice.source(),
                            notice.condition(),
                            notice.kind(),
                            notice.severity(),
                            notice.facts(),
                            notice.state(),
                            1,
                            NOON,
                            NOON,
                            null,
                            null));
            return next;
        }));

        assertEquals(List.of(1L, 3L, id), active(store));
        assertEquals(1, quarantined());
    }

    @Test
    void badMemoryIsBlankAndTheFirstLookStays() throws Exception {
        assertEquals(Memory.blank(), store.read(tables -> tables.positions().memory("navios")));
        assertEquals(Optional.of(NOON), store.read(tables -> tables.positions().firstLook("navios")));
        Given.await(() -> quarantined() == 1);
    }

    @Test
    void contentIsKeptForAPersonToLookAt() throws Exception {
        store.read(tables -> tables.outbox().after(0, 2));
        Given.await(() -> quarantined() == 1);
        store.close();

        try (Statements sql = Given.sql(home)) {
            String content = sql.first("SELECT content FROM quarantine", row -> row.getString(1))
                    .orElse("");
            assertTrue(content.endsWith("Doe^John"));
        }
    }

    @Test
    void statusTellsHealthAndSize() {
        Facts facts = store.status().facts();

        assertEquals("OK", String.valueOf(facts.get(StoreStatus.Name.HEALTH)));
        assertEquals(new Fact.Quantity(3), facts.get(StoreStatus.Name.WAITING));
        assertTrue(facts.get(StoreStatus.Name.SIZE_KILOBYTE) instanceof Fact.Quantity size
                && size.value() > 10
                && size.value() == Math.rint(size.value()));
    }
}
