package org.benchconnect.console;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.google.gson.JsonObject;
import com.google.gson.JsonParser;
import java.io.IOException;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.benchconnect.core.consent.Questions;
import org.benchconnect.core.feature.Privilege;
import org.benchconnect.core.session.FileToTransfer;
import org.benchconnect.core.session.SessionRefusedException;
import org.benchconnect.core.session.SessionState;
import org.benchconnect.core.session.Supporter;
import org.benchconnect.core.testing.SteppingClock;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** Remote support over the local API: what raises needs a question, what lowers nothing. */
@Timeout(60)
class RemoteSessionApiTest {
    private final SteppingClock clock = new SteppingClock(Instant.now());

    @AutoClose
    ConsoleOnTheBench console;

    private FakeSessions sessions;

    @BeforeEach
    void start(@TempDir Path home) throws IOException {
        console = new ConsoleOnTheBench(home, clock);
        sessions = console.agent.sessions;
    }

    private String question() throws IOException, InterruptedException {
        String question = ConsoleOnTheBench.json(console.call("POST", "/api/v1/questions"))
                .get("question")
                .getAsString();
        clock.step(Questions.INERT);
        return question;
    }

    private void asks(Privilege privilege) {
        sessions.is(SessionState.AUTHENTICATED, made -> {
            made.supporter = ExampleSession.supporter();
            made.compared = true;
            made.request = Optional.of(sessions.example.asks(privilege, null));
        });
    }

    @Test
    void helpIsRequestedWithOnePinAndTheCodeIsSaidInGroups() throws IOException, InterruptedException {
        HttpResponse<String> answer = console.send(
                "POST",
                "/api/v1/support/requests?lang=it",
                "{\"question\":\"" + question() + "\",\"account\":\"" + FakeAccounts.LUIS + "\",\"pin\":\"234242\"}");

        JsonObject invitation = ConsoleOnTheBench.json(answer).getAsJsonObject("invitation");
        assertEquals("123 456 789", invitation.get("code").getAsString());
        assertEquals(ExampleSession.PASSWORD, invitation.get("password").getAsString());
        assertTrue(invitation.get("text").getAsString().contains("+39 02 5550 0100"), invitation.toString());
        assertTrue(console.agent.accounts.allWiped());
    }

    @Test
    void whoIsNotSignedInSeesNoPassword() throws IOException, InterruptedException {
        sessions.is(SessionState.INVITED, made -> made.invitation = sessions.example.invitation());

        HttpResponse<String> answer = console.send(console.request("GET", "/api/v1/support", false));

        assertEquals(401, answer.statusCode());
        assertFalse(answer.body().contains(ExampleSession.PASSWORD));
    }

    @Test
    void nothingIsAllowedWithoutAnOpenQuestion() throws IOException, InterruptedException {
        asks(Privilege.VIEW_SCREEN);

        HttpResponse<String> answer = console.send(
                "POST",
                "/api/v1/support/leases",
                "{\"question\":\"" + "0".repeat(32) + "\",\"request\":\"" + ExampleSession.REQUEST + "\"}");

        assertEquals(409, answer.statusCode());
        assertEquals(
                "QUESTION_CLOSED", ConsoleOnTheBench.json(answer).get("reason").getAsString());
        assertTrue(sessions.done.isEmpty());
    }

    @Test
    void oneClickWithinAQuestionAllowsWhatWasAskedFor() throws IOException, InterruptedException {
        asks(Privilege.VIEW_SCREEN);

        JsonObject after = ConsoleOnTheBench.json(console.send(
                "POST",
                "/api/v1/support/leases?lang=en",
                "{\"question\":\"" + question() + "\",\"request\":\"" + ExampleSession.REQUEST + "\"}"));

        JsonObject permission = after.getAsJsonArray("permissions").get(0).getAsJsonObject();
        assertEquals("view-screen", permission.get("privilege").getAsString());
        assertEquals("Sees this screen.", permission.get("text").getAsString());
        assertEquals(0, console.agent.questions.openNow());
    }

    @Test
    void aPermissionAfterControlIsGivenWithAPin() throws IOException, InterruptedException {
        asks(Privilege.SHARE_CLIPBOARD);
        sessions.refuses = SessionRefusedException.Reason.PIN;

        JsonObject after = ConsoleOnTheBench.json(console.send(
                "POST",
                "/api/v1/support/leases?lang=en",
                "{\"question\":\"" + question() + "\",\"request\":\"" + ExampleSession.REQUEST + "\",\"account\":\""
                        + FakeAccounts.LUIS + "\",\"pin\":\"234242\"}"));

        assertEquals(1, after.getAsJsonArray("permissions").size());
        assertTrue(console.agent.accounts.allWiped());
    }

    @Test
    void aPinWithoutAPersonOrAPersonWithoutAPinIsNoAnswer() throws IOException, InterruptedException {
        asks(Privilege.VIEW_SCREEN);
        String begun = "{\"question\":\"" + question() + "\",\"request\":\"" + ExampleSession.REQUEST + "\",";

        int noPerson = console.send("POST", "/api/v1/support/leases", begun + "\"pin\":\"234242\"}")
                .statusCode();
        int noPin = console.send("POST", "/api/v1/support/leases", begun + "\"account\":\"" + FakeAccounts.LUIS + "\"}")
                .statusCode();

        assertEquals(List.of(400, 400), List.of(noPerson, noPin));
        assertEquals(List.of(), sessions.done);
    }

