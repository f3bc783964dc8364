package org.benchconnect.ledger;

import static org.benchconnect.ledger.LedgerHome.ENTRIES;
import static org.benchconnect.ledger.LedgerHome.EVENT;
import static org.benchconnect.ledger.LedgerHome.HEAD;
import static org.benchconnect.ledger.LedgerHome.HOME;
import static org.benchconnect.ledger.LedgerHome.NOON;
import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.List;
import org.benchconnect.core.ledger.Detail;
import org.benchconnect.core.ledger.Entry;
import org.benchconnect.core.ledger.Event;
import org.benchconnect.core.ledger.EventKind;
import org.benchconnect.core.ledger.LedgerState;
import org.benchconnect.ledger.testing.TestDevice;
import org.benchconnect.ledger.testing.TestLedger;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** What the next start makes of a ledger that no loss of power left so: it is kept as evidence, and another one begins. */
@ExtendWith(LedgerHome.Quiet.class)
class BrokenLedgerTest {
    private final LedgerHome home = new LedgerHome();

    @Test
    void everyChangedByteBeforeTheLastEntryIsABreakAndNothingOfItIsRepaired() throws Exception {
        TestLedger ledger = home.open();
        ledger.append(EVENT);
        ledger.append(EVENT);
        int lastEntry = home.entries().length;
        ledger.append(EVENT);
        int tried = 0;

        for (int at = 0; at < lastEntry; at++) {
            for (int change : new int[] {1, 0xff}) {
                MemoryStorage damaged = home.withChangedByte(ENTRIES, at, change);
                byte[] bytes = damaged.files.get(ENTRIES).clone();

                TestLedger next = home.open(damaged);

                assertNotEquals(ledger.id(), next.id(), "byte " + at);
                assertArrayEquals(bytes, damaged.files.get(HOME.resolve("ledger/broken-1")));
                assertEquals(LedgerState.EVIDENCE_KEPT, next.state());
                assertEquals(1, next.size());
                Event begun = next.all().get(0).event();
                assertEquals(EventKind.LEDGER_BEGUN, begun.kind());
                assertTrue(begun.details().containsKey(Detail.DIGEST));
                assertTrue(begun.details().containsKey(Detail.REASON));
                tried++;
            }
        }

        assertTrue(tried > 700, String.valueOf(tried));
    }

    @Test
    void aChangedByteOfTheLastEntryIsABreakWhenAHeadCoversIt() throws Exception {
        TestLedger ledger = home.open();
        ledger.append(EVENT);
        byte[] withoutHead = home.entries();
        ledger.close();

        for (int at = withoutHead.length - 1; at > withoutHead.length - 60; at--) {
            MemoryStorage damaged = home.withChangedByte(ENTRIES, at, 1);

            assertEquals(LedgerState.EVIDENCE_KEPT, home.open(damaged).state(), "byte " + at);
        }
    }

    @Test
    void entriesThatWereCutOffBelowTheNewestHeadAreMissed() throws Exception {
        TestLedger ledger = home.open();
        byte[] early = home.entries();
        ledger.append(EVENT);
        ledger.close();
        home.storage.files.put(ENTRIES, early);

        TestLedger next = home.open();

        assertEquals(LedgerState.EVIDENCE_KEPT, next.state());
        assertEquals("TRUNCATED", next.all().get(0).event().details().get(Detail.REASON));
        assertTrue(home.storage.files.containsKey(HOME.resolve("ledger/broken-1.head")));
    }

    @Test
    void entriesThatAreGoneAltogetherAreMissed() throws Exception {
        home.open().append(EVENT);
        home.storage.files.remove(ENTRIES);

        TestLedger next = home.open();

        assertEquals(LedgerState.EVIDENCE_KEPT, next.state());
        assertEquals(List.of("broken-1.head", "entries", "head"), home.storage.names(HOME.resolve("ledger")));
    }

    @Test
    void aChangedHeadFileIsABreak() throws Exception {
        TestLedger ledger = home.open();
        ledger.append(EVENT);
        int length = home.storage.files.get(HEAD).length;

        for (int at = 0; at < length; at++) {
            MemoryStorage damaged = home.withChangedByte(HEAD, at, 1);

            assertEquals(LedgerState.EVIDENCE_KEPT, home.open(damaged).state(), "byte " + at);
        }
    }

    @Test
    void aLossOfPowerWhileABrokenOneIsSetAsideEndsTheSame() throws Exception {
        TestLedger ledger = home.open();
        ledger.append(EVENT);
        home.storage.files.put(
                HOME.resolve("ledger/broken-1"), home.storage.files.remove(ENTRIES)); // renamed, and no further

        TestLedger next = home.open();

        assertEquals(LedgerState.EVIDENCE_KEPT, next.state());
        assertTrue(next.all().get(0).event().details().containsKey(Detail.DIGEST));
        next.append(EVENT);
        assertEquals(2, home.open().size());
        assertEquals(next.id(), home.open().id());
    }

    @Test
    void theLedgerOfAnotherDeviceIsNotContinued() throws Exception {
        TestLedger ledger = home.open();
        ledger.append(EVENT);
        MemoryStorage other = new MemoryStorage(home.storage);

        TestLedger atTheStart = TestLedger.open(home.storage, HOME, new TestDevice(), NOON);
        TestLedger whenTheKeyComes = TestLedger.openWithoutKey(other, HOME, NOON);
        assertEquals(ledger.id(), whenTheKeyComes.id());
        whenTheKeyComes.device(new TestDevice());

        for (TestLedger next : List.of(atTheStart, whenTheKeyComes)) {
            assertNotEquals(ledger.id(), next.id());
            assertEquals(LedgerState.EVIDENCE_KEPT, next.state());
            assertTrue(next.verify().holds());
            next.append(EVENT);
            assertEquals(List.of(0L, 1L), next.all().stream().map(Entry::number).toList());
        }
    }

    @Test
    void evidenceIsNeverOverwritten() throws Exception {
        for (int i = 1; i <= 3; i++) {
            home.open().append(EVENT);
            byte[] bytes = home.entries();
            bytes[60] ^= 1;
            home.storage.files.put(ENTRIES, bytes);
        }
        home.open();

        List<String> evidence = new ArrayList<>(home.storage.names(HOME.resolve("ledger")));
        evidence.removeIf(name -> !name.startsWith("broken-"));

        assertEquals(
                List.of("broken-1", "broken-1.head", "broken-2", "broken-2.head", "broken-3", "broken-3.head"),
                evidence);
    }
}
