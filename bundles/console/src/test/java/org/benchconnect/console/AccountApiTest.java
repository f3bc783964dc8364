package org.benchconnect.console;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.google.gson.JsonObject;
import java.io.IOException;
import java.net.http.HttpResponse;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import org.benchconnect.core.consent.Questions;
import org.benchconnect.core.ledger.Detail;
import org.benchconnect.core.ledger.Event;
import org.benchconnect.core.ledger.EventKind;
import org.benchconnect.core.testing.SteppingClock;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class AccountApiTest {
    private static final String MARIA = "\"account\":\"" + FakeAccounts.MARIA + "\",\"pin\":\"481516\"";

    final SteppingClock clock = new SteppingClock(Instant.parse("2026-03-02T08:00:00Z"));

    @AutoClose
    ConsoleOnTheBench console;

    @BeforeEach
    void start(@TempDir Path home) throws IOException {
        console = new ConsoleOnTheBench(home, clock);
    }

    @Test
    void aPersonIsAddedAndEveryPinIsWipedAfterwards() throws IOException, InterruptedException {
        HttpResponse<String> added = add("\"name\":\"Ana\",\"role\":\"LABORATORY_USER\",\"newPin\":\"774411\"");

        assertEquals(201, added.statusCode(), added.body());
        assertEquals("Ana", ConsoleOnTheBench.json(added).get("name").getAsString());
        assertTrue(console.agent.accounts.allWiped());
        assertFalse(added.body().contains("774411"));
    }

    @Test
    void theLastDayOfTemporaryStaffCountsWhole() throws IOException, InterruptedException {
        JsonObject added = ConsoleOnTheBench.json(
                add("\"name\":\"Ana\",\"role\":\"LABORATORY_USER\",\"newPin\":\"774411\",\"until\":\"2026-04-30\""));

        assertTrue(added.get("until").getAsString().compareTo("2026-04-30T10:00:00Z") > 0, added.toString());
        assertTrue(added.get("text").getAsString().contains("Last day: April 30, 2026."), added.toString());
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "\"name\":5,\"role\":\"LABORATORY_USER\",\"newPin\":\"774411\"",
                "\"name\":\"Ana\",\"role\":\"ROOT\",\"newPin\":\"774411\"",
                "\"name\":\"Ana\",\"role\":\"LABORATORY_USER\"",
                "\"name\":\"Ana\",\"role\":\"LABORATORY_USER\",\"newPin\":774411",
                "\"name\":\"Ana\",\"role\":\"LABORATORY_USER\",\"newPin\":\"7744\\u0031\"",
                "\"name\":\"Ana\",\"role\":\"LABORATORY_USER\",\"newPin\":\"é\"",
                "\"name\":\"Ana\",\"role\":\"LABORATORY_USER\",\"newPin\":\"774411\",\"newPin\":\"774411\"",
                "\"name\":\"Ana\",\"role\":\"LABORATORY_USER\",\"newPin\":\"774411\",\"until\":\"tomorrow\"",
                "\"name\":\"Ana\",\"role\":\"LABORATORY_USER\",\"newPin\":\"774411\",\"more\":1"
            })
    void whatHasNotTheDocumentedFormReachesNobody(String rest) throws IOException, InterruptedException {
        HttpResponse<String> refused = add(rest);

        assertEquals(400, refused.statusCode(), refused.body());
        assertEquals(2, console.agent.accounts.all().size());
        assertFalse(refused.body().contains("774411") || refused.body().contains("481516"), refused.body());
    }

    @Test
    void aWrongPinIsAConflictWithItsSentence() throws IOException, InterruptedException {
        HttpResponse<String> refused = console.send(
                "POST",
                "/api/v1/accounts/" + FakeAccounts.LUIS + "/remove?lang=it",
                "{\"account\":\"" + FakeAccounts.MARIA + "\",\"pin\":\"000000\"}");

        JsonObject said = ConsoleOnTheBench.json(refused);
        assertEquals(409, refused.statusCode());
        assertEquals("ACCOUNT_REFUSED", said.get("error").getAsString());
        assertEquals("WRONG_PIN", said.get("reason").getAsString());
        assertTrue(said.get("text").getAsString().startsWith("Il PIN non corrisponde"), said.toString());
        assertTrue(said.get("remainingSeconds").isJsonNull());
    }

    @Test
    void aLockOutSaysHowLongToWait() throws IOException, InterruptedException {
        console.agent.accounts.locked = Duration.ofSeconds(240);

        JsonObject said = ConsoleOnTheBench.json(
                console.send("POST", "/api/v1/accounts/" + FakeAccounts.LUIS + "/remove?lang=en", "{" + MARIA + "}"));

        assertEquals(240, said.get("remainingSeconds").getAsInt());
        assertTrue(said.get("text").getAsString().endsWith("Please wait 4 minutes."), said.toString());
        assertTrue(console.call("GET", "/api/v1/accounts?lang=es")
                .body()
                .contains("No se acepta ningún PIN durante 4 minutos."));
    }

    @Test
    void theNameOfSomebodyWhoIsStillListedIsNotErased() throws IOException, InterruptedException {
        HttpResponse<String> refused = console.send(
                "POST", "/api/v1/accounts/" + FakeAccounts.LUIS + "/erase-name?lang=en", "{" + MARIA + "}");

        assertEquals(409, refused.statusCode());
        assertEquals(
                "This person is still on the list: remove first.",
                ConsoleOnTheBench.json(refused).get("text").getAsString());
        assertTrue(console.agent.accounts.name(FakeAccounts.LUIS).isPresent());
    }

    @Test
    void whoWasOnTheListOnceIsNamedWhenAskedFor() throws IOException, InterruptedException {
        console.agent.ledger.append(
                Event.of(EventKind.ACCOUNT_ADDED).with(Detail.ACCOUNT, FakeAccounts.LUIS.toString()));
        console.send("POST", "/api/v1/accounts/" + FakeAccounts.LUIS + "/remove?lang=en", "{" + MARIA + "}");

        JsonObject all = ConsoleOnTheBench.json(console.call("GET", "/api/v1/accounts?lang=en&former=1"));

        JsonObject former = all.getAsJsonArray("former").get(0).getAsJsonObject();
        assertEquals(FakeAccounts.LUIS.toString(), former.get("account").getAsString());
        assertEquals("Luis Ortega", former.get("name").getAsString());
        assertTrue(ConsoleOnTheBench.json(console.call("GET", "/api/v1/accounts?lang=en"))
                .get("former")
                .isJsonNull());
    }

    @ParameterizedTest
    @ValueSource(strings = {"accounts?lang=en&former=1", "audit?lang=en"})
    void aLogThatCannotBeReadIsAConditionAndNoDefect(String path) throws IOException, InterruptedException {
        console.agent.ledger.append(
                Event.of(EventKind.ACCOUNT_ADDED).with(Detail.ACCOUNT, FakeAccounts.LUIS.toString()));
        console.agent.ledger.readable = false;

        HttpResponse<String> refused = console.call("GET", "/api/v1/" + path);

        assertEquals(503, refused.statusCode(), refused.body());
        JsonObject said = ConsoleOnTheBench.json(refused);
        assertEquals("NOT_AVAILABLE", said.get("error").getAsString());
        assertTrue(said.get("text").getAsString().startsWith("The log cannot be read"), said.toString());
        assertEquals(200, console.call("GET", "/api/v1/accounts?lang=en").statusCode());
    }

    @Test
    void aQuestionThatWasNeverOpenRaisesNothing() throws IOException, InterruptedException {
        HttpResponse<String> refused = console.send(
                "POST",
                "/api/v1/accounts?lang=en",
                "{\"question\":\"" + "0".repeat(32) + "\"," + MARIA
                        + ",\"name\":\"Ana\",\"role\":\"LABORATORY_USER\",\"newPin\":\"774411\"}");

        assertEquals(409, refused.statusCode());
        assertEquals("QUESTION", ConsoleOnTheBench.json(refused).get("reason").getAsString());
    }

    @Test
    void thePageOfAnotherSiteCannotTouchAccounts() throws IOException, InterruptedException {
        HttpResponse<String> foreign =
                console.send(console.request("GET", "/api/v1/accounts", true).header("Origin", "https://example.org"));

        assertEquals(403, foreign.statusCode());
    }

    private HttpResponse<String> add(String rest) throws IOException, InterruptedException {
        String question = ConsoleOnTheBench.json(console.call("POST", "/api/v1/questions"))
                .get("question")
                .getAsString();
        clock.step(Questions.INERT);
        return console.send(
                "POST", "/api/v1/accounts?lang=en", "{\"question\":\"" + question + "\"," + MARIA + "," + rest + "}");
    }
}