    @Test
    void stoppingRefusingAndTakingBackNeedNothing() throws IOException, InterruptedException {
        asks(Privilege.CONTROL_INPUT);

        console.send("POST", "/api/v1/support/refusals", "{\"request\":\"" + ExampleSession.REQUEST + "\"}");
        console.call("DELETE", "/api/v1/support/leases/" + ExampleSession.LEASE);
        HttpResponse<String> stopped = console.call("DELETE", "/api/v1/support");

        assertEquals("CLOSED", ConsoleOnTheBench.json(stopped).get("state").getAsString());
        assertEquals(List.of("refuse " + ExampleSession.REQUEST, "end " + ExampleSession.LEASE, "stop"), sessions.done);
    }

    @ParameterizedTest
    @EnumSource
    void everyReasonToRefuseIsSaidInWords(SessionRefusedException.Reason reason)
            throws IOException, InterruptedException {
        asks(Privilege.CONTROL_INPUT);
        sessions.refuses = reason;

        HttpResponse<String> answer = console.send(
                "POST",
                "/api/v1/support/leases?lang=es",
                "{\"question\":\"" + question() + "\",\"request\":\"" + ExampleSession.REQUEST + "\"}");

        JsonObject said = ConsoleOnTheBench.json(answer);
        assertEquals(409, answer.statusCode());
        assertEquals("SESSION_REFUSED", said.get("error").getAsString());
        assertEquals(reason.name(), said.get("reason").getAsString());
        assertTrue(said.get("text").getAsString().endsWith(".")
                || said.get("text").getAsString().endsWith("companion"));
    }

    @Test
    void aNameThatWouldTurnTheSentenceAroundIsMadeHarmless() throws IOException, InterruptedException {
        sessions.is(SessionState.AUTHENTICATED, made -> {
            made.supporter = ExampleSession.supporter()
                    .map(one -> new Supporter(
                            "Ada\u202E retsiM", one.organisation(), one.certificate(), one.trainedUntil(), "eu"));
            made.request = Optional.of(sessions.example.file(FileToTransfer.Direction.OUT));
        });

        String body = console.call("GET", "/api/v1/support").body();

        assertFalse(body.contains("\u202E"), body);
        assertFalse(body.contains("\\u202e"), body);
    }

    @Test
    void theDesktopIsHeardAndNothingElseThanItsFiveStates() throws IOException, InterruptedException {
        assertEquals(
                204,
                console.send("POST", "/api/v1/support/desktop", "{\"state\":\"LOCKED\"}")
                        .statusCode());
        assertEquals(
                400,
                console.send("POST", "/api/v1/support/desktop", "{\"state\":\"FINE\"}")
                        .statusCode());
        assertEquals(List.of("desktop LOCKED"), sessions.done);
    }

    @Test
    void aPageMayNotSayHowTheDesktopIs() throws IOException, InterruptedException {
        HttpResponse<String> answer = console.send(console.request("POST", "/api/v1/support/desktop", false)
                .header("Cookie", console.cookie())
                .header("Sec-Fetch-Site", "same-origin")
                .header("Origin", console.url)
                .header("Content-Type", "application/json")
                .POST(BodyPublishers.ofString("{\"state\":\"AT_THE_SCREEN\"}")));

        assertEquals(401, answer.statusCode());
        assertEquals(List.of(), sessions.done);
    }

    @Test
    void theTrainingsEndIsADayInTheReadersLanguage() throws IOException, InterruptedException {
        asks(Privilege.VIEW_SCREEN);

        String italian = ConsoleOnTheBench.json(console.call("GET", "/api/v1/support?lang=it"))
                .getAsJsonObject("supporter")
                .get("text")
                .getAsString();

        assertTrue(italian.matches(".* [0-9]{1,2} [a-z]+ [0-9]{4}.*"), italian);
    }

    @Test
    void aChangeIsToldAtOnceAndTheStreamOfAlertsHasNoInvitation() throws IOException {
        try (RawConnection page = stream("events");
                RawConnection banner = stream("alerts")) {
            EventStreamTest.data(page, "session");
            EventStreamTest.data(banner, "session");

            sessions.is(SessionState.INVITED, made -> made.invitation = sessions.example.invitation());

            String toPage = EventStreamTest.data(page, "session");
            String toBanner = EventStreamTest.data(banner, "session");
            assertTrue(toPage.contains(ExampleSession.PASSWORD), toPage);
            assertTrue(toBanner.contains("INVITED"), toBanner);
            assertFalse(toBanner.contains(ExampleSession.PASSWORD), toBanner);
        }
    }

    @Test
    void codeForSessionsThatComesAndGoesIsToldWithinSeconds() throws IOException {
        console.agent.supportRuns = false;
        try (RawConnection page = stream("events")) {
            JsonObject without = session(page);
            console.agent.supportRuns = true;
            JsonObject with = session(page);
            console.agent.supportRuns = false;
            JsonObject again = session(page);

            assertTrue(without.get("session").isJsonNull());
            assertTrue(with.get("text").isJsonNull());
            assertTrue(again.get("session").isJsonNull());
            assertFalse(sessions.isHeard());
        }
    }

    private static JsonObject session(RawConnection stream) throws IOException {
        return JsonParser.parseString(EventStreamTest.data(stream, "session")).getAsJsonObject();
    }

    private RawConnection stream(String name) throws IOException {
        RawConnection raw = new RawConnection(console.url);
        raw.send("GET /api/v1/" + name + " HTTP/1.1\nHost: " + console.url.substring(7) + "\nAuthorization: Bearer "
                + console.token + "\n\n");
        return raw;
    }
}
