package org.benchconnect.desk.relay;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Optional;
import org.junit.jupiter.api.Test;

/** One join for a code. */
class CodesTest {
    private static final long REMEMBERED = 1000;

    private final Codes<String> codes = new Codes<>(REMEMBERED);

    @Test
    void aCodeJoinsOnce() {
        codes.await("1", "agent", 0);

        assertEquals(Optional.of("agent"), codes.join("1", 1));
        assertEquals(Optional.empty(), codes.join("1", 2));
        assertFalse(codes.await("1", "another", 3));
    }

    @Test
    void aCodeCanBeUsedAgainWhenNobodyCouldStillHaveTheOldOne() {
        codes.await("1", "agent", 0);
        codes.join("1", 5);

        assertFalse(codes.await("1", "later", 5 + REMEMBERED - 1));
        assertTrue(codes.await("1", "later", 5 + REMEMBERED));
    }

    @Test
    void onlyWhoWaitsUnderACodeCanLeaveIt() {
        codes.await("1", "agent", 0);

        codes.leave("1", "another");

        assertEquals(1, codes.waiting());
        assertFalse(codes.await("1", "another", 1));
    }

    @Test
    void whoWasJoinedIsKnownByItsCodeUntilItLeaves() {
        codes.await("1", "agent", 0);
        assertEquals(Optional.empty(), codes.joined("1"));
        codes.join("1", 1);
        assertEquals(Optional.of("agent"), codes.joined("1"));

        codes.leave("1", "agent");

        assertEquals(Optional.empty(), codes.joined("1"));
    }

    @Test
    void timeMayPassZero() {
        long beforeTheEnd = Long.MAX_VALUE - 10;
        codes.await("1", "agent", beforeTheEnd);
        codes.join("1", beforeTheEnd);

        assertFalse(codes.await("1", "later", beforeTheEnd + REMEMBERED - 1));
        assertTrue(codes.await("1", "later", beforeTheEnd + REMEMBERED));
    }

    @Test
    void tooManyUsedCodesEndJoiningNotMemory() {
        for (int i = 0; i < Codes.MOST_USED; i++) {
            codes.await("c" + i, "agent", 0);
            codes.join("c" + i, 0);
        }
        codes.await("one more", "agent", 0);

        assertEquals(Optional.empty(), codes.join("one more", 1));
        assertEquals(Optional.of("agent"), codes.join("one more", REMEMBERED));
    }
}
