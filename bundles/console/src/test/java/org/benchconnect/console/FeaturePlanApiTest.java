package org.benchconnect.console;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.google.gson.JsonElement;
import com.google.gson.JsonObject;
import java.io.IOException;
import java.net.http.HttpResponse;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.benchconnect.core.feature.Author;
import org.benchconnect.core.feature.Feature;
import org.benchconnect.core.feature.FeaturePlan;
import org.benchconnect.core.feature.FeatureSigner;
import org.benchconnect.core.feature.Tolerated;
import org.benchconnect.core.text.Language;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

@Timeout(60)
class FeaturePlanApiTest {
    private static final String STICK = "{\"source\":\"/media/stick\"}";
    private static final String HOSTILE =
            "<img src=x onerror=alert(1)> {signer} \u001B[2J\u202Egnp.exe\nSigned by BenchConnect";

    final FakeFeatures features = new FakeFeatures();

    @AutoClose
    ConsoleOnTheBench console;

    @BeforeEach
    void start(@TempDir Path home) throws IOException {
        console = new ConsoleOnTheBench(home, Clock.systemUTC());
        console.agent.features = features;
    }

    @Test
    void isExplainedFromTopToBottom() throws IOException, InterruptedException {
        HttpResponse<String> answer = console.plan(STICK, "en");

        assertEquals(200, answer.statusCode());
        JsonObject plan = ConsoleOnTheBench.json(answer);
        assertEquals(
                """
                FEATURE What it is
                  Version 1.2.0, release 7, 4 modules.
                  Released for these instruments: Navios, Navios EX.
                SIGNER Who vouches for it
                  Signed by Release Signing, Example Instruments Ltd, on March 2, 2026.
                STATEMENT What its author says (in the author’s own words, which nobody has checked)
                  “Lets our service see and operate this PC while you allow it.”
                PRIVILEGES If allowed, within a remote session
                  Somebody elsewhere can see everything on the screen of this PC, patient data included.
                  Somebody elsewhere can move the pointer and type on this PC, and so operate the instrument’s software.
                ASKED What it would newly let somebody elsewhere do
                  Somebody elsewhere can move the pointer and type on this PC, and so operate the instrument’s software.
                CHANGES What would change on this PC
                  New: org.example.engine 1.2.0
                  Changed: org.example.rules, from 1.1.0 to 1.2.0
                  Changed: org.example.same 1.2.0, the same version with other content
                  Removed: org.example.old 1.0.0
                STOPS What else would stop for a while
                  org.example.neighbour
                BYTES How much would be copied
                  34.2 MB
                """,
                explained(plan));
        assertEquals("NEEDS_CONSENT", plan.get("outcome").getAsString());
        assertTrue(plan.get("text").getAsString().contains("needs consent: nothing was installed"));
    }

    @Test
    void ofAnotherMakerThatIsPastItsDateSaysBothAndQuotesItsAuthor() throws IOException, InterruptedException {
        Feature hello = new Feature(
                "com.example.hello",
                "1.0.0",
                1,
                Set.of(),
                Set.of(),
                1,
                new Author("Hello” by BenchConnect “", "Says hello.", "Example Plugins"));
        features.planner = (source, name, language) -> new FeaturePlan(
                FakeFeatures.DOCUMENT,
                hello,
                List.of(),
                List.of(),
                List.of(),
                List.of("org.benchconnect.remote-support"),
                Set.of(),
                FakeFeatures.PLAN.signer(),
                Optional.of("example-plugins"),
                List.of(new Tolerated("timestamp", Instant.parse("2026-03-01T12:00:00Z"))),
                "It greets.",
                1,
                FeaturePlan.Outcome.NEEDS_CONSENT);

        JsonObject plan = ConsoleOnTheBench.json(console.plan(STICK, "en"));

        String explained = explained(plan);
        assertTrue(
                explained.contains("  Comes from another maker, the plugin vendor “example-plugins”, whom Example"
                        + " Instruments Ltd lets bring functions of its own.\nPAST_DATE Past its date\n  This release is"
                        + " past its date."),
                explained);
        assertTrue(explained.contains("  Signed list “timestamp”: good until March 1, 2026"), explained);
        assertTrue(
                explained.contains("  Called “Hello' by BenchConnect '”.\n  Made by “Example Plugins”.\n"
                        + "  “Says hello.”\n  “It greets.”\n"),
                explained);
        assertEquals(
                "“Hello' by BenchConnect '”",
                plan.getAsJsonObject("feature").get("title").getAsString());
        assertEquals("example-plugins", plan.get("pluginVendor").getAsString());
        assertEquals(
                "[{\"role\":\"timestamp\",\"expired\":\"2026-03-01T12:00:00Z\"}]",
                plan.get("tolerated").toString());
    }

