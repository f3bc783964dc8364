package org.benchconnect.upgrade.feature;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.junit.jupiter.api.Test;

class SentenceTest {
    @Test
    void aMessageBecomesASentence() {
        assertEquals("There is none.", Sentence.of("there is none"));
        assertEquals("There is none.", Sentence.of(" There is none. "));
    }

    @Test
    void whatATerminalActsUponIsShownAsQuestionMarks() {
        assertEquals("A?b?c?d?e?f.", Sentence.of("a\nb\u001bc\u202ed\u2028e\u3164f"));
    }

    @Test
    void aNameOfAnyScriptStaysReadable() {
        assertEquals("Müller-Gerätebau 株式会社.", Sentence.of("Müller-Gerätebau 株式会社"));
    }

    @Test
    void aMessageWithoutEndIsCut() {
        assertTrue(Sentence.of("x".repeat(100_000)).length() < 510);
    }

    @Test
    void anEmptyMessageIsStillOne() {
        assertEquals(".", Sentence.of(""));
    }

    @Test
    void theNameAtTheEndOfALongPathIsShown() {
        String shown = Shown.of("/" + "a".repeat(300) + "/timestamp.json");

        assertTrue(shown.startsWith("/aaa") && shown.endsWith("/timestamp.json") && shown.length() < 110, shown);
    }
}
