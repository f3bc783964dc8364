package org.benchconnect.upgrade.feature;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.charset.StandardCharsets;
import java.util.UUID;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class RingTest {
    /** Computed with {@code sha256sum} and {@code python3 -c 'print(0x... % 100)'}. */
    @ParameterizedTest
    @CsvSource({
        "00000000-0000-0000-0000-000000000000,68",
        "f81d4fae-7dec-11d0-a765-00a0c91e6bf6,53",
        "ffffffff-ffff-ffff-ffff-ffffffffffff,46"
    })
    void theRingIsTheFirstEightBytesOfTheDigestModuloAHundred(String agent, int ring) {
        assertEquals(new Ring(ring), Ring.of(agent));
    }

    @Test
    void ringsAreEquallyFull() {
        int[] full = new int[Ring.SIZE];
        IntStream.range(0, 20_000)
                .mapToObj(i -> UUID.nameUUIDFromBytes(("pc " + i).getBytes(StandardCharsets.UTF_8)))
                .forEach(agent -> full[Ring.of(agent.toString()).number()]++);

        for (int pcs : full) {
            assertTrue(pcs > 120 && pcs < 290, "of 20000 PCs " + pcs + " in one ring");
        }
    }

    @Test
    void nobodyHasItsTurnAtZeroAndEverybodyAtAHundred() {
        assertFalse(new Ring(0).fits(0));
        assertTrue(new Ring(0).fits(1));
        assertFalse(new Ring(1).fits(1));
        assertTrue(Ring.last().fits(100));
        assertFalse(Ring.last().fits(99));
    }

    @Test
    void thereAreAHundredRings() {
        assertThrows(IllegalArgumentException.class, () -> new Ring(100));
        assertThrows(IllegalArgumentException.class, () -> new Ring(-1));
    }
}
