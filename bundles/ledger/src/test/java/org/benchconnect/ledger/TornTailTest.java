package org.benchconnect.ledger;

import static org.benchconnect.ledger.LedgerHome.ENTRIES;
import static org.benchconnect.ledger.LedgerHome.EVENT;
import static org.benchconnect.ledger.LedgerHome.HOME;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.benchconnect.core.ledger.Detail;
import org.benchconnect.core.ledger.Entry;
import org.benchconnect.core.ledger.EventKind;
import org.benchconnect.core.ledger.Head;
import org.benchconnect.core.ledger.LedgerException;
import org.benchconnect.core.ledger.LedgerState;
import org.benchconnect.ledger.testing.TestLedger;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** What the next start, or the next write, makes of a file that ends where it should not: nothing acknowledged is lost. */
@ExtendWith(LedgerHome.Quiet.class)
class TornTailTest {
    private final LedgerHome home = new LedgerHome();

    @Test
    void aTailThatIsTornAnywhereKeepsEveryAcknowledgedEntry() throws Exception {
        TestLedger ledger = home.open();
        ledger.append(EVENT);
        ledger.append(EVENT);
        List<Entry> acknowledged = ledger.all();
        byte[] before = home.entries();
        ledger.append(EVENT);
        byte[] after = home.entries();
        int tried = 0;

        for (int length = before.length + 1; length < after.length; length++) {
            for (boolean zeros : new boolean[] {false, true}) {
                MemoryStorage torn = new MemoryStorage(home.storage);
                byte[] left = Arrays.copyOf(after, length);
                torn.files.put(ENTRIES, zeros ? Arrays.copyOf(left, after.length) : left);
                if (Arrays.equals(torn.files.get(ENTRIES), after)) {
                    continue; // its last byte is a zero
                }

                TestLedger next = home.open(torn);

                assertEquals(ledger.id(), next.id());
                assertEquals(acknowledged, next.entries(0, 3));
                Entry cut = next.all().get(3);
                assertEquals(EventKind.TAIL_CUT, cut.event().kind());
                assertEquals(
                        String.valueOf(before.length), cut.event().details().get(Detail.POSITION));
                assertEquals(4, next.size());
                assertTrue(torn.files.containsKey(HOME.resolve("ledger/torn-" + next.id() + "-" + before.length)));
                assertEquals(LedgerState.TAKES_ENTRIES, next.state());
                assertTrue(next.verify().holds());
                assertEquals(4, home.open(torn).size(), "cut once");
                tried++;
            }
        }

        assertTrue(tried > 200, String.valueOf(tried));
    }

    @Test
    void anEntryThatCameWithAHeadTearsAnywhereToo() throws Exception {
        TestLedger ledger = home.open();
        for (int i = 0; i < 63; i++) {
            ledger.append(EVENT);
        }
        MemoryStorage whole = new MemoryStorage(home.storage);
        byte[] before = home.entries();
        ledger.append(EVENT);
        byte[] after = home.entries();
        assertEquals(Optional.of(65L), ledger.head().map(Head::size));

        for (int length = before.length + 1; length < after.length; length++) {
            MemoryStorage torn = new MemoryStorage(whole);
            torn.files.put(ENTRIES, Arrays.copyOf(after, length));

            TestLedger next = home.open(torn);

            assertEquals(ledger.id(), next.id());
            assertTrue(next.size() == 65 || next.size() == 66, "at " + length);
            assertEquals(EVENT, next.entries(63, 1).get(0).event());
        }
    }

    @Test
    void aTailThatAFullDiskDoesNotLetBeCutIsCutLater() throws Exception {
        TestLedger ledger = home.open();
        ledger.append(EVENT);
        byte[] whole = home.entries();
        home.storage.files.put(ENTRIES, Arrays.copyOf(whole, whole.length - 5));
        home.storage.full = true;

        TestLedger next = home.open();
        assertEquals(LedgerState.CANNOT_WRITE, next.state());
        assertEquals(1, next.size());
        home.storage.full = false;
        next.append(EVENT);

        assertEquals(
                List.of(EventKind.LEDGER_BEGUN, EventKind.TAIL_CUT, EventKind.PIN_WRONG),
                next.all().stream().map(each -> each.event().kind()).toList());
        assertEquals(LedgerState.TAKES_ENTRIES, next.state());
    }

    @Test
    void aCutThatWasNotRecordedYetIsRecordedAtTheNextStart() throws Exception {
        TestLedger ledger = home.open();
        home.storage.files.put(
                HOME.resolve("ledger/torn-" + ledger.id() + "-" + home.entries().length), new byte[] {1});

        TestLedger next = home.open();

        assertEquals(EventKind.TAIL_CUT, next.all().get(1).event().kind());
        assertEquals(2, home.open().size());
    }

    @Test
    void whatSomebodyElseChangedUnderTheAgentIsNotWrittenTo() throws Exception {
        TestLedger ledger = home.open();
        byte[] bytes = home.entries();
        home.storage.files.remove(ENTRIES);

        assertFalse(succeeds(ledger));
        home.storage.files.put(ENTRIES, Arrays.copyOf(bytes, bytes.length - 1));
        assertFalse(succeeds(ledger));
        home.storage.files.put(ENTRIES, bytes);

        assertTrue(succeeds(ledger));
    }

    private static boolean succeeds(TestLedger ledger) {
        try {
            ledger.append(EVENT);
            return true;
        } catch (LedgerException e) {
            return false;
        }
    }
}
