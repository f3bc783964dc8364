package org.benchconnect.link;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.Instant;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;

class WindowTest {
    private static final Instant NOON = Instant.parse("2026-03-01T12:00:00Z");

    private final Window window = new Window();

    @Test
    void holdsFewerThanPahoTakesInFlight() {
        for (long sequence = 1; sequence <= Window.SIZE; sequence++) {
            window.sent(sequence, "{}", NOON);
        }

        assertEquals(0, window.room());
        assertTrue(Window.SIZE + 2 <= PahoBroker.MAX_IN_FLIGHT);
        assertThrows(IllegalStateException.class, () -> window.sent(Window.SIZE + 1, "{}", NOON));
    }

    @Test
    void acknowledgementMakesRoomAndSaysWhatWasSent() {
        window.sent(5, "five", NOON);
        window.sent(3, "three", NOON);

        assertEquals(Optional.of("five"), window.acknowledged(5));

        assertEquals(Window.SIZE - 1, window.room());
        assertEquals(Set.of(3L), window.sequences());
        assertThrows(IllegalStateException.class, () -> window.sent(3, "three", NOON));
    }

    @Test
    void acknowledgementOfWhatIsNotUnderWayIsIgnored() {
        assertEquals(Optional.empty(), window.acknowledged(7));
    }

    @Test
    void isStuckWhenTheOldestRowHasWaitedLongerThanAMinute() {
        window.sent(2, "two", NOON);
        window.sent(1, "one", NOON.plusSeconds(50));

        assertFalse(window.isStuck(NOON.plusSeconds(60)));
        assertTrue(window.isStuck(NOON.plusSeconds(61)));
        window.acknowledged(2);
        assertFalse(window.isStuck(NOON.plusSeconds(61)));
    }
}
