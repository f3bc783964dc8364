package org.benchconnect.ledger.format;

import java.nio.ByteBuffer;
import java.util.Arrays;
import org.benchconnect.core.ledger.Flaw;
import org.benchconnect.core.ledger.Verdict.Finding;

/**
 * Tells what a loss of power leaves from damage. One write is an entry, perhaps with a head, or a head; it is forced before the next one begins. So a loss
 * of power leaves at most one write unfinished, at the end, whatever order the disk wrote its blocks in; and whoever waited for it was not answered yet.
 */
public final class Tear {
    private Tear() {}

    /** Whether such a flaw can be one at all. */
    public static boolean isPossible(Finding finding, long length) {
        boolean kind = finding.flaw() == Flaw.TAIL || finding.flaw() == Flaw.CHECKSUM;
        return kind && length - finding.position() <= Frame.MAX_WRITE;
    }

    /**
     * Whether the bytes from the flaw to the end are the rest of one write. Not so if anything in them was written later: an entry behind the next one, or a
     * head that knows of one.
     *
     * @param entries how many stand before
     */
    public static boolean isOne(byte[] tail, long entries) {
        for (int at = 1; at + Frame.PREFIX < tail.length; at++) {
            ByteBuffer prefix = ByteBuffer.wrap(tail, at, Frame.PREFIX);
            int length = prefix.getInt();
            byte type = prefix.get(at + Frame.PREFIX - 1);
            int begin = at + Frame.PREFIX;
            if (Frame.isPossible(type, length)
                    && length <= tail.length - begin
                    && isLater(type, Arrays.copyOfRange(tail, begin, begin + length), entries)) {
                return false;
            }
        }
        return tail.length <= Frame.MAX_WRITE;
    }

    private static boolean isLater(byte type, byte[] payload, long entries) {
        try {
            return type == Frame.ENTRY
                    ? Kept.read(payload).number() > entries
                    : Heads.read(payload).size() > entries + 1;
        } catch (FormException noFrame) {
            return false;
        }
    }
}
