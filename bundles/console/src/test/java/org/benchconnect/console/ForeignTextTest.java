package org.benchconnect.console;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ForeignTextTest {
    @Test
    void ordinaryTextStaysAsItIs() {
        String text = "Più veloce, «sicuro» y señales: 5 µW – 日本語 ✓ 😀";

        assertEquals(text, ForeignText.statement(text));
    }

    @ParameterizedTest
    @ValueSource(
            ints = {
                0x00, 0x07, 0x08, 0x1B, 0x7F, 0x85, 0x9B, 0xAD, 0x61C, 0x200B, 0x200D, 0x200E, 0x200F, 0x202A, 0x202E,
                0x2060, 0x2066, 0x2069, 0xFEFF, 0xFFF9, 0xE000, 0xE0041, 0x3164, 0x2800, 0x034F, 0x17B4, 0x180B, 0x180F,
                0xFE0F, 0xD800, 0x378
            })
    void whatCannotBeSeenOrTurnsTheTextIsTakenOut(int point) {
        String text = "before" + (char) point + "after";
        if (point > 0xFFFF) {
            text = "before" + Character.toString(point) + "after";
        }

        assertEquals("before�after", ForeignText.name(text));
    }

    @Test
    void itIsOneLineSoThatNobodyWritesLinesThatLookLikeOurs() {
        assertEquals(
                "Fine. Signed by BenchConnect",
                ForeignText.statement("Fine.\r\n\n\u2028\u2029\t  Signed by BenchConnect\n"));
    }

    @Test
    void towersOfAccentsAreCutDown() {
        String tower = "a" + "\u0316\u0317".repeat(50) + "b";

        assertTrue(ForeignText.name(tower).length() <= 4);
    }

    @Test
    void aLongTextEndsInAnEllipsis() {
        String long2000 = ForeignText.statement("x".repeat(1_000_000));

        assertEquals("x".repeat(ForeignText.STATEMENT) + "…", long2000);
        assertEquals("x".repeat(ForeignText.NAME), ForeignText.name("x".repeat(ForeignText.NAME)));
    }

    @Test
    void aCharacterBeyondTheFirstPlaneIsNotCutInTwo() {
        String smiles = ForeignText.name("😀".repeat(1000));

        assertEquals(ForeignText.NAME + 1, smiles.codePointCount(0, smiles.length()));
        assertFalse(smiles.contains("�"), smiles);
    }
}
