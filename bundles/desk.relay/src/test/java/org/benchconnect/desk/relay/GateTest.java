package org.benchconnect.desk.relay;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.extension.RegisterExtension;

/** Who gets as far as a WebSocket. */
@Timeout(240)
class GateTest {
    @RegisterExtension
    final FreshRelay relay = new FreshRelay();

    @Test
    void aViewerComesFromAKnownOriginAndAnAgentFromNone() throws Exception {
        String origin = "Origin: " + RunningRelay.VIEWER + "\r\n";

        assertEquals(101, status("/v1/viewer", origin));
        assertEquals(101, status("/v1/agent", ""));
        assertEquals(403, status("/v1/viewer", ""));
        assertEquals(403, status("/v1/viewer", "Origin: https://viewer.example.evil.example\r\n"));
        assertEquals(403, status("/v1/viewer", "Origin: null\r\n"));
        assertEquals(403, status("/v1/viewer", origin + origin));
        assertEquals(403, status("/v1/agent", origin));
        assertEquals(404, status("/v1/other", origin));
    }

    @Test
    void anOrdinaryRequestIsToldToUpgrade() throws Exception {
        HttpClient client =
                HttpClient.newBuilder().sslContext(relay.running().clients()).build();
        HttpRequest request = HttpRequest.newBuilder(URI.create(
                        "https://localhost:" + relay.running().relay().port() + "/v1/agent"))
                .build();

        HttpResponse<String> answer = client.send(request, HttpResponse.BodyHandlers.ofString());

        assertEquals(
                426, answer.statusCode(), answer.toString() + answer.headers().map());
        assertEquals("", answer.body());
        assertTrue(answer.headers().firstValue("server").isEmpty());
    }

    private int status(String path, String headers) throws IOException {
        try (RawEnd end = RawEnd.connect(relay.running(), path, headers)) {
            return end.status;
        }
    }
}
