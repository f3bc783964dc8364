package org.benchconnect.companion.api;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.ByteArrayInputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class RunApiTest {
    private static byte[] file(String url, String token) {
        return ("{\"url\":\"" + url + "\",\"token\":\"" + token + "\"}").getBytes(StandardCharsets.UTF_8);
    }

    @Test
    void loopbackIsAcceptedAndTheTokenDoesNotShow() throws Exception {
        RunApi api = RunApi.parse(file("http://127.0.0.1:8123", "0123456789abcdef"));

        assertEquals("http://127.0.0.1:8123", api.address().toString());
        assertFalse(api.toString().contains("0123456789abcdef"));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "http://127.0.0.1.example.org:80",
                "http://localhost:80",
                "https://127.0.0.1:80",
                "http://127.0.0.1",
                "http://user@127.0.0.1:80",
                "http://127.0.0.1:80/x",
                "http://10.0.0.1:80"
            })
    void anotherAddressGetsNoToken(String url) {
        assertThrows(AgentException.class, () -> RunApi.parse(file(url, "0123456789abcdef")));
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "short", "0123456789abcdef\\r\\nX: y"})
    void aTokenThatIsNoneIsRefused(String token) {
        assertThrows(AgentException.class, () -> RunApi.parse(file("http://127.0.0.1:8123", token)));
    }

    @Test
    void withoutTheFileTheAgentIsNotRunning(@TempDir Path home) {
        AgentException none = assertThrows(AgentException.class, () -> RunApi.in(home));

        assertEquals(Trouble.NOT_RUNNING, none.trouble());
    }

    @Test
    void eventsAreReadAndCommentsAndUnfinishedOnesAreNot() throws Exception {
        String stream = ": heartbeat\n\nevent: alerts\r\ndata: {\"a\":1}\r\n\r\ndata: x\n";
        EventLines lines = new EventLines(new ByteArrayInputStream(stream.getBytes(StandardCharsets.UTF_8)));

        EventLines.Event first = lines.next();
        EventLines.Event second = lines.next();

        assertEquals(new EventLines.Event("alerts", "{\"a\":1}"), first);
        assertEquals(null, second);
    }

    @Test
    void aLineWithoutEndIsRefusedAtItsLimit() {
        EventLines lines = new EventLines(new ByteArrayInputStream(new byte[EventLines.LONGEST_LINE + 2]));

        assertThrows(java.io.IOException.class, lines::next);
    }

    @Test
    void theWaitDoublesToHalfAMinuteAndBeginsAgainAfterAnEvent() {
        Backoff backoff = new Backoff(new Random(1));

        for (int seconds : new int[] {1, 2, 4, 8, 16, 30, 30}) {
            Duration wait = backoff.next();
            assertTrue(wait.toMillis() >= seconds * 750L && wait.toMillis() <= seconds * 1250L, wait.toString());
        }
        backoff.reset();
        assertTrue(backoff.next().toMillis() <= 1250);
    }
}
