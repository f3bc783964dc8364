package org.benchconnect.console;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.google.gson.JsonObject;
import java.io.IOException;
import java.net.http.HttpResponse;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.benchconnect.core.consent.AnswerRefusedException;
import org.benchconnect.core.consent.Questions;
import org.benchconnect.core.ledger.EventKind;
import org.benchconnect.core.testing.SteppingClock;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** R-20 over the local API: seen exactly, sent by a person, or not at all. */
class RegistrationApiTest {
    final SteppingClock clock = new SteppingClock(Instant.now());

    @AutoClose
    ConsoleOnTheBench console;

    @BeforeEach
    void start(@TempDir Path home) throws IOException {
        console = new ConsoleOnTheBench(home, clock);
    }

    @Test
    void whatAPersonSawIsSentAndStandsInTheLedgerWithTheirName()
            throws IOException, InterruptedException, AnswerRefusedException {
        HttpResponse<String> sent = send(question(), "481516", seen(), WellFormedRights.REGISTRATION);

        assertEquals(201, sent.statusCode(), sent.body());
        assertEquals(
                "FC-0042", state().getAsJsonObject("sent").get("instrumentId").getAsString());
        assertTrue(state().get("text").getAsString().contains("not acknowledged it yet"), state().toString());
        assertEquals(
                List.of(FakeAccounts.MARIA),
                console.agent.ledger.entries(0, 9).stream()
                        .filter(one -> one.event().kind() == EventKind.REGISTRATION_SENT)
                        .map(one -> one.event().by().orElseThrow())
                        .toList());
        assertTrue(console.agent.accounts.allWiped());

        console.agent.outgoing.acknowledged();

        assertTrue(state().get("text").getAsString().contains("acknowledged by service"), state().toString());
    }

    @Test
    void aPreviewSendsNothing() throws IOException, InterruptedException {
        HttpResponse<String> preview =
                console.send("POST", "/api/v1/registration/preview", "{" + WellFormedRights.REGISTRATION + "}");

        assertEquals(
                "{" + WellFormedRights.REGISTRATION + "}",
                ConsoleOnTheBench.json(preview).get("content").getAsString());
        assertNull(console.agent.outgoing.sent);
        assertTrue(state().get("sent").isJsonNull());
    }

    @Test
    void anotherRegistrationThanTheOneThatWasSeenIsNotSent()
            throws IOException, InterruptedException, AnswerRefusedException {
        String other = WellFormedRights.REGISTRATION.replace("FC-0042", "FC-0043");

        HttpResponse<String> refused = send(question(), "481516", seen(), other);

        assertRefused("OTHER_TEXT", refused);
        assertEquals(1, console.agent.questions.openNow(), "the question is not used up");
    }

    @Test
    void nothingIsSentWithAWrongPin() throws IOException, InterruptedException, AnswerRefusedException {
        assertRefused("WRONG_PIN", send(question(), "999999", seen(), WellFormedRights.REGISTRATION));
        assertTrue(console.agent.accounts.allWiped());
    }

    @Test
    void whoIsLockedOutLearnsForHowLong() throws IOException, InterruptedException, AnswerRefusedException {
        console.agent.accounts.locked = Duration.ofSeconds(30);

        HttpResponse<String> refused = send(question(), "481516", seen(), WellFormedRights.REGISTRATION);

        assertRefused("LOCKED", refused);
        assertEquals(30, ConsoleOnTheBench.json(refused).get("remainingSeconds").getAsInt());
    }

    @Test
    void nothingIsSentInTheFirstSecondOrTwiceForOneQuestion()
            throws IOException, InterruptedException, AnswerRefusedException {
        String early = console.agent.questions.open().id();
        assertRefused("TOO_SOON", send(early, "481516", seen(), WellFormedRights.REGISTRATION));

        String question = question();
        send(question, "481516", seen(), WellFormedRights.REGISTRATION);
        console.agent.outgoing.sent = null;

        assertRefused("QUESTION_CLOSED", send(question, "481516", seen(), WellFormedRights.REGISTRATION));
    }

