package org.benchconnect.desk.journal;

import static org.junit.jupiter.api.Assertions.assertEquals;

import com.code_intelligence.jazzer.junit.FuzzTest;

/** Whatever a broker hands out is an event of its schema, or is refused. */
class SessionEventFuzzTest {
    @FuzzTest(maxDuration = "1s")
    void isAnEventOrRefused(byte[] bytes) {
        try {
            SessionEvent event = SessionEventReader.read(Events.TOPIC, bytes);
            assertEquals("urn:benchconnect:" + Events.AGENT, event.source());
        } catch (RefusedEventException e) {
            assertEquals(true, String.valueOf(e.getMessage()).length() < 80);
        }
    }
}
