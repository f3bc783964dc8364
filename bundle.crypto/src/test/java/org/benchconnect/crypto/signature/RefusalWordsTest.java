package org.benchconnect.crypto.signature;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import org.junit.jupiter.api.Test;

/** What a refusal says to a person. */
class RefusalWordsTest {
    @Test
    void aRefusalIsASentence() {
        assertEquals(
                "The signer is another organisation: expected Example Instruments, found Somebody Ltd.",
                new WrongSignerException("Example Instruments", "Somebody Ltd").getMessage());
    }

    @Test
    void whatACertificateSaysIsShownWithoutWhatATerminalActsUpon() {
        WrongSignerException refused = new WrongSignerException("A", "A\0\u001b[2J\u202e\u2028\u200b\uD800");

        assertEquals("The signer is another organisation: expected A, found A??[2J????.", refused.getMessage());
        assertEquals("A\0\u001b[2J\u202e\u2028\u200b\uD800", refused.found());
    }

    @Test
    void aLongNameIsCut() {
        assertTrue(String.valueOf(new WrongSignerException("A", "x".repeat(60_000)).getMessage())
                        .length()
                < 300);
    }

    @Test
    void theReasonOfATimeStampsRefusalIsSaidOnce() {
        assertEquals(
                "The time stamp is refused because the signature is too weak: expected SHA-256, found SHA-1.",
                new TimeStampRefusedException(new WeakSignatureException("SHA-256", ObjectName.of("1.3.14.3.2.26")))
                        .getMessage());
    }

    @Test
    void purposesHaveNames() {
        assertEquals("code signing", Purpose.CODE_SIGNING.toString());
        assertEquals("time stamping", Purpose.TIME_STAMPING.toString());
        assertEquals("web servers, number 1.2.3", ObjectName.of(List.of("1.3.6.1.5.5.7.3.1", "1.2.3")));
        assertEquals("none", ObjectName.of(List.of()));
    }
}
