package org.benchconnect.console;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.net.http.HttpResponse;
import java.nio.file.Path;
import java.time.Instant;
import org.benchconnect.core.ledger.Detail;
import org.benchconnect.core.ledger.Event;
import org.benchconnect.core.ledger.EventKind;
import org.benchconnect.core.session.SessionState;
import org.benchconnect.core.testing.SteppingClock;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** What can be printed of a session: the log's entries of it, and the supporter's name. */
@Timeout(60)
class RemoteSessionPaperTest {
    @AutoClose
    ConsoleOnTheBench console;

    private FakeSessions sessions;

    @BeforeEach
    void start(@TempDir Path home) throws IOException {
        console = new ConsoleOnTheBench(home, new SteppingClock(Instant.now()));
        sessions = console.agent.sessions;
    }

    @Test
    void thePaperHasWhatTheLogSaysOfThisSessionAndTheName() throws IOException, InterruptedException {
        append(EventKind.HELP_REQUESTED, "OTHER0000000001");
        append(EventKind.HELP_REQUESTED, ExampleSession.SESSION);
        console.agent.ledger.append(Event.of(EventKind.SUPPORTER_AUTHENTICATED)
                .with(Detail.SESSION, ExampleSession.SESSION)
                .with(Detail.SUPPORTER, "ab".repeat(32)));
        console.agent.ledger.append(Event.of(EventKind.PIN_WRONG));
        console.agent.ledger.append(Event.of(EventKind.LEASE_GIVEN)
                .with(Detail.SESSION, ExampleSession.SESSION)
                .with(Detail.LEASE, ExampleSession.LEASE)
                .with(Detail.PRIVILEGE, "view-screen")
                .with(Detail.ENFORCEMENT, "ENFORCED_BY_AGENT"));
        console.agent.ledger.append(Event.of(EventKind.SESSION_ENDED)
                .with(Detail.SESSION, ExampleSession.SESSION)
                .with(Detail.REASON, "STOPPED"));
        sessions.is(SessionState.CLOSED, made -> made.last = sessions.example.last());

        String json = console.call("GET", "/api/v1/support/papers/" + ExampleSession.SESSION + "?form=json&lang=en")
                .body();
        HttpResponse<String> html =
                console.call("GET", "/api/v1/support/papers/" + ExampleSession.SESSION + "?lang=it");

        assertTrue(json.contains(ExampleSession.NAME), json);
        assertTrue(json.contains("Somebody here stopped it."), json);
        assertTrue(json.contains("See this screen. BenchConnect itself keeps to it"), json);
        assertTrue(json.contains("1 – 5"), json);
        assertFalse(json.contains("OTHER"), json);
        assertTrue(html.body().contains("<h1>Registro di una sessione di assistenza remota"), html.body());
        assertTrue(
                html.headers().firstValue("Content-Security-Policy").orElse("").startsWith("default-src 'none'"));
    }

    @Test
    void aSessionThatTheLogDoesNotKnowHasNoPaper() throws IOException, InterruptedException {
        assertEquals(404, console.call("GET", "/api/v1/support/papers/NOBODY").statusCode());
    }

    private void append(EventKind kind, String session) {
        console.agent.ledger.append(Event.of(kind).with(Detail.SESSION, session));
    }
}
