package org.benchconnect.link.command;

import static org.junit.jupiter.api.Assertions.assertEquals;

import com.code_intelligence.jazzer.junit.FuzzTest;

/** Any bytes are a command's text or refused, and one that was read is written as one that says the same. */
class CommandTextFuzzTest {
    @FuzzTest(maxDuration = "1s")
    void read(byte[] bytes) throws RefusedCommandException {
        CommandText text;
        try {
            text = CommandText.read(bytes);
        } catch (RefusedCommandException expected) {
            return;
        }

        assertEquals(text.order(), CommandText.read(text.write()).order());
    }
}
