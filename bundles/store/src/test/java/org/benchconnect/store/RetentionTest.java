package org.benchconnect.store;

import static org.benchconnect.store.Given.NOON;
import static org.benchconnect.store.Given.active;
import static org.benchconnect.store.Given.done;
import static org.benchconnect.store.Given.notice;
import static org.junit.jupiter.api.Assertions.assertEquals;

import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import org.benchconnect.core.notification.Notification;
import org.benchconnect.core.notification.Notification.State;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class RetentionTest {
    @TempDir
    Path home;

    /** The cleared notices when no more than so many are left. */
    private List<Long> idsAfterStart(int left, Limits limits, Instant now) throws InterruptedException {
        SqliteStore store = new SqliteStore(home, Clock.fixed(now, ZoneOffset.UTC), limits, true);
        Given.await(() -> ids(store).size() <= left);
        List<Long> ids = ids(store);
        assertEquals(List.of(5000L), active(store));
        store.close();
        return ids;
    }

    private static List<Long> ids(SqliteStore store) {
        return store.read(tables ->
                tables.notices().cleared(5000).stream().map(Notification::id).toList());
    }

    private void given(int cleared) throws Exception {
        SqliteStore store = Given.store(home);
        done(store.write(tables -> {
            for (int i = 1; i <= cleared; i++) {
                tables.notices().put(notice(i, State.CLEARED, NOON.plusSeconds(i)));
            }
            tables.notices().put(notice(5000));
            return true;
        }));
        store.close();
    }

    @Test
    void oldestClearedNoticesBeyondTheNumberGo() throws Exception {
        given(1000);

        List<Long> ids = idsAfterStart(3, Given.QUICK.history(3, Duration.ofDays(400)), NOON.plusSeconds(2000));

        assertEquals(List.of(1000L, 999L, 998L), ids);
    }

    @Test
    void clearedNoticesGoByAgeAndActiveOnesNever() throws Exception {
        given(500);

        List<Long> ids = idsAfterStart(
                2,
                Given.QUICK.history(10_000, Duration.ofDays(1)),
                NOON.plus(Duration.ofDays(1)).plusSeconds(499));

        assertEquals(List.of(500L, 499L), ids);
    }
}
