package org.benchconnect.consent.grant;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.util.List;
import java.util.Optional;
import org.benchconnect.core.consent.Consent;
import org.benchconnect.core.ledger.Entry;
import org.benchconnect.core.ledger.Event;
import org.benchconnect.core.ledger.Head;
import org.benchconnect.core.ledger.Ledger;
import org.benchconnect.core.ledger.LedgerException;
import org.benchconnect.core.ledger.LedgerState;
import org.benchconnect.core.ledger.Verdict;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** A ledger whose entries the disk does not give is a stated condition, not an error of whoever asks. */
class UnreadableLedgerTest {
    private Laboratory lab;

    @BeforeEach
    void remoteSupportIsAllowed() throws Exception {
        lab = new Laboratory();
        lab.supportAllowed();
        lab.consents.consents();
        lab.around.ledger = new Unreadable(lab.realLedger);
    }

    @Test
    void consentsAreShownAsTheyWereLastReadAndTheStatusSaysSo() {
        List<Consent> consents = lab.consents.consents();

        assertEquals(1, consents.size());
        assertEquals(1, lab.consents.features().size());
        assertEquals(ConsentReport.Subject.CONSENT_LEDGER_UNREADABLE, ConsentReport.subject(lab.consents.summary()));
    }

    @Test
    void whatRunsRunsOnAndTakingBackWorks() {
        lab.look();
        assertTrue(lab.launcher.runs(Laboratory.SUPPORT));

        lab.consents.withdraw(Laboratory.SUPPORT, Optional.empty());

        assertFalse(lab.launcher.runs(Laboratory.SUPPORT));
    }

    @Test
    void afterARestartNothingIsStartedUntilItCanBeRead() throws Exception {
        Laboratory again = lab.restartedWithoutLooking();
        again.around.ledger = new Unreadable(again.realLedger);
        again.look();
        assertFalse(again.launcher.runs(Laboratory.SUPPORT));

        again.around.ledger = again.realLedger;
        again.look();

        assertTrue(again.launcher.runs(Laboratory.SUPPORT));
        assertEquals(ConsentReport.Subject.CONSENT, ConsentReport.subject(again.consents.summary()));
    }

    /** Everything else is as it is. */
    private record Unreadable(Ledger real) implements Ledger {
        @Override
        public List<Entry> entries(long from, int most) {
            throw new UncheckedIOException(new IOException("the disk does not give it"));
        }

        @Override
        public Entry append(Event event) throws LedgerException {
            return real.append(event);
        }

        @Override
        public void note(Event event) {
            real.note(event);
        }

        @Override
        public long size() {
            return real.size();
        }

        @Override
        public Optional<Head> head() {
            return real.head();
        }

        @Override
        public LedgerState state() {
            return real.state();
        }

        @Override
        public String id() {
            return real.id();
        }

        @Override
        public void export(OutputStream out) throws IOException {
            real.export(out);
        }

        @Override
        public Verdict verify() throws IOException {
            return real.verify();
        }
    }
}
