package org.benchconnect.crypto.secret;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Locale;
import org.junit.jupiter.api.Test;

class OneTimeCodeTest {
    @Test
    void hasEightGroupsOfFourAndIsNeverTheSame() {
        String code = OneTimeCode.fresh();

        assertTrue(code.matches("([0-9A-HJKMNP-TV-Z]{4}-){7}[0-9A-HJKMNP-TV-Z]{4}"), code);
        assertNotEquals(code, OneTimeCode.fresh());
    }

    @Test
    void countsHoweverPeopleTypeIt() {
        String code = "0123-4567-89AB-CDEF-GHJK-MNPQ-RSTV-WXYZ";
        String typed =
                code.replace("0", "o").replace("1", "l").replace('-', ' ').toLowerCase(Locale.ROOT);

        assertEquals(OneTimeCode.digest(code.toCharArray()), OneTimeCode.digest(typed.toCharArray()));
        assertEquals(
                OneTimeCode.digest(code.toCharArray()),
                OneTimeCode.digest(code.replace("-", "").toCharArray()));
    }

    @Test
    void whatCanBeNoCodeHasADigestThatNobodyKeeps() {
        for (String typed :
                new String[] {"", "0123", "0123-4567-89AB-CDEF-GHJK-MNPQ-RSTV-WXY!", "0".repeat(33), " ".repeat(500)}) {
            assertNotEquals(OneTimeCode.digest(typed.toCharArray()), OneTimeCode.digest(typed.toCharArray()));
        }
    }
}
