package org.benchconnect.upgrade.upgrader;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import org.benchconnect.core.ledger.Detail;
import org.benchconnect.core.ledger.Entry;
import org.benchconnect.core.ledger.Event;
import org.benchconnect.core.ledger.EventKind;
import org.benchconnect.core.upgrade.Approval;
import org.benchconnect.core.upgrade.Approval.When;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class LedgerEventsTest {
    @TempDir
    Path home;

    private Given pc;
    private FakeLedger ledger;

    @BeforeEach
    void agent() {
        pc = new Given(home);
        ledger = new FakeLedger(pc.clock);
    }

    @Nested
    class Allowing {
        private Approval approval(Optional<Long> standing) {
            return new Approval(0, Given.ADA, Given.NOON, When.AS_SOON_AS_IDLE, standing);
        }

        private Optional<Boolean> allows(Optional<Long> standing) {
            return LedgerEvents.allows(ledger, Given.PLAN, approval(standing));
        }

        private void kept(EventKind kind, String plan) {
            ledger.append(Event.of(kind).with(Detail.PLAN, plan));
        }

        @Test
        void theEntryOfThisPlanAllowsIt() {
            kept(EventKind.UPGRADE_ALLOWED, Given.PLAN);

            assertEquals(Optional.of(true), allows(Optional.empty()));
        }

        @Test
        void anotherPlansEntryDoesNot() {
            kept(EventKind.UPGRADE_ALLOWED, "2".repeat(64));

            assertEquals(Optional.of(false), allows(Optional.empty()));
        }

        @Test
        void noEntryAndAnotherKindDoNot() {
            assertEquals(Optional.of(false), allows(Optional.empty()));

            kept(EventKind.UPGRADE_COMMITTED, Given.PLAN);

            assertEquals(Optional.of(false), allows(Optional.empty()));
        }

        @Test
        void aLaterNoTakesItBackHoweverMuchLater() {
            kept(EventKind.UPGRADE_ALLOWED, Given.PLAN);
            for (int i = 0; i < 2500; i++) {
                ledger.append(Event.of(EventKind.AGENT_STARTED));
            }
            kept(EventKind.UPGRADE_REFUSED, Given.PLAN);

            assertEquals(Optional.of(false), allows(Optional.empty()));
        }

        @Test
        void theEndOfAStandingConsentTakesOnlyThatBack() {
            kept(EventKind.UPGRADE_ALLOWED, Given.PLAN);
            ledger.append(Event.of(EventKind.FIXES_ASKED));

            assertEquals(Optional.of(false), allows(Optional.of(5L)));
            assertEquals(Optional.of(true), allows(Optional.empty()));
        }
    }

    @Nested
    class Telling {
        private void tell(LedgerTelling telling) {
            telling.tell(ledger, pc.last(), pc.journal.entries(), Optional.of(Given.ADA));
        }

        private List<EventKind> kinds() {
            return ledger.entries.stream().map(Entry::event).map(Event::kind).toList();
        }

        @Test
        void eachStepIsToldOnceAlsoByTheNextAgent() throws Exception {
            LedgerTelling first = new LedgerTelling();
            pc.switched();
            tell(first);
            tell(first);
            pc.passes(Duration.ofSeconds(63));

            LedgerTelling next = new LedgerTelling();
            tell(next);
            tell(next);

            assertEquals(List.of(EventKind.UPGRADE_SWITCHED, EventKind.UPGRADE_COMMITTED), kinds());
            assertEquals(Given.PLAN, ledger.entries.get(1).event().details().get(Detail.PLAN));
        }

        @Test
        void whoWentBackIsNamed() throws Exception {
            pc.switched();
            pc.course.goBack();

            tell(new LedgerTelling());

            Event back = ledger.entries.get(1).event();
            assertEquals(EventKind.UPGRADE_WENT_BACK, back.kind());
            assertEquals(Optional.of(Given.ADA), back.by());
            assertEquals("2", back.details().get(Detail.GENERATION));
        }

        @Test
        void aRollbackIsToldAsGoingBackFromWhatRan() throws Exception {
            pc.switched();
            pc.passes(Duration.ofSeconds(63));
            pc.course.goBack();
            pc.passes(Duration.ofSeconds(63));

            tell(new LedgerTelling());

            assertEquals(List.of(EventKind.UPGRADE_WENT_BACK, EventKind.UPGRADE_COMMITTED), kinds());
            assertEquals("2", ledger.entries.get(0).event().details().get(Detail.GENERATION));
        }
    }
}
