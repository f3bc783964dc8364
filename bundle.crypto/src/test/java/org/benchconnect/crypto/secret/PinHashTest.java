package org.benchconnect.crypto.secret;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.junit.jupiter.api.Test;

class PinHashTest {
    @Test
    void matchesItsPinAndNoOtherAlsoAfterBeingWrittenAndRead() {
        PinHash hash = PinHash.parse(PinHash.of("739184".toCharArray()).toText());

        assertTrue(hash.matches("739184".toCharArray()));
        assertFalse(hash.matches("739185".toCharArray()));
        assertFalse(hash.matches(new char[0]));
    }

    @Test
    void twoHashesOfOnePinDiffer() {
        String one = PinHash.of("739184".toCharArray()).toText();
        String other = PinHash.of("739184".toCharArray()).toText();

        assertNotEquals(one, other);
    }

    @Test
    void weakerParametersAreRefused() {
        String text = PinHash.of("739184".toCharArray()).toText();

        assertThrows(IllegalArgumentException.class, () -> PinHash.parse(text.replace("t=2", "t=1")));
        assertThrows(IllegalArgumentException.class, () -> PinHash.parse(text.replace("m=19456", "m=8")));
        assertThrows(IllegalArgumentException.class, () -> PinHash.parse(text.replace("argon2id", "argon2i")));
        assertThrows(IllegalArgumentException.class, () -> PinHash.parse(text + " "));
    }

    @Test
    void theHashOfNothingMatchesNothing() {
        assertFalse(PinHash.ofNothing().matches("739184".toCharArray()));
    }

    @Test
    void doesNotPrintItself() {
        assertEquals("the hash of a PIN", PinHash.of("739184".toCharArray()).toString());
    }
}
