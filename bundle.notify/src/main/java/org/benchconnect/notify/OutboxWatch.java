package org.benchconnect.notify;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Set;
import org.benchconnect.core.signal.Condition;
import org.benchconnect.core.signal.Facts;
import org.benchconnect.core.signal.Severity;
import org.benchconnect.core.signal.Signal;
import org.benchconnect.core.store.Tables;

/** Tells that messages were given up because the outbox was full: at once, then at most once an hour, and that there is room again. In one transaction. */
final class OutboxWatch {
    private static final Duration PAUSE = Duration.ofHours(1);

    /** There is room again when so much of what waited has left. In percent. */
    private static final int LEFT_PERCENT = 10;

    private static final Condition FULL = Condition.of(NoticeCode.OUTBOX_FULL, Facts.none());

    private final Tables tables;
    private final Bookkeeping books;
    private final Instant now;

    OutboxWatch(Tables tables, Bookkeeping books, Instant now) {
        this.tables = tables;
        this.books = books;
        this.now = now;
    }

    /**
     * Looks.
     *
     * @return how many were given up that the ledger was not told of
     */
    long look() {
        Remembered remembered = new Remembered(tables.positions());
        Remembered.GivenUp told = remembered.givenUp();
        long count = tables.outbox().givenUp();
        long waiting = tables.outbox().waiting();
        Instant last = Instant.ofEpochMilli(told.at());
        boolean paused = last.isAfter(now) || !now.isBefore(last.plus(PAUSE));
        if (count > told.count() && (told.count() == 0 || paused)) {
            tell(count, waiting);
            // What this notice's own report made give way is known by then, and is no news in an hour.
            remembered.givenUp(new Remembered.GivenUp(tables.outbox().givenUp(), waiting, now.toEpochMilli()));
            return count - told.count();
        }
        if (count == told.count() && waiting <= told.waiting() * (100 - LEFT_PERCENT) / 100) {
            books.take(Remembered.SELF, List.of(), Set.of(FULL));
        }
        return 0;
    }

    private void tell(long count, long waiting) {
        Facts facts = Facts.none().with(NoticeCode.Fact.GIVEN_UP, count).with(NoticeCode.Fact.WAITING, waiting);
        books.take(Remembered.SELF, List.of(new Signal(NoticeCode.OUTBOX_FULL, Severity.WARNING, facts)), Set.of());
    }
}
