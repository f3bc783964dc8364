package org.benchconnect.ledger;

import static org.benchconnect.ledger.LedgerHome.ENTRIES;
import static org.benchconnect.ledger.LedgerHome.EVENT;
import static org.benchconnect.ledger.LedgerHome.HEAD;
import static org.benchconnect.ledger.LedgerHome.HOME;
import static org.benchconnect.ledger.LedgerHome.NOON;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.ByteArrayOutputStream;
import java.time.Duration;
import java.util.Arrays;
import java.util.Base64;
import java.util.List;
import java.util.Optional;
import org.benchconnect.core.ledger.Detail;
import org.benchconnect.core.ledger.Event;
import org.benchconnect.core.ledger.EventKind;
import org.benchconnect.core.ledger.Head;
import org.benchconnect.core.ledger.LedgerException;
import org.benchconnect.core.ledger.LedgerState;
import org.benchconnect.ledger.format.Bytes;
import org.benchconnect.ledger.format.Chain;
import org.benchconnect.ledger.format.Heads;
import org.benchconnect.ledger.format.Scan;
import org.benchconnect.ledger.testing.TestDevice;
import org.benchconnect.ledger.testing.TestLedger;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** What somebody who can write the home folder, and has no key, can make of the ledger of an agent that does not run: nothing that counts. */
@ExtendWith(LedgerHome.Quiet.class)
class ForgedEntryTest {
    private static final Event GIVEN =
            Event.of(EventKind.CONSENT_GIVEN).with(Detail.FEATURE, "org.benchconnect.remote-support");

    private final LedgerHome home = new LedgerHome();

    @Test
    void aConsentThatWasAppendedWhileTheAgentWasStoppedDoesNotCount() throws Exception {
        TestLedger ledger = home.open();
        ledger.append(EVENT);
        long position = home.entries().length;
        forge(GIVEN, EVENT);

        TestLedger next = home.open();

        assertEquals(ledger.id(), next.id());
        assertEquals(kinds(EventKind.LEDGER_BEGUN, EventKind.PIN_WRONG, EventKind.TAIL_CUT), kinds(next));
        Event cut = next.all().get(2).event();
        assertEquals("UNSIGNED", cut.details().get(Detail.REASON));
        assertEquals(String.valueOf(position), cut.details().get(Detail.POSITION));
        assertTrue(home.storage.files.containsKey(HOME.resolve("ledger/torn-" + next.id() + "-" + position)));
        next.close();
        assertTrue(home.open().verify().holds());
        assertEquals(3, home.open().size(), "cut once");
    }

    @ParameterizedTest
    @EnumSource(EventKind.class)
    void noKindThatRaisesCountsWithoutASignatureAndTheOthersStay(EventKind kind) throws Exception {
        home.open();
        forge(Event.of(kind));

        TestLedger next = home.open();

        assertEquals(kind.raises() ? EventKind.TAIL_CUT : kind, kinds(next).get(1));
        assertEquals(2, next.size());
    }

    @Test
    void aConsentThatWasAppendedDoesNotCountBeforeTheKeyIsThereEither() throws Exception {
        home.open().append(EVENT);
        forge(GIVEN);

        TestLedger next = TestLedger.openWithoutKey(home.storage, HOME, NOON);

        assertEquals(kinds(EventKind.LEDGER_BEGUN, EventKind.PIN_WRONG, EventKind.TAIL_CUT), kinds(next));
    }

    @Test
    void aConsentUnderAHeadOfAnotherKeyIsABreak() throws Exception {
        String id = home.open().id();
        Chain chain = chain();
        ByteArrayOutputStream forged = new ByteArrayOutputStream();
        forged.writeBytes(home.entries());
        forged.writeBytes(chain.add(chain.next(GIVEN, NOON)));
        forged.writeBytes(
                chain.add(NOON, Base64.getEncoder().encodeToString(new TestDevice().sign(chain.message(NOON)))));
        home.storage.files.put(ENTRIES, forged.toByteArray());

        TestLedger next = home.open();

        assertNotEquals(id, next.id());
        assertEquals(LedgerState.EVIDENCE_KEPT, next.state());
        assertEquals(kinds(EventKind.LEDGER_BEGUN), kinds(next));
    }

    @Test
    void aLongForgeryIsABreak() throws Exception {
        String id = home.open().id();
        Event[] many = new Event[12_000];
        Arrays.fill(many, GIVEN);
        forge(many);

        TestLedger next = home.open();

        assertNotEquals(id, next.id());
        assertEquals("NOT_SIGNED", next.all().get(0).event().details().get(Detail.REASON));
    }

    @Test
    void anEntryThatRaisesIsSignedInTheSameWrite() throws Exception {
        TestLedger ledger = home.open();
        int before = home.storage.appends;

        ledger.append(GIVEN);

        assertEquals(before + 1, home.storage.appends);
        assertEquals(Optional.of(2L), ledger.head().map(Head::size));
        assertEquals(kinds(EventKind.LEDGER_BEGUN, EventKind.CONSENT_GIVEN), kinds(home.open()));
    }

