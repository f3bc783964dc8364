package org.benchconnect.upgrade.upgrader;

import java.time.Clock;
import java.util.Optional;
import org.benchconnect.core.account.AccountId;
import org.benchconnect.core.ledger.Ledger;
import org.benchconnect.core.notification.Notifications;
import org.benchconnect.core.upgrade.UpgradeState;
import org.benchconnect.upgrade.journal.Journal;

/** Tells ledger and people what is so. Nothing here changes an outcome. For one thread. */
final class Telling {
    private final Course course;
    private final Journal journal;
    private final Clock clock;
    private final LedgerTelling ledgerTelling = new LedgerTelling();
    private final NoticeBoard board = new NoticeBoard();

    Telling(Course course, Journal journal, Clock clock) {
        this.course = course;
        this.journal = journal;
        this.clock = clock;
    }

    /** @param wantedBack who asked for the way back, if somebody said so */
    void tell(Optional<Ledger> ledger, Optional<Notifications> client, Optional<AccountId> wantedBack) {
        UpgradeState state = course.state();
        Optional<Ended.Told> ended = course.ended();
        ledger.ifPresent(now -> {
            state.last().ifPresent(change -> ledgerTelling.tell(now, change, journal.entries(), wantedBack));
            ended.ifPresent(one -> ledgerTelling.tell(now, one));
        });
        client.ifPresent(now -> board.show(now, NoticeRules.of(state, ended, clock.instant())));
    }
}
