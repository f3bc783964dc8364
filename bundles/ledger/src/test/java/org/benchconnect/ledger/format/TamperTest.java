package org.benchconnect.ledger.format;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.benchconnect.core.ledger.Flaw;
import org.benchconnect.core.ledger.Head;
import org.benchconnect.core.ledger.Verdict;
import org.benchconnect.core.ledger.Verdict.Finding;
import org.benchconnect.ledger.testing.TestDevice;
import org.junit.jupiter.api.Test;

/** Every change of a small ledger is found; by somebody who does not know the form, and by somebody who makes the checksums right again. */
class TamperTest {
    private static final int ENTRIES = 9;
    private static final int FRAMES = 12;

    private final SmallLedger ledger = SmallLedger.ofNine();
    private final byte[] file = ledger.bytes();
    private final List<byte[]> frames = SmallLedger.frames(file);
    private final Head newest = ledger.heads.get(2);

    @Test
    void theUntouchedOneHolds() throws Exception {
        Verdict verdict = ledger.verify(file, Optional.of(newest));

        assertTrue(verdict.holds(), verdict.toString());
        assertEquals(ENTRIES, verdict.proven());
        assertEquals(Optional.of(newest), verdict.head());
        assertEquals(FRAMES + 1, frames.size());
        for (Head older : ledger.heads) {
            assertTrue(ledger.verify(file, Optional.of(older)).holds());
        }
    }

    @Test
    void everyValueOfEveryByteIsFound() throws Exception {
        SmallLedger small = new SmallLedger();
        for (int i = 0; i < 4; i++) {
            small.entry(i);
        }
        small.head();
        byte[] whole = small.bytes();
        int tried = 0;

        for (int at = 0; at < whole.length; at++) {
            for (int value = 1; value < 256; value++) {
                byte[] changed = whole.clone();
                changed[at] ^= (byte) value;

                assertFalse(small.verify(changed, Optional.empty()).holds(), "byte " + at + " by " + value);
                tried++;
            }
        }

        assertEquals(whole.length * 255, tried);
        assertTrue(tried > 200_000, String.valueOf(tried));
    }

    @Test
    void aChangeOfEveryByteUnderSeveralHeadsIsFound() throws Exception {
        int tried = 0;

        for (int at = 0; at < file.length; at++) {
            byte[] changed = file.clone();
            changed[at] ^= (byte) (1 << at % 8);

            assertFalse(ledger.verify(changed, Optional.empty()).holds(), "byte " + at);
            tried++;
        }

        assertTrue(tried > 2_000, String.valueOf(tried));
    }

    @Test
    void everyChangedByteOfAnEntryOrHeadIsFoundUnderRightChecksums() throws Exception {
        int tried = 0;

        for (int frame = 1; frame < frames.size(); frame++) {
            for (int at = Frame.PREFIX - 1; at < frames.get(frame).length; at++) {
                for (int change : new int[] {1, 0x20}) {
                    List<byte[]> changed = copy();
                    changed.get(frame)[at] ^= (byte) change;

                    assertFound(SmallLedger.withChecksums(changed), "frame " + frame + ", byte " + at);
                    tried++;
                }
            }
        }

        assertTrue(tried > 3_000, String.valueOf(tried));
    }

    @Test
    void everySwapOfTwoIsFound() throws Exception {
        int tried = 0;

        for (int one = 1; one < frames.size(); one++) {
            for (int other = one + 1; other < frames.size(); other++) {
                List<byte[]> changed = copy();
                byte[] kept = changed.get(one);
                changed.set(one, changed.get(other));
                changed.set(other, kept);

                assertFound(SmallLedger.join(changed), one + " and " + other);
                assertFound(SmallLedger.withChecksums(changed), one + " and " + other);
                tried++;
            }
        }

        assertEquals(FRAMES * (FRAMES - 1) / 2, tried);
    }

    @Test
    void everyDeletionIsFound() throws Exception {
        int tried = 0;

        for (int from = 1; from < frames.size(); from++) {
            for (int to = from + 1; to <= frames.size(); to++) {
                List<byte[]> changed = copy();
                changed.subList(from, to).clear();

                Verdict verdict = ledger.verify(SmallLedger.join(changed), Optional.of(newest));
                assertFalse(verdict.holds(), from + " to " + to);
                if (changed.size() < frames.size() - 1 || isEntry(frames.get(from))) {
                    verdict = ledger.verify(SmallLedger.withChecksums(changed), Optional.of(newest));
                    assertTrue(!verdict.holds() || verdict.proven() == ENTRIES, from + " to " + to);
                }
                tried++;
            }
        }

        assertEquals(FRAMES * (FRAMES + 1) / 2, tried);
    }

    @Test
    void aHeadThatIsTakenOutUnderRightChecksumsTakesNothingFromTheProof() throws Exception {
        List<byte[]> changed = copy();
        changed.remove(4);

        Verdict verdict = ledger.verify(SmallLedger.withChecksums(changed), Optional.of(ledger.heads.get(0)));

        assertFalse(isEntry(frames.get(4)));
        assertTrue(verdict.holds());
        assertEquals(ENTRIES, verdict.proven());
    }

