package org.benchconnect.ledger;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.stream.LongStream;
import org.benchconnect.core.account.AccountId;
import org.benchconnect.core.ledger.Detail;
import org.benchconnect.core.ledger.Entry;
import org.benchconnect.core.ledger.Event;
import org.benchconnect.core.ledger.EventKind;
import org.benchconnect.core.ledger.Head;
import org.benchconnect.core.ledger.LedgerException;
import org.benchconnect.core.ledger.LedgerState;
import org.benchconnect.core.ledger.Verdict;
import org.benchconnect.ledger.format.Bytes;
import org.benchconnect.ledger.format.Verifier;
import org.benchconnect.ledger.testing.TestDevice;
import org.benchconnect.ledger.testing.TestLedger;
import org.junit.jupiter.api.Test;

class FileLedgerTest {
    private static final Path HOME = Path.of("home");
    private static final Instant NOON = Instant.parse("2026-05-04T12:00:00.250Z");
    private static final Event ASKED = Event.of(EventKind.CONSENT_ASKED)
            .by(new AccountId("0123456789abcdef"))
            .with(Detail.FEATURE, "org.benchconnect.file-transfer")
            .with(Detail.VERSION, "2.0.0");
    private static final Event GIVEN = new Event(EventKind.CONSENT_GIVEN, ASKED.by(), ASKED.details());
    private static final Event ENDED = Event.of(EventKind.LEASE_ENDED).with(Detail.REASON, "TIME_OUT");

    private final MemoryStorage storage = new MemoryStorage();
    private final TestDevice device = new TestDevice();

    @Test
    void whatWasAppendedIsReadAgainAfterARestart() throws Exception {
        TestLedger ledger = open();

        Entry first = ledger.append(ASKED);
        Entry second = ledger.append(ENDED);

        assertEquals(List.of(first, second), open().entries(1, 10));
        assertEquals(ASKED, first.event());
        assertEquals(NOON, first.time());
        assertEquals(3, open().size());
    }

    @Test
    void entriesAreReadFromAnyNumberOn() throws Exception {
        TestLedger ledger = open();
        for (int i = 1; i < 300; i++) {
            ledger.append(ASKED.with(Detail.COUNT, i));
        }

        for (int from = 0; from < 300; from++) {
            List<Long> numbers =
                    ledger.entries(from, 70).stream().map(Entry::number).toList();

            assertEquals(
                    LongStream.range(from, Math.min(300, from + 70)).boxed().toList(), numbers);
        }
        assertEquals(List.of(), ledger.entries(300, 10));
    }

    @Test
    void aHeadComesWithEvery64thEntry() throws Exception {
        TestLedger ledger = open();
        assertEquals(Optional.of(1L), ledger.head().map(Head::size));

        for (int i = 0; i < 64; i++) {
            ledger.append(ASKED);
        }

        assertEquals(Optional.of(65L), ledger.head().map(Head::size));
        assertEquals(
                List.of(1L, 65L), ledger.witnesses().stream().map(Head::size).toList());
    }

    @Test
    void aHeadComesAMinuteAfterAnEntry() throws Exception {
        TestLedger ledger = open();
        ledger.append(ASKED);

        ledger.pass(Duration.ofSeconds(59));
        Optional<Long> before = ledger.head().map(Head::size);
        ledger.pass(Duration.ofSeconds(1));

        assertEquals(Optional.of(1L), before);
        assertEquals(Optional.of(2L), ledger.head().map(Head::size));
    }

    @Test
    void aHeadComesWhenTheAgentEnds() throws Exception {
        TestLedger ledger = open();
        ledger.append(ASKED);

        ledger.close();

        assertEquals(Optional.of(2L), open().head().map(Head::size));
    }

    @Test
    void entriesAreTakenBeforeTheKeyIsThereAndSignedWhenItComes() throws Exception {
        TestLedger ledger = TestLedger.openWithoutKey(storage, HOME, NOON);
        for (int i = 0; i < 70; i++) {
            ledger.append(ASKED);
        }
        assertEquals(Optional.empty(), ledger.head());
        assertThrows(IOException.class, () -> ledger.export(new ByteArrayOutputStream()));

        ledger.device(device);

        assertEquals(Optional.of(71L), ledger.head().map(Head::size));
        assertTrue(ledger.verify().holds());
    }

    @Test
    void anExportHoldsWithAHeadThatIsFresh() throws Exception {
        TestLedger ledger = open();
        ledger.append(ASKED);
        Head old = ledger.head().orElseThrow();
        ledger.set(NOON.plusSeconds(5));

        Verdict verdict = verify(export(ledger), Optional.of(old));

        assertTrue(verdict.holds(), verdict.toString());
        assertEquals(2, verdict.proven());
        assertEquals(NOON.plusSeconds(5), verdict.head().orElseThrow().time());
        assertEquals(Optional.of(old), ledger.head());
    }