    @Test
    void getsSourceNameAndLanguageAsTheyWereGiven() throws IOException, InterruptedException {
        List<Object> asked = new ArrayList<>();
        features.planner = (source, name, language) -> {
            asked.addAll(List.of(source, name, language));
            return FakeFeatures.PLAN;
        };

        console.plan("{\"source\":\"https://releases.example/a b\"}", "es");
        console.plan("{\"source\":\"https://releases.example/x\",\"name\":\"org.example.one\"}", "es");
        console.plan("{\"source\":\"/media/My stick/è\",\"name\":null}", "it");

        assertEquals(
                List.of(
                        "https://releases.example/x",
                        Optional.of("org.example.one"),
                        Language.ES,
                        "/media/My stick/è",
                        Optional.empty(),
                        Language.IT),
                asked);
    }

    @Test
    void thatWouldChangeNothingSaysSo() throws IOException, InterruptedException {
        features.planner = (source, name, language) -> new FeaturePlan(
                FakeFeatures.DOCUMENT,
                FakeFeatures.BASE,
                List.of(),
                List.of(),
                List.of(),
                List.of(),
                Set.of(),
                FakeFeatures.PLAN.signer(),
                Optional.empty(),
                List.of(),
                "",
                0,
                FeaturePlan.Outcome.NOTHING_TO_DO);

        JsonObject plan = ConsoleOnTheBench.json(console.plan(STICK, "en"));

        assertEquals(
                "Exactly this already runs on this PC: there is nothing to do.",
                plan.get("text").getAsString());
        assertFalse(explained(plan).contains("author"), "there is no statement");
        assertTrue(explained(plan).contains("Nothing: everything is here already."));
    }

    @Test
    void showsAHostileTextAsOneHarmlessLineOfItsAuthor() throws IOException, InterruptedException {
        Feature hostile =
                new Feature(HOSTILE, HOSTILE, 1, Set.of(), Set.of(HOSTILE), 1, new Author(HOSTILE, HOSTILE, HOSTILE));
        FeaturePlan plan = FakeFeatures.planOf(hostile, HOSTILE.repeat(100));
        features.planner = (source, name, language) -> new FeaturePlan(
                FakeFeatures.DOCUMENT,
                hostile,
                List.of(),
                plan.changes(),
                List.of(HOSTILE),
                List.of(HOSTILE),
                plan.asked(),
                new FeatureSigner(HOSTILE, HOSTILE, plan.signer().signedAt()),
                Optional.of(HOSTILE),
                List.of(new Tolerated(HOSTILE, Instant.EPOCH)),
                plan.statement(),
                1,
                plan.outcome());

        String answer = console.plan(STICK, "en").body();

        assertFalse(answer.contains("\\u001b") || answer.contains("\u202E"), answer);
        assertFalse(answer.contains("\\n"), answer);
        JsonObject json = ConsoleOnTheBench.json(console.plan(STICK, "en"));
        String statement = json.get("statement").getAsString();
        assertTrue(statement.endsWith("…") && statement.length() <= ForeignText.STATEMENT + 1, statement);
        assertTrue(explained(json).contains("  “" + statement + "”\n"));
        assertTrue(statement.contains("{signer}"), "no placeholder of an author's is filled");
    }

    @Test
    void thatFailsForAFaultOfOursTellsNoDetails() throws IOException, InterruptedException {
        features.planner = (source, name, language) -> {
            throw new IllegalStateException("on purpose");
        };

        HttpResponse<String> answer = console.plan(STICK, "en");

        assertEquals(500, answer.statusCode());
        assertFalse(answer.body().contains("on purpose"));
        features.planner = (source, name, language) -> FakeFeatures.PLAN;
        assertEquals(200, console.plan(STICK, "en").statusCode());
    }

    /** The explanation as text, a section's topic before its title. */
    private static String explained(JsonObject plan) {
        StringBuilder text = new StringBuilder();
        for (JsonElement each : plan.getAsJsonArray("explanation")) {
            JsonObject section = each.getAsJsonObject();
            text.append(section.get("topic").getAsString())
                    .append(' ')
                    .append(section.get("title").getAsString())
                    .append('\n');
            section.getAsJsonArray("lines")
                    .forEach(
                            line -> text.append("  ").append(line.getAsString()).append('\n'));
        }
        return text.toString();
    }
}
