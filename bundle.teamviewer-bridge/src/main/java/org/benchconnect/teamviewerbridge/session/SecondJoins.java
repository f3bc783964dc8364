package org.benchconnect.teamviewerbridge.session;

import java.util.concurrent.atomic.AtomicInteger;
import org.benchconnect.core.ledger.Detail;
import org.benchconnect.core.ledger.EventKind;

/** Who came with the code of a visit after its supporter, as an untrusted relay tells it: the first few are in the ledger. Safe for any thread. */
final class SecondJoins {
    private static final int MOST = 5;

    private final String session;
    private final Notes notes;
    private final AtomicInteger told = new AtomicInteger();

    SecondJoins(String session, Notes notes) {
        this.session = session;
        this.notes = notes;
    }

    void told() {
        if (told.getAndUpdate(count -> Math.min(count + 1, MOST)) < MOST) {
            notes.note(Written.of(EventKind.SUPPORTER_REFUSED, session).with(Detail.REASON, "SECOND_JOIN"));
        }
    }
}