    @Test
    void everyDuplicateIsFound() throws Exception {
        int tried = 0;

        for (int which = 1; which < frames.size(); which++) {
            for (int where = 1; where <= frames.size(); where++) {
                List<byte[]> changed = copy();
                changed.add(where, frames.get(which));

                assertFound(SmallLedger.join(changed), which + " at " + where);
                assertFound(SmallLedger.withChecksums(changed), which + " at " + where);
                tried++;
            }
        }

        assertEquals(FRAMES * (FRAMES + 1), tried);
    }

    @Test
    void everyTruncationIsFoundWithAWitness() throws Exception {
        int seenWithoutWitness = 0;

        for (int length = 0; length < file.length; length++) {
            byte[] cut = Arrays.copyOf(file, length);

            assertFalse(ledger.verify(cut, Optional.of(newest)).holds(), "at " + length);
            seenWithoutWitness += ledger.verify(cut, Optional.empty()).holds() ? 0 : 1;
        }

        // only a cut right behind an earlier head looks whole by itself
        assertEquals(file.length - 2, seenWithoutWitness);
    }

    @Test
    void aCutBehindAnEarlierHeadIsCalledSo() throws Exception {
        byte[] cut = SmallLedger.join(frames.subList(0, 9));

        Verdict verdict = ledger.verify(cut, Optional.of(newest));

        assertEquals(Optional.of(Flaw.TRUNCATED), verdict.finding().map(Finding::flaw));
        assertEquals(6, verdict.proven());
    }

    @Test
    void everyForkIsFoundWithAWitness() throws Exception {
        for (int common = 0; common < ENTRIES; common++) {
            SmallLedger fork = fork(common);
            byte[] other = fork.bytes();

            Verdict verdict = Verifier.verify(Bytes.of(other), ledger.device.key(), Optional.of(newest));

            assertTrue(Verifier.verify(Bytes.of(other), ledger.device.key(), Optional.empty())
                    .holds());
            assertEquals(Optional.of(Flaw.FORKED), verdict.finding().map(Finding::flaw), "after " + common);
        }
    }

    /** What somebody makes who has the device's key: other entries after the common ones. */
    private SmallLedger fork(int common) {
        SmallLedger fork = new SmallLedger();
        for (int i = 0; i < ENTRIES + 2; i++) {
            fork.entry(i < common ? i : i + 1);
        }
        Head unsigned = new Head(
                fork.chain.ledger(), fork.chain.entries(), fork.chain.root(), SmallLedger.NOON.plusSeconds(200), "");
        byte[] signature =
                ledger.device.sign(Heads.message(unsigned.ledger(), unsigned.size(), unsigned.root(), unsigned.time()));
        fork.file.writeBytes(
                fork.chain.add(unsigned.time(), java.util.Base64.getEncoder().encodeToString(signature)));
        return fork;
    }

    @Test
    void anotherDevicesLedgerIsNotProven() throws Exception {
        Verdict verdict = Verifier.verify(Bytes.of(file), new TestDevice().key(), Optional.empty());

        assertEquals(
                Optional.of(new Finding(Flaw.SIGNATURE, SmallLedger.join(frames.subList(0, 4)).length, 3)),
                verdict.finding());
        assertEquals(0, verdict.proven());
        assertEquals(Optional.empty(), verdict.head());
    }

    @Test
    void aWitnessThatNobodySignedIsNoWitness() throws Exception {
        Head forged = new Head(newest.ledger(), 12, newest.root(), newest.time(), newest.signature());

        Verdict verdict = ledger.verify(file, Optional.of(forged));

        assertEquals(Optional.of(Flaw.WITNESS), verdict.finding().map(Finding::flaw));
    }

    @Test
    void aWitnessOfAnotherLedgerOfTheDeviceIsCalledSo() throws Exception {
        Chain other = Chain.begin(new byte[16]);
        other.add(other.next(
                org.benchconnect.core.ledger.Event.of(org.benchconnect.core.ledger.EventKind.LEDGER_BEGUN),
                SmallLedger.NOON));
        byte[] signature = ledger.device.sign(other.message(SmallLedger.NOON));
        other.add(SmallLedger.NOON, java.util.Base64.getEncoder().encodeToString(signature));

        Verdict verdict = ledger.verify(file, other.head());

        assertEquals(Optional.of(Flaw.OTHER_LEDGER), verdict.finding().map(Finding::flaw));
    }

    @Test
    void entriesUnderNoHeadAreNotProven() throws Exception {
        ledger.entry(20);

        Verdict verdict = ledger.verify(ledger.bytes(), Optional.empty());

        assertFalse(verdict.holds());
        assertEquals(Optional.of(Flaw.NOT_SIGNED), verdict.finding().map(Finding::flaw));
        assertEquals(ENTRIES, verdict.proven());
        assertEquals(ENTRIES + 1, verdict.entries());
    }

    private void assertFound(byte[] changed, String how) throws IOException {
        assertNotEquals(0, Arrays.compare(file, changed), how);
        assertFalse(ledger.verify(changed, Optional.of(newest)).holds(), how);
    }

    private static boolean isEntry(byte[] frame) {
        return frame[Frame.PREFIX - 1] == Frame.ENTRY;
    }

    private List<byte[]> copy() {
        return new ArrayList<>(frames.stream().map(byte[]::clone).toList());
    }
}