    @Test
    void nothingIsSentWhileSomebodyIsConnectedFromElsewhere()
            throws IOException, InterruptedException, AnswerRefusedException {
        String question = question();
        console.agent.questions.remoteInput = true;

        assertRefused("REMOTE_INPUT", send(question, "481516", seen(), WellFormedRights.REGISTRATION));
    }

    @ParameterizedTest
    @CsvSource({
        "EMAIL, lab@hospital.example, lab hospital",
        "NAME, Maria Rossi, ''",
        "INSTRUMENT, Navios EX, <b>",
        "INSTRUMENT_ID, FC-0042, FC 42",
        "SERIAL, AW12345, NONE",
        "SERIAL, AW12345, 12.03.1958"
    })
    void aPartThatHasNotItsFormIsRefusedInWords(String part, String right, String wrong)
            throws IOException, InterruptedException, AnswerRefusedException {
        String form = WellFormedRights.REGISTRATION.replace("\"" + right + "\"", "\"" + wrong + "\"");

        HttpResponse<String> preview = console.send("POST", "/api/v1/registration/preview", "{" + form + "}");
        HttpResponse<String> sent = send(question(), "481516", seen(), form);

        assertEquals(422, preview.statusCode(), preview.body());
        assertEquals(part, ConsoleOnTheBench.json(preview).get("reason").getAsString());
        assertFalse(ConsoleOnTheBench.json(preview).get("text").getAsString().contains("registration."));
        assertEquals(422, sent.statusCode(), sent.body());
        assertNull(console.agent.outgoing.sent);
    }

    @Test
    void halfACharacterIsNoJson() throws IOException, InterruptedException {
        String form = WellFormedRights.REGISTRATION.replace("lab@", "\\ud83d@");

        HttpResponse<String> preview = console.send("POST", "/api/v1/registration/preview", "{" + form + "}");

        assertEquals(400, preview.statusCode(), preview.body());
    }

    @Test
    void aSixthMemberIsRefused() throws IOException, InterruptedException {
        HttpResponse<String> refused = console.send(
                "POST", "/api/v1/registration/preview", "{" + WellFormedRights.REGISTRATION + ",\"telephone\":\"1\"}");

        assertEquals(400, refused.statusCode());
    }

    @Test
    void aFullDiskIsSaid() throws IOException, InterruptedException, AnswerRefusedException {
        console.agent.outgoing.full = true;

        HttpResponse<String> failed = send(question(), "481516", seen(), WellFormedRights.REGISTRATION);

        assertEquals(503, failed.statusCode());
        assertTrue(failed.body().contains("it was not sent"), failed.body());
    }

    private void assertRefused(String reason, HttpResponse<String> answer) {
        assertEquals(409, answer.statusCode(), answer.body());
        assertEquals(reason, ConsoleOnTheBench.json(answer).get("reason").getAsString());
        assertNull(console.agent.outgoing.sent);
    }

    private JsonObject state() throws IOException, InterruptedException {
        return ConsoleOnTheBench.json(console.call("GET", "/api/v1/registration?lang=en"));
    }

    private String seen() throws IOException, InterruptedException {
        return WellFormedRights.preview(console);
    }

    /** An open question, old enough. */
    private String question() throws AnswerRefusedException {
        String question = console.agent.questions.open().id();
        clock.step(Questions.INERT);
        return question;
    }

    private HttpResponse<String> send(String question, String pin, String preview, String form)
            throws IOException, InterruptedException {
        return console.send(
                "POST",
                "/api/v1/registration?lang=en",
                "{\"question\":\"" + question + "\",\"account\":\"" + FakeAccounts.MARIA + "\",\"pin\":\"" + pin
                        + "\",\"preview\":\"" + preview + "\"," + form + "}");
    }
}
