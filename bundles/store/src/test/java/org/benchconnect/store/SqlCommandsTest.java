package org.benchconnect.store;

import static org.benchconnect.store.Given.NOON;
import static org.benchconnect.store.Given.yes;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class SqlCommandsTest {
    private static final String NONCE = "abcdefghijklmnop-_09";

    @TempDir
    Path home;

    private SqliteStore at(Instant now) {
        return new SqliteStore(home, Clock.fixed(now, ZoneOffset.UTC), Given.QUICK, true);
    }

    private static boolean take(SqliteStore store) throws Exception {
        return yes(store.write(tables -> tables.commands().take(NONCE, NOON)));
    }

    @Test
    void aCommandCountsOnceAlsoAfterARestart() throws Exception {
        SqliteStore store = at(NOON);
        assertTrue(take(store));
        assertFalse(take(store));
        store.close();

        SqliteStore again = at(NOON);

        assertFalse(take(again));
        again.close();
    }

    @Test
    void aCommandWhoseEffectFailsWasNotTaken() throws Exception {
        SqliteStore store = at(NOON);

        Given.failure(store.write(tables -> {
            tables.commands().take(NONCE, NOON);
            throw new IllegalStateException("its effect failed");
        }));

        assertTrue(take(store));
        store.close();
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "short", "fifteen-letters", "with space in the nonce", "ümlaut-ümlaut-ümlaut"})
    void whatIsNoNonceIsRefused(String nonce) throws Exception {
        SqliteStore store = at(NOON);

        Given.failure(store.write(tables -> tables.commands().take(nonce, NOON)));

        store.close();
    }

    @ParameterizedTest
    @ValueSource(strings = {"PT25H", "P366D"})
    void aCommandIsNotTakenAgainAfterItsNumberIsGoneAndTheClockIsSetBack(Duration ahead) throws Exception {
        SqliteStore store = at(NOON);
        assertTrue(take(store));
        store.close();
        SqliteStore later = at(NOON.plus(ahead));
        Given.await(() -> numbers(later) == 0);
        later.close();

        SqliteStore back = at(NOON.minus(Duration.ofHours(1)));

        assertFalse(take(back));
        assertTrue(yes(back.write(tables -> tables.commands().take(NONCE, NOON.plusMillis(1)))));
        back.close();
        SqliteStore again = at(NOON.plus(ahead));
        Given.await(() -> numbers(again) == 0);
        assertFalse(yes(again.write(tables -> tables.commands().take(NONCE, NOON.plusMillis(1)))));
        again.close();
    }

    private static long numbers(SqliteStore store) {
        return store.read(tables -> ((SqlTables) tables).statements().number("SELECT count(*) FROM command"));
    }

    @Test
    void anExpiredCommandIsKnownForADayLonger() throws Exception {
        SqliteStore store = at(NOON);
        take(store);
        store.close();

        try (Statements sql = Given.sql(home)) {
            Duration day = Duration.ofDays(1);

            new Retention(sql, Clock.fixed(NOON.plus(day), ZoneOffset.UTC), Given.QUICK).piece();
            long within = sql.number("SELECT count(*) FROM command");
            new Retention(sql, Clock.fixed(NOON.plus(day).plusMillis(1), ZoneOffset.UTC), Given.QUICK).piece();
            long after = sql.number("SELECT count(*) FROM command");

            assertTrue(within == 1 && after == 0);
        }
    }
}