    @Test
    void aClockThatIsSetBackKeepsTheOrder() throws Exception {
        TestLedger ledger = open();
        Entry before = ledger.append(ASKED);

        ledger.set(NOON.minus(Duration.ofDays(400)));
        Entry after = ledger.append(ENDED);
        ledger.set(Instant.MIN);
        ledger.append(ENDED);
        ledger.set(Instant.MAX);
        Entry mad = ledger.append(ENDED);

        assertEquals(before.time(), after.time());
        assertEquals(Instant.parse("9999-12-31T23:59:59.999Z"), mad.time());
        assertTrue(ledger.verify().holds());
        assertEquals(5, open().size());
    }

    @Test
    void aFullDiskRefusesWhatRaisesAndLeavesNothingOfIt() throws Exception {
        TestLedger ledger = open();
        ledger.append(GIVEN);
        byte[] before = entries();

        for (int partial : new int[] {0, 1, 9, 100, 1000}) {
            storage.full = true;
            storage.partial = partial;
            assertThrows(LedgerException.class, () -> ledger.append(GIVEN));

            assertEquals(LedgerState.CANNOT_WRITE, ledger.state());
            assertEquals(2, ledger.size());
            assertEquals(before.length, entries().length);
            assertEquals(2, new MemoryStorageCopy(storage).reopened().size());
            storage.full = false;
        }

        assertEquals(2, ledger.append(ENDED).number());
        assertEquals(LedgerState.TAKES_ENTRIES, ledger.state());
    }

    @Test
    void notesThatAFullDiskRefusedArriveLaterInOrderAndWithTheirTime() throws Exception {
        TestLedger ledger = open();
        storage.full = true;
        ledger.note(ASKED.with(Detail.COUNT, 1));
        ledger.pass(Duration.ofSeconds(3));
        ledger.note(ASKED.with(Detail.COUNT, 2));
        assertEquals(LedgerState.CANNOT_WRITE, ledger.state());

        storage.full = false;
        ledger.pass(Duration.ofSeconds(30));

        List<Entry> entries = ledger.entries(1, 10);
        assertEquals(
                List.of("1", "2"),
                entries.stream()
                        .map(each -> each.event().details().get(Detail.COUNT))
                        .toList());
        assertEquals(NOON, entries.get(0).time());
        assertEquals(NOON.plusSeconds(3), entries.get(1).time());
        assertEquals(LedgerState.TAKES_ENTRIES, ledger.state());
    }

    @Test
    void anEntryComesBehindTheNotesThatWaited() throws Exception {
        TestLedger ledger = open();
        storage.full = true;
        ledger.note(ASKED.with(Detail.COUNT, 1));
        storage.full = false;

        Entry entry = ledger.append(ENDED);

        assertEquals(2, entry.number());
        assertEquals(3, ledger.size());
    }

    @Test
    void theNewest1000NotesAreKept() throws Exception {
        TestLedger ledger = open();
        storage.full = true;
        for (int i = 0; i < 1003; i++) {
            ledger.note(ASKED.with(Detail.COUNT, i));
        }

        storage.full = false;
        ledger.pass(Duration.ofSeconds(10));

        assertEquals(1001, ledger.size());
        assertEquals("3", ledger.entries(1, 1).get(0).event().details().get(Detail.COUNT));
    }

    @Test
    void aDiskThatHasRoomAgainIsNoticedWithoutAnEntry() throws Exception {
        TestLedger ledger = open();
        storage.full = true;
        assertThrows(LedgerException.class, () -> ledger.append(ASKED));
        ledger.pass(Duration.ofSeconds(10));
        assertEquals(LedgerState.CANNOT_WRITE, ledger.state());

        storage.full = false;
        ledger.pass(Duration.ofSeconds(10));

        assertEquals(LedgerState.TAKES_ENTRIES, ledger.state());
        assertFalse(ledger.size() > 1);
    }

    private TestLedger open() throws IOException {
        return TestLedger.open(storage, HOME, device, NOON);
    }

    private byte[] entries() {
        return storage.files.get(HOME.resolve("ledger/entries")).clone();
    }

    private static byte[] export(TestLedger ledger) throws IOException {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        ledger.export(out);
        return out.toByteArray();
    }

    private Verdict verify(byte[] file, Optional<Head> witness) throws IOException {
        return Verifier.verify(Bytes.of(file), device.key(), witness);
    }

    /** The same disk, looked at by the next start. */
    private final class MemoryStorageCopy {
        private final MemoryStorage copy;

        MemoryStorageCopy(MemoryStorage original) {
            copy = new MemoryStorage(original);
        }

        TestLedger reopened() throws IOException {
            return TestLedger.open(copy, HOME, device, NOON);
        }
    }
}
