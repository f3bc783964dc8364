package org.benchconnect.teamviewerbridge.rules;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class LockOutTest {
    private static final String ANNA = "a".repeat(64);
    private static final String OTHER = "b".repeat(64);

    @Test
    void threeTriesAreFreeAndEachFurtherOneWaitsTwiceAsLongUpToTwoHours() {
        assertEquals(Duration.ZERO, LockOut.after(0));
        assertEquals(Duration.ZERO, LockOut.after(2));
        assertEquals(Duration.ofSeconds(2), LockOut.after(3));
        assertEquals(Duration.ofSeconds(4096), LockOut.after(14));
        assertEquals(LockOut.LONGEST, LockOut.after(15));
        assertEquals(LockOut.LONGEST, LockOut.after(Tries.HIGHEST));
    }

    @Test
    void twentyFourTriesTakeMoreThanTwentyHours() {
        Duration all = Duration.ZERO;
        for (int tries = 0; tries < 24; tries++) {
            all = all.plus(LockOut.after(tries));
        }

        assertEquals(Duration.ofSeconds(72990), all);
    }

    @Test
    void triesAreCountedForEachSupporter() {
        Tries tries = Tries.NONE.more(ANNA).more(ANNA);

        assertEquals(2, tries.of(ANNA));
        assertEquals(0, tries.of(OTHER));
        assertEquals(0, tries.right(ANNA).of(ANNA));
    }

    @Test
    void whereNothingIsKnownEverybodyCountsAsSlowestUntilTheRightOne() {
        assertEquals(LockOut.LONGEST, LockOut.after(Tries.UNKNOWN.of(ANNA)));
        assertEquals(0, Tries.UNKNOWN.right(ANNA).of(ANNA));
        assertEquals(LockOut.SLOWEST, Tries.UNKNOWN.right(ANNA).of(OTHER));
    }

    @Test
    void whatCannotBeCountedIsNotTaken() {
        Map<String, Integer> full = new HashMap<>();
        for (int i = 0; i < Tries.MOST; i++) {
            full.put(String.format(Locale.ROOT, "%064d", i), 1);
        }
        Tries tries = new Tries(full, 0);

        assertFalse(tries.takes(ANNA));
        assertThrows(IllegalStateException.class, () -> tries.more(ANNA));
        assertTrue(TriesText.write(tries).length <= TriesText.LONGEST);
        assertEquals(Optional.of(tries), TriesText.read(TriesText.write(tries)));
    }

    @Test
    void theFileSaysWhatWasWrittenOrNothing() {
        Tries tries = Tries.UNKNOWN.more(ANNA).right(OTHER);
        String text = new String(TriesText.write(tries), StandardCharsets.US_ASCII);

        assertEquals(Optional.of(tries), TriesText.read(text.getBytes(StandardCharsets.US_ASCII)));
        for (String broken : new String[] {
            "",
            text + "x",
            text.substring(0, text.length() - 1),
            text.replace(" 17", " 017"),
            text.replace("tries 1", "tries 2"),
            text.replace("1 16", "1 15"),
            text.replace("end 2", "end 1"),
            text.replace(ANNA, OTHER)
        }) {
            assertEquals(Optional.empty(), TriesText.read(broken.getBytes(StandardCharsets.US_ASCII)), broken);
        }
    }
}
