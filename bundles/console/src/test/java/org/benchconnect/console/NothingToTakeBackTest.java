package org.benchconnect.console;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.google.gson.JsonObject;
import java.io.IOException;
import java.net.http.HttpResponse;
import java.nio.file.Path;
import java.time.Instant;
import java.util.Optional;
import java.util.Set;
import org.benchconnect.core.consent.AnswerRefusedException;
import org.benchconnect.core.consent.AnswerRefusedException.Reason;
import org.benchconnect.core.consent.ConsentRequest;
import org.benchconnect.core.consent.NeedsConsent;
import org.benchconnect.core.consent.Questions;
import org.benchconnect.core.feature.Feature;
import org.benchconnect.core.feature.Privilege;
import org.benchconnect.core.testing.SteppingClock;
import org.benchconnect.core.text.Language;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Nobody is told that something was stopped which goes on, or that a question was answered which nobody asked. */
class NothingToTakeBackTest {
    private static final Feature SUPPORT =
            FakeConsents.feature("org.benchconnect.remote-support", Set.of(Privilege.VIEW_SCREEN));

    final SteppingClock clock = new SteppingClock(Instant.parse("2026-03-02T08:00:00Z"));

    @AutoClose
    ConsoleOnTheBench console;

    @BeforeEach
    void start(@TempDir Path home) throws IOException {
        console = new ConsoleOnTheBench(home, clock);
    }

    private HttpResponse<String> withdraw(String feature, String language) throws IOException, InterruptedException {
        return console.call("POST", "/api/v1/consents/" + feature + "/withdraw?lang=" + language);
    }

    @ParameterizedTest
    @CsvSource({
        "en, 'There is no function of this name here. NOTHING was withdrawn. The names: benchconnect consent list'",
        "it, 'Qui non c’è nessuna funzione con questo nome. NON è stato revocato nulla. I nomi: benchconnect consent list'",
        "es, 'Aquí no hay ninguna función con este nombre. NO se ha retirado nada. Los nombres: benchconnect consent list'"
    })
    void aMisspeltNameIsNotSaidToBeWithdrawn(String language, String sentence)
            throws IOException, InterruptedException {
        console.agent.consents.isHere(SUPPORT, NeedsConsent.State.RUNS, true);

        HttpResponse<String> answer = withdraw("org.benchconnect.remote-suport", language);

        assertEquals(404, answer.statusCode());
        assertEquals(sentence, ConsoleOnTheBench.json(answer).get("text").getAsString());
        assertEquals(
                NeedsConsent.State.RUNS,
                console.agent.consents.features().get(0).state());
    }

    @Test
    void whatNeedsNoPermissionIsNotSaidToHaveStopped() throws IOException, InterruptedException {
        HttpResponse<String> answer = withdraw("org.benchconnect.base", "en");

        assertEquals(404, answer.statusCode());
        assertTrue(answer.body().contains("NOTHING was withdrawn"), answer.body());
    }

    @Test
    void aFunctionThatNobodyAllowedIsSaidNotToRun() throws IOException, InterruptedException {
        console.agent.consents.isHere(SUPPORT, NeedsConsent.State.NOT_ALLOWED, true);

        HttpResponse<String> answer = withdraw(SUPPORT.name(), "it");

        JsonObject said = ConsoleOnTheBench.json(answer);
        assertEquals(200, answer.statusCode());
        assertFalse(said.get("found").getAsBoolean());
        assertEquals(
                "Per questa funzione non c’era alcun consenso, e non è attiva.",
                said.get("text").getAsString());
    }

    @Test
    void whatWasAllowedIsWithdrawn() throws IOException, InterruptedException {
        console.agent.consents.isHere(SUPPORT, NeedsConsent.State.RUNS, true);

        JsonObject said = ConsoleOnTheBench.json(withdraw(SUPPORT.name(), "en"));

        assertTrue(said.get("found").getAsBoolean());
        assertEquals(
                "Withdrawn. The function does not run any more.",
                said.get("text").getAsString());
    }

    @ParameterizedTest
    @ValueSource(strings = {"refuse", "not-now"})
    void anAnswerToNoRequestIsNoAnswer(String answer) throws IOException, InterruptedException {
        HttpResponse<String> said =
                console.send("POST", "/api/v1/consents/requests/00000000000000ee/" + answer + "?lang=it", "{}");

        assertEquals(404, said.statusCode());
        assertEquals(
                "Nessuna richiesta con questo numero è in attesa.",
                ConsoleOnTheBench.json(said).get("text").getAsString());
    }

    @ParameterizedTest
    @CsvSource({
        "en, 'First allow: Remote support. Then answer this question. Nothing was changed.'",
        "it, 'Consentire prima: Assistenza remota. Poi rispondere a questa domanda. Non è stato cambiato nulla.'"
    })
    void whatMustBeAllowedBeforeIsNamedAsPeopleCallIt(String language, String sentence) throws Exception {
        ConsentRequest request =
                console.agent.consents.asks(SUPPORT, Optional.empty(), Language.EN, FakeConsents.text("Hello."));
        console.agent.consents.refuses =
                new AnswerRefusedException(Reason.NEEDS, "first allow org.benchconnect.remote-support");
        String question = console.agent.questions.open().id();
        clock.step(Questions.INERT);

        HttpResponse<String> said = console.send(
                "POST",
                "/api/v1/consents/requests/" + request.id() + "/give?lang=" + language,
                "{\"question\":\"" + question + "\",\"account\":\"" + FakeAccounts.MARIA
                        + "\",\"pin\":\"481516\",\"text\":\"" + request.textDigest() + "\",\"newerVersions\":false}");

        assertEquals(409, said.statusCode());
        assertEquals(sentence, ConsoleOnTheBench.json(said).get("text").getAsString());
    }
}
