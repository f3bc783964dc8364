package org.benchconnect.cli.feature;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.google.gson.JsonObject;
import com.google.gson.JsonParser;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import org.benchconnect.cli.account.Agent;
import org.benchconnect.cli.account.OnStandardInput;
import org.benchconnect.cli.account.PersonOptions;
import org.benchconnect.cli.account.PersonUsageException;
import org.benchconnect.cli.account.Talk;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class FeatureCommandTest {
    private static final String STICK = Path.of("/media/stick").toString();
    private static final String CONSENT = "This needs consent: nothing was installed.";

    private final ByteArrayOutputStream out = new ByteArrayOutputStream();
    private final ByteArrayOutputStream err = new ByteArrayOutputStream();

    private int run(Agent agent, boolean json, String... words) throws IOException, InterruptedException {
        try {
            PrintStream errors = new PrintStream(err, true, StandardCharsets.UTF_8);
            return FeatureCommand.run(
                    new Talk(
                            agent,
                            new OnStandardInput(InputStream.nullInputStream(), errors),
                            PersonOptions.of(List.of()),
                            json,
                            "en",
                            new PrintStream(out, true, StandardCharsets.UTF_8),
                            errors),
                    List.of(words));
        } catch (PersonUsageException e) {
            throw new IOException(e);
        }
    }

    private String out() {
        return out.toString(StandardCharsets.UTF_8);
    }

    private String err() {
        return err.toString(StandardCharsets.UTF_8);
    }

    private static FakeAgent planned() {
        return FakeAgent.withPlan(FakeAgent.SUPPORT, "NEEDS_CONSENT", CONSENT);
    }

    @Nested
    class ListOfFeatures {
        @Test
        void saysEachWithWhatItLetsOthersDo() throws IOException, InterruptedException {
            FakeAgent agent = new FakeAgent(
                    200,
                    "{\"features\": [" + FakeAgent.BASE + "," + FakeAgent.SUPPORT + "], \"text\": \"2 run.\","
                            + " \"vendor\": {\"text\": \"This PC takes software of Example alone.\"}}");

            assertEquals(0, run(agent, false, "list"));

            assertEquals(
                    """
                    BenchConnect itself (org.benchconnect.base) 0.1.0
                      Version 0.1.0, release 3, 24 modules.
                      For every instrument.
                    org.example.support 1.2.0
                      Version 1.2.0, release 7, 4 modules.
                      Released for these instruments: NAVIOS.
                      If allowed, within a remote session:
                      - Somebody elsewhere can see the screen.
                    2 run.
                    This PC takes software of Example alone.
                    """,
                    out());
            assertEquals(List.of("/api/v1/features?lang=en", "/api/v1/consents?lang=en"), agent.asked);
        }

        @Test
        void isWhatTheCommandDoesWithoutAVerb() throws IOException, InterruptedException {
            assertEquals(0, run(new FakeAgent(200, "{\"features\": [], \"text\": \"0 functions run.\"}"), false));

            assertEquals("0 functions run.\n", out());
        }

        @Test
        void asJsonIsTheAnswerItself() throws IOException, InterruptedException {
            assertEquals(0, run(new FakeAgent(200, "{\"features\": [], \"text\": \"x\"}"), true, "list"));

            assertEquals("{\"features\":[],\"text\":\"x\"}\n", out());
        }

        @Test
        void whoseAgentCannotTellEndsWithItsReason() throws IOException, InterruptedException {
            FakeAgent agent = new FakeAgent(
                    503,
                    "{\"error\": \"NOT_AVAILABLE\", \"message\": \"for developers\", \"text\": \"It is not running.\"}");

            assertEquals(1, run(agent, false, "list"));

            assertEquals("benchconnect: It is not running.\n", err());
            assertEquals("", out());
        }
    }

    @Nested
    class Show {
        @Test
        void saysWhatItIsAndNotWhatItWouldChange() throws IOException, InterruptedException {
            assertEquals(0, run(planned(), false, "show", STICK));

            assertEquals(
                    """
                    org.example.support 1.2.0

                    What it is
                      Version 1.2.0.
                      For NAVIOS.

                    Who vouches for it
                      Signed by Example.

                    Past its date
                      Good until yesterday.

                    What its author says
                      “Good.”

                    What it lets others do
                      See the screen.
                    """,
                    out());
            assertEquals("", err());
        }

        @Test
        void asJsonHasWhatItIsAndWhereItComesFrom() throws IOException, InterruptedException {
            assertEquals(0, run(planned(), true, "show", STICK));

            JsonObject shown = JsonParser.parseString(out()).getAsJsonObject();
            assertEquals(Set.of("feature", "signer", "pluginVendor", "tolerated", "statement"), shown.keySet());
        }
    }

    @Nested
    class Install {
        @Test
        void ofWhatRunsAlreadySaysSo() throws IOException, InterruptedException {
            FakeAgent agent = FakeAgent.withPlan(FakeAgent.BASE, "NOTHING_TO_DO", "Exactly this already runs.");

            assertEquals(0, run(agent, false, "install", STICK));

            assertEquals("BenchConnect itself (org.benchconnect.base) 0.1.0\nExactly this already runs.\n", out());
            assertEquals("", err());
        }
    }

    @Nested
    class Refusals {
        private static final String REFUSAL =
                "{\"error\":\"FEATURE_REFUSED\",\"message\":\"m\",\"reason\":\"SIGNER\",\"text\":\"Not signed by the supplier."
                        + " Nothing was changed.\",\"detail\":\"expected A, found B\"}";

        @ParameterizedTest
        @ValueSource(strings = {"show", "install"})
        void areASentenceForPeopleWithoutTokens(String verb) throws IOException, InterruptedException {
            assertEquals(1, run(new FakeAgent(422, REFUSAL), false, verb, STICK));

            assertEquals("benchconnect: Not signed by the supplier. Nothing was changed.\n", err());
            assertEquals("", out());
        }

        @Test
        void asJsonAreTheAnswerItself() throws IOException, InterruptedException {
            assertEquals(1, run(new FakeAgent(422, REFUSAL), true, "install", STICK));

            assertEquals(REFUSAL + "\n", out());
            assertTrue(err().startsWith("benchconnect: Not signed"));
        }

        @Test
        void ofAnAgentOfAnotherVersionAreSaidAsWellAsTheyCan() throws IOException, InterruptedException {
            assertEquals(1, run(new FakeAgent(404, "{}"), false, "list"));

            assertEquals("benchconnect: the agent answered 404\n", err());
        }
    }

    @Nested
    class WhatIsAsked {
        @ParameterizedTest
        @CsvSource({
            "https://releases.example/stable, https://releases.example/stable",
            "HTTPS://releases.example, HTTPS://releases.example",
            "/media/stick/../stick2, /media/stick2"
        })
        void anAddressAndAWholePathStayWhatTheyAre(String typed, String sent) throws IOException, InterruptedException {
            FakeAgent agent = planned();

            run(agent, false, "show", typed);

            assertEquals(List.of("/api/v1/features/plan?lang=en {\"source\":\"" + sent + "\"}"), agent.asked);
        }

        @ParameterizedTest
        @ValueSource(strings = {"release", "./release", "some/../release", "release/", "."})
        void aRelativePathIsMadeWholeBecauseTheAgentHasAnotherFolder(String typed) throws FeatureUsageException {
            Path here = Path.of("/home/somebody/downloads");

            String source = Source.of(typed, here);

            assertEquals(typed.equals(".") ? here : here.resolve("release"), Path.of(source));
        }

        @Test
        void theWorkingFolderIsThatOfTheCommand() throws FeatureUsageException {
            assertEquals(Path.of("release").toAbsolutePath().toString(), Source.of("release", Path.of("")));
        }

        @Test
        void aNameGoesAlong() throws IOException, InterruptedException {
            FakeAgent agent = planned();

            run(agent, false, "show", "/media/stick", "org.example.support");

            assertEquals(
                    List.of("/api/v1/features/plan?lang=en"
                            + " {\"source\":\"/media/stick\",\"name\":\"org.example.support\"}"),
                    agent.asked);
        }

        @ParameterizedTest
        @ValueSource(
                strings = {
                    "show",
                    "install",
                    "show a b c",
                    "list x",
                    "remove X",
                    "show /media/stick Base",
                    "install http://releases.example",
                    "install file:///media/stick"
                })
        void wordsThatAreNotUnderstoodReachNoAgent(String words) throws IOException, InterruptedException {
            FakeAgent agent = planned();

            assertEquals(2, run(agent, false, words.split(" ")));

            assertEquals(List.of(), agent.asked);
            assertTrue(err().startsWith("benchconnect: "), err());
        }
    }
}
