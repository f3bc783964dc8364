package org.benchconnect.consent.account;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class PinRulesTest {
    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "12345",
                "73918",
                "1234567890123",
                "73918a",
                "٧٣٩١٨٤",
                "000000",
                "111111",
                "121212",
                "112112",
                "123456",
                "345678",
                "890123",
                "987654",
                "210987",
                "123123",
                "741741741",
                "147258",
                "159753",
                "112233",
                "123321",
                "12332199"
            })
    void whatEverybodyTriesFirstIsRefused(String pin) {
        assertFalse(PinRules.strong(pin.toCharArray()));
    }

    @ParameterizedTest
    @ValueSource(strings = {"739184", "508261", "900817", "8150629", "739184739180"})
    void othersAreTaken(String pin) {
        assertTrue(PinRules.strong(pin.toCharArray()));
    }

    @Test
    void tenThousandGuessesTakeMoreThanAYear() {
        Duration taken = Duration.ZERO;
        for (int wrong = 1; wrong <= 10_000; wrong++) {
            taken = taken.plus(LockOut.after(wrong));
        }

        assertTrue(taken.compareTo(Duration.ofDays(365)) > 0);
        assertEquals(Duration.ZERO, LockOut.after(2));
        assertEquals(Duration.ofSeconds(30), LockOut.after(3));
        assertEquals(Duration.ofMinutes(1), LockOut.after(4));
        assertEquals(Duration.ofHours(1), LockOut.after(Integer.MAX_VALUE));
    }
}
