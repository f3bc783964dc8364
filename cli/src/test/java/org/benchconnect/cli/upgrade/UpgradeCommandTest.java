package org.benchconnect.cli.upgrade;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.FileSystems;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Duration;
import java.util.List;
import org.benchconnect.cli.account.OnStandardInput;
import org.benchconnect.cli.account.PersonOptions;
import org.benchconnect.cli.account.PersonUsageException;
import org.benchconnect.cli.account.Talk;
import org.benchconnect.cli.consent.ScriptedAgent;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class UpgradeCommandTest {
    private static final String UPGRADE = "/api/v1/upgrade";
    private static final String PLAN = "a1".repeat(32);
    private static final String DOCUMENT = "d".repeat(64);
    private static final String NOTHING = state("NOTHING_NEW", "null", "", "null");
    private static final String OFFERED = state("OFFERED", plan(), "", "null");
    private static final String HINDERED =
            state("WAITS", plan(), "{'reason':'UNKNOWN','statement':true,'text':'Nobody knows.'}", "null");
    private static final String SWITCHES = state("SWITCHES", plan(), "", "null");
    private static final String PROVES = state("PROVES", plan(), "", last("PROVES"));
    private static final String COMMITTED = state("NOTHING_NEW", "null", "", last("COMMITTED"));
    private static final String WENT_BACK = state("NOTHING_NEW", "null", "", last("WENT_BACK"));

    @TempDir
    Path folder;

    private final ByteArrayOutputStream out = new ByteArrayOutputStream();
    private final ByteArrayOutputStream err = new ByteArrayOutputStream();
    private final ScriptedAgent agent = new ScriptedAgent();
    private FollowUpgrade.Reach reach = () -> agent;

    private static String state(String phase, String plan, String waits, String last) {
        return "{'phase':'" + phase + "','text':'It is " + phase + ".','plan':" + plan + ",'approval':null,'waitsFor':["
                + waits
                + "],'idleText':null,'lookedText':'Looked.','platformText':null,'fixesText':'Fixes ask.','last':"
                + last + "}";
    }

    private static String plan() {
        return "{'id':'" + PLAN + "','features':[{'name':'org.benchconnect.base','to':'0.2.0','document':'" + DOCUMENT
                + "'}],'explanation':[{'topic':'STOPS','title':'What stops','lines':['org.benchconnect.host']}]}";
    }

    private static String last(String outcome) {
        return "{'plan':'" + PLAN + "','outcome':'" + outcome + "','outcomeText':'So it is " + outcome + ".'}";
    }

    @BeforeEach
    void offers() {
        agent.answers(UPGRADE, 200, OFFERED);
        agent.answers(UPGRADE + "/check", 200, OFFERED);
        agent.answers(
                UPGRADE + "/request",
                200,
                "{'plan':'" + PLAN + "','roleText':'Anybody.','asksAgainText':'Then remote support asks again.',"
                        + "'paragraphs':[{'part':'QUESTION','text':'Carry it out?'}]}");
        agent.answers(UPGRADE + "/apply", 200, "{'text':'Allowed.'}");
    }

    private int run(String typed, String... words) throws Exception {
        UpgradeOptions options = UpgradeOptions.of(List.of(words));
        PersonOptions people = PersonOptions.of(options.rest());
        PrintStream errors = new PrintStream(err, true, StandardCharsets.UTF_8);
        Talk talk = new Talk(
                agent,
                new OnStandardInput(new ByteArrayInputStream(typed.getBytes(StandardCharsets.UTF_8)), errors),
                people,
                false,
                "en",
                new PrintStream(out, true, StandardCharsets.UTF_8),
                errors);
        UpgradeCommand.understand(people.rest());
        FollowUpgrade follow = new FollowUpgrade(talk, reach, Duration.ofMillis(1), Duration.ofMillis(200));
        return UpgradeCommand.run(talk, options, follow, people.rest());
    }

    private String said() {
        return out.toString(StandardCharsets.UTF_8);
    }

    private String complained() {
        return err.toString(StandardCharsets.UTF_8);
    }

    private boolean wasAsked(String start) {
        return agent.asked.stream().anyMatch(one -> one.startsWith(start));
    }

    @Test
    void aPlanIsPrintedWithTheDigestsThatAnAnswerFileNames() throws Exception {
        assertEquals(0, run("", "plan"));

        assertTrue(said().contains("What stops\n  org.benchconnect.host\n"), said());
        assertTrue(said().contains("org.benchconnect.base 0.2.0\n  " + DOCUMENT + "\n"), said());
        assertFalse(wasAsked("POST"), "what is known already is not looked for");
    }

    @Test
    void aStickIsLookedAtByItsWholePath() throws Exception {
        assertEquals(0, run("", "check", "--from", "/media/stick/../stick"));

        assertTrue(
                wasAsked("POST /api/v1/upgrade/check?lang=en {\"source\":\"/media/stick\"}"), agent.asked.toString());
    }

    @Test
    void aRefusedLookEndsWithOneAndTheAgentsSentence() throws Exception {
        agent.answers(UPGRADE + "/check", 422, "{'reason':'RING','text':'Not its turn.'}");

        assertEquals(1, run("", "check"));

        assertEquals("benchconnect: Not its turn.\n", complained());
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "apply now", "record x", "nonsense", "status 3", "apply --from", "check --answers"})
    void otherWordsAreAMatterOfUsage(String words) {
        assertThrows(PersonUsageException.class, () -> run("", words.isEmpty() ? new String[0] : words.split(" ")));

        assertEquals(List.of(), agent.asked);
    }

    @Test
    void goingBackAsksOnceAndFindsTheAgentAgain() throws Exception {
        int[] calls = {0};
        reach = () -> {
            if (calls[0]++ < 3) {
                throw new IOException("it starts anew");
            }
            return agent;
        };

        assertEquals(0, run("yes\n", "rollback"));

        assertTrue(wasAsked("POST /api/v1/upgrade/rollback?lang=en {}"), agent.asked.toString());
        assertEquals(4, calls[0]);
        assertEquals(1, run("no\n", "rollback"));
    }

    @Test
    void aRecordIsPrintedForTheValidationFile() throws Exception {
        agent.answers(
                UPGRADE + "/records/7",
                200,
                "{'title':'Record','parts':[{'title':'Who','lines':[{'label':'Allowed','value':'Ada','exact':false}]}]}");

        assertEquals(0, run("", "record", "7"));

        assertEquals("Record\n\nWho\n  Allowed: Ada\n", said());
    }

    @Nested
    class Applying {
        @Test
        void byAPersonWaitsUntilItIsCommittedAndSaysEachChange() throws Exception {
            agent.answers(UPGRADE, 200, OFFERED, HINDERED, HINDERED, SWITCHES, PROVES, PROVES, COMMITTED);

            assertEquals(0, run("1\n739184\nyes\n", "apply", "--as-soon-as-idle"));

            assertTrue(wasAsked("POST /api/v1/upgrade/apply?lang=en {\"plan\":\"" + PLAN), agent.asked.toString());
            assertTrue(
                    agent.asked.stream().anyMatch(one -> one.contains("\"when\":\"AS_SOON_AS_IDLE\"")),
                    agent.asked.toString());
            assertTrue(
                    said().endsWith(
                                    "It is WAITS.\n  - Nobody knows.\nIt is SWITCHES.\nIt is PROVES.\nIt is NOTHING_NEW.\n"
                                            + "So it is COMMITTED.\n"),
                    said());
            assertTrue(said().contains("Then remote support asks again."), said());
            assertFalse(wasAsked("POST /api/v1/upgrade/idle"));
        }

        @Test
        void thatWentBackEndsWithOne() throws Exception {
            agent.answers(UPGRADE, 200, OFFERED, PROVES, WENT_BACK);

            assertEquals(1, run("1\n739184\nyes\n", "apply"));

            assertTrue(complained().endsWith("benchconnect: So it is WENT_BACK.\n"), complained());
        }

        @Test
        void withoutAYesAllowsNothing() throws Exception {
            assertEquals(1, run("1\n739184\nno\n", "apply"));

            assertFalse(wasAsked("POST /api/v1/upgrade/apply"));
        }

        @Test
        void whereNothingIsNewIsDone() throws Exception {
            agent.answers(UPGRADE, 200, NOTHING);
            agent.answers(UPGRADE + "/check", 200, NOTHING);

            assertEquals(0, run("", "apply"));

            assertTrue(said().endsWith("It is NOTHING_NEW.\n"), said());
        }

        @Test
        void thatSomebodyTookBackEndsWithOne() throws Exception {
            agent.answers(UPGRADE, 200, OFFERED, HINDERED, NOTHING);

            assertEquals(1, run("1\n739184\nyes\n", "apply"));

            assertTrue(complained().contains("It was not carried out"), complained());
        }
    }

    @Nested
    class AnAnswerFile {
        private Path file(String permissions, String text) throws IOException {
            assumeTrue(
                    FileSystems.getDefault().supportedFileAttributeViews().contains("posix"),
                    "this file system has no permissions to try");
            Path file = Files.writeString(folder.resolve("answers.json"), text.replace('\'', '"'));
            return Files.setPosixFilePermissions(file, PosixFilePermissions.fromString(permissions));
        }

        private String text(String document, boolean idle) {
            return "{'account':'Ada Verdi','pin':'739184','features':{'org.benchconnect.base':'" + document
                    + "'},'language':'it','when':'IN_WINDOW','idle':" + idle + "}";
        }

        @Test
        void allowsExactlyItsDocumentsAndSaysOnceThatTheInstrumentIsIdle() throws Exception {
            Path answers = file("rw-------", text(DOCUMENT, true));
            agent.answers(UPGRADE, 200, OFFERED, HINDERED, HINDERED, PROVES, COMMITTED);

            assertEquals(0, run("", "apply", "--answers", answers.toString()), complained());

            String ada = "\"account\":\"" + ScriptedAgent.ADA + "\"";
            assertTrue(
                    agent.asked.stream()
                            .anyMatch(one ->
                                    one.contains("/apply?lang=en") && one.contains(ada) && one.contains("739184")),
                    agent.asked.toString());
            assertEquals(
                    1,
                    agent.asked.stream()
                            .filter(one -> one.startsWith("POST /api/v1/upgrade/idle"))
                            .count());
            assertTrue(wasAsked("GET /api/v1/upgrade/request?lang=it"));
            assertFalse(said().contains("739184") || complained().contains("739184"));
        }

        @Test
        void forAnotherDocumentAllowsNothing() throws Exception {
            Path answers = file("rw-------", text("e".repeat(64), true));

            assertEquals(1, run("", "apply", "--answers", answers.toString()));

            assertFalse(wasAsked("POST"));
            assertTrue(complained().contains("not exactly what the answer file allows"), complained());
        }

        @ParameterizedTest
        @ValueSource(strings = {"rw-r-----", "rw-rw----", "rw----r--", "rwxrwxrwx"})
        void thatOthersCanReadIsRefusedBeforeAnythingIsAsked(String permissions) throws Exception {
            Path answers = file(permissions, text(DOCUMENT, true));

            IOException refused =
                    assertThrows(IOException.class, () -> run("", "apply", "--answers", answers.toString()));

            assertTrue(String.valueOf(refused.getMessage()).contains("others can read the answer file"));
            assertEquals(List.of(), agent.asked);
        }

        @ParameterizedTest
        @ValueSource(
                strings = {
                    "",
                    "{}",
                    "[]",
                    "{'pin':'739184'}",
                    "{'account':'a','pin':'739184','features':{},'language':'it','when':'IN_WINDOW','idle':true}",
                    "{'account':'a','pin':'739184','features':{'x':'y'},'language':'it','when':'IN_WINDOW','idle':true}",
                    "{'account':'a','pin':'739184','features':{'x':1},'language':'it','when':'NOW','idle':true,'more':1}"
                })
        void thatIsNotAsItMustBeNeverShowsItsPin(String text) throws Exception {
            Path answers = file("rw-------", text);

            IOException refused =
                    assertThrows(IOException.class, () -> run("", "apply", "--answers", answers.toString()));

            assertFalse(String.valueOf(refused.getMessage()).contains("739184"));
            assertEquals(List.of(), agent.asked);
        }

        @Test
        void isWipedAndHasNoPinInItsWords() throws Exception {
            AnswerFile answers = AnswerFile.read(file("rw-------", text(DOCUMENT, false)));
            char[] pin = answers.pin();

            answers.close();

            assertEquals("\0".repeat(6), new String(pin));
            assertFalse(answers.toString().contains("739184"));
        }
    }
}