    @Test
    void aWithdrawalIsSignedInTheSameWriteSoThatItCannotBeCutOffUnseen() throws Exception {
        TestLedger ledger = home.open();
        ledger.append(GIVEN);
        byte[] before = home.entries();
        ledger.note(Event.of(EventKind.CONSENT_WITHDRAWN));
        ledger.pass(Duration.ofMillis(100));
        home.storage.files.put(ENTRIES, before);

        TestLedger next = home.open();

        assertEquals(LedgerState.EVIDENCE_KEPT, next.state());
        assertEquals(kinds(EventKind.LEDGER_BEGUN), kinds(next));
    }

    @Test
    void withoutTheKeyWhatRaisesIsRefusedAndWhatLowersIsWritten() throws Exception {
        TestLedger ledger = TestLedger.openWithoutKey(home.storage, HOME, NOON);

        assertThrows(LedgerException.class, () -> ledger.append(GIVEN));
        ledger.note(Event.of(EventKind.FEATURE_FAILED));
        ledger.note(Event.of(EventKind.CONSENT_WITHDRAWN));

        assertEquals(LedgerState.TAKES_ENTRIES, ledger.state());
        assertEquals(kinds(EventKind.LEDGER_BEGUN, EventKind.CONSENT_WITHDRAWN), kinds(ledger));
        ledger.device(new TestDevice());
        assertEquals(
                kinds(EventKind.LEDGER_BEGUN, EventKind.CONSENT_WITHDRAWN, EventKind.FEATURE_FAILED), kinds(ledger));
        assertTrue(ledger.verify().holds());
    }

    @Test
    void aKeyThatDoesNotSignLeavesNothingOfWhatRaises() throws Exception {
        TestLedger ledger = home.open();
        byte[] before = home.entries();
        ledger.device(new TestDevice() {
            @Override
            public byte[] publicKey() {
                return home.device().publicKey();
            }

            @Override
            public byte[] sign(byte[] message) {
                throw new IllegalStateException("the token was taken away");
            }
        });

        assertThrows(LedgerException.class, () -> ledger.append(GIVEN));

        assertEquals(0, Arrays.compare(before, home.entries()));
    }

    @Test
    void aConsentWhoseHeadWasTornOffIsCutAtEveryByte() throws Exception {
        TestLedger ledger = home.open();
        byte[] before = home.entries();
        ledger.append(GIVEN);
        byte[] after = home.entries();
        home.storage.files.put(HEAD, headOf(before));

        for (int length = before.length + 1; length < after.length; length++) {
            MemoryStorage torn = new MemoryStorage(home.storage);
            torn.files.put(ENTRIES, Arrays.copyOf(after, length));

            TestLedger next = home.open(torn);

            assertEquals(ledger.id(), next.id());
            assertEquals(kinds(EventKind.LEDGER_BEGUN, EventKind.TAIL_CUT), kinds(next), "at " + length);
        }
    }

    @Test
    void aCutLedgerWhoseHeadFileWasDeletedIsABreak() throws Exception {
        TestLedger ledger = home.open();
        ledger.append(GIVEN);
        byte[] early = home.entries();
        ledger.append(Event.of(EventKind.CONSENT_WITHDRAWN));
        ledger.close();
        home.storage.files.put(ENTRIES, early);
        home.storage.files.remove(HEAD);

        TestLedger next = home.open();

        assertNotEquals(ledger.id(), next.id());
        assertEquals(LedgerState.EVIDENCE_KEPT, next.state());
        assertEquals("TRUNCATED", next.all().get(0).event().details().get(Detail.REASON));
        assertEquals(0, Arrays.compare(early, home.storage.files.get(HOME.resolve("ledger/broken-1"))));
    }

    @Test
    void aLossOfPowerBetweenTheFirstHeadsFileAndItsEntryIsNoBreak() throws Exception {
        TestLedger keyless = TestLedger.openWithoutKey(home.storage, HOME, NOON);
        byte[] before = home.entries();
        home.open().append(EVENT);
        home.storage.files.put(ENTRIES, before);

        TestLedger next = home.open();

        assertEquals(keyless.id(), next.id());
        assertEquals(LedgerState.TAKES_ENTRIES, next.state());
        next.append(GIVEN);
        assertEquals(2, home.open().size());
    }

    /** The attack: right checksums, known to everybody, and no signature. */
    private void forge(Event... events) throws Exception {
        Chain chain = chain();
        ByteArrayOutputStream forged = new ByteArrayOutputStream();
        forged.writeBytes(home.entries());
        for (Event event : events) {
            forged.writeBytes(chain.add(chain.next(event, NOON)));
        }
        home.storage.files.put(ENTRIES, forged.toByteArray());
    }

    private Chain chain() throws Exception {
        return Scan.of(Bytes.of(home.entries()), new Scan.Watch() {}).chain().orElseThrow();
    }

    private static byte[] headOf(byte[] entries) throws Exception {
        return Heads.write(Scan.of(Bytes.of(entries), new Scan.Watch() {})
                .chain()
                .orElseThrow()
                .head()
                .orElseThrow());
    }

    private static List<EventKind> kinds(EventKind... kinds) {
        return List.of(kinds);
    }

    private static List<EventKind> kinds(TestLedger ledger) {
        return ledger.all().stream().map(each -> each.event().kind()).toList();
    }
}
