package org.benchconnect.store;

import static org.benchconnect.store.Given.NOON;
import static org.benchconnect.store.Given.done;
import static org.benchconnect.store.Given.notice;
import static org.junit.jupiter.api.Assertions.assertEquals;

import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import org.benchconnect.core.notification.Notification;
import org.benchconnect.core.notification.Notification.State;
import org.benchconnect.core.signal.Condition;
import org.benchconnect.core.signal.Facts;
import org.benchconnect.core.signal.Kind;
import org.benchconnect.core.signal.Severity;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class SqlNoticesTest {
    @TempDir
    Path home;

    SqliteStore store;

    @BeforeEach
    void open() {
        store = new SqliteStore(home, Clock.fixed(NOON, ZoneOffset.UTC), Given.QUICK, true);
    }

    @AfterEach
    void close() {
        store.close();
    }

    private void put(Notification... notices) throws Exception {
        done(store.write(tables -> {
            List.of(notices).forEach(tables.notices()::put);
            return true;
        }));
    }

    private static Notification marked(long id, @Nullable Instant escalated, @Nullable Instant seen) {
        return new Notification(
                id,
                "navios",
                new Condition("LASER_POWER", Facts.decode("LASER=n" + id)),
                Kind.INSTRUMENT,
                Severity.FAULT,
                Facts.none(),
                State.OPEN,
                1,
                NOON,
                NOON,
                null,
                null,
                escalated,
                seen);
    }

    private List<Long> since(Instant then, int limit) {
        return store.read(tables -> tables.notices().since(then, limit)).stream()
                .map(Notification::id)
                .toList();
    }

    @Test
    void whatWasPressedOnAndWhoHasSeenItIsKept() throws Exception {
        Notification notice = marked(3, NOON.plusSeconds(60), NOON.plusSeconds(61));

        put(marked(3, null, null));
        put(notice);

        assertEquals(List.of(notice), store.read(tables -> tables.notices().active()));
    }

    @Test
    void sinceThenIsWhatOpenedWasPressedOnOrClearedNewestFirst() throws Exception {
        put(
                notice(1), // opened at noon
                notice(2, State.CLEARED, NOON.plusSeconds(30)),
                marked(3, NOON.plusSeconds(20), null),
                notice(4, State.ACKNOWLEDGED, NOON.plusSeconds(40)),
                marked(5, NOON.plusSeconds(19), NOON.plusSeconds(50)));

        assertEquals(List.of(2L, 3L), since(NOON.plusSeconds(20), 10));
        assertEquals(List.of(2L, 3L, 5L, 4L, 1L), since(NOON, 10));
        assertEquals(List.of(2L), since(NOON, 1));
        assertEquals(List.of(), since(NOON.plusSeconds(31), 10));
    }

    @Test
    void onlyWhatWasClearedEarlierIsForgotten() throws Exception {
        put(
                notice(1),
                notice(2, State.CLEARED, NOON.plusSeconds(1)),
                notice(3, State.CLEARED, NOON.plusSeconds(2)),
                notice(4, State.ACKNOWLEDGED, NOON));

        int forgotten = done(store.write(tables -> tables.notices().forget(NOON.plusSeconds(2))));

        assertEquals(1, forgotten);
        assertEquals(List.of(3L, 4L, 1L), since(NOON.minusSeconds(1), 10));
    }
}
