package org.benchconnect.link;

import static org.junit.jupiter.api.Assertions.assertEquals;

import com.code_intelligence.jazzer.junit.FuzzTest;

/** Any bytes are an event or refused, and an event that was read is written as one that reads the same. */
class CloudEventsFuzzTest {
    @FuzzTest(maxDuration = "1s")
    void decode(byte[] bytes) throws MalformedEventException {
        Event event;
        try {
            event = CloudEvents.decode(bytes);
        } catch (MalformedEventException e) {
            return;
        }
        assertEquals(event, CloudEvents.decode(CloudEvents.encode(event)));
    }
}
