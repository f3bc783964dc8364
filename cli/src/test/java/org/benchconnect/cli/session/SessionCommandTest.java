package org.benchconnect.cli.session;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.benchconnect.cli.account.OnStandardInput;
import org.benchconnect.cli.account.PersonOptions;
import org.benchconnect.cli.account.PersonUsageException;
import org.benchconnect.cli.account.Talk;
import org.benchconnect.cli.consent.ScriptedAgent;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class SessionCommandTest {
    private static final String REQUEST = "00000000000000e1";
    private static final String LEASE = "00000000000000f1";
    private static final String QUESTION = "0".repeat(32);
    private static final String SUPPORT = "/api/v1/support";
    private static final String ASKED = "{'id':'" + REQUEST
            + "','text':'Ada would like to see this screen.','warning':'Please close patient lists first.'}";
    private static final String ALLOWED = "[{'lease':'" + LEASE + "','text':'Sees this screen.'}]";

    private final ByteArrayOutputStream out = new ByteArrayOutputStream();
    private final ByteArrayOutputStream err = new ByteArrayOutputStream();
    private final ScriptedAgent agent = new ScriptedAgent();

    private static String view(String request, String string, String permissions) {
        return "{'state':'AUTHENTICATED','text':'Connected.','hindrances':[],'session':'S1','supporter':{'text':'Ada, Example.'},"
                + "'invitation':null,'companion':true,'compared':" + string.equals("null") + ",'authenticationString':"
                + string + ",'request':" + request + ",'permissions':" + permissions + ",'last':null}";
    }

    private int run(String typed, String... words) throws Exception {
        PrintStream errors = new PrintStream(err, true, StandardCharsets.UTF_8);
        Talk talk = new Talk(
                agent,
                new OnStandardInput(new ByteArrayInputStream(typed.getBytes(StandardCharsets.UTF_8)), errors),
                PersonOptions.of(List.of()),
                false,
                "en",
                new PrintStream(out, true, StandardCharsets.UTF_8),
                errors);
        return SessionCommand.run(talk, List.of(words));
    }

    private String said() {
        return out.toString(StandardCharsets.UTF_8);
    }

    private String last() {
        return agent.asked.get(agent.asked.size() - 1);
    }

    @Test
    void aRequestShowsTheCodeAndOnWhichCallItIsGiven() throws Exception {
        agent.answers(
                SUPPORT + "/requests",
                200,
                "{'text':'You asked for help.','hindrances':[],'session':'S1','supporter':null,'invitation':{'code':'123 456 789',"
                        + "'password':'4MPRT6ZB8N','text':'Only on a call that you made.'},'companion':true,'compared':false,"
                        + "'authenticationString':null,'request':null,'permissions':[],'last':null}");

        assertEquals(0, run("1\n739184\n", "request"));

        assertTrue(
                said().contains("  Code: 123 456 789\n  Password: 4MPRT6ZB8N\n\nOnly on a call that you made.\n"),
                said());
        assertEquals(
                "POST /api/v1/support/requests?lang=en {\"account\":\"" + ScriptedAgent.ADA + "\",\"question\":\""
                        + QUESTION + "\",\"pin\":\"739184\"}",
                last());
    }

    @Test
    void aYesInAWholeWordGivesWhatWasShownWithItsWarning() throws Exception {
        agent.answers(SUPPORT, 200, view(ASKED, "null", "[]"));
        agent.answers(SUPPORT + "/leases", 200, view("null", "null", ALLOWED));

        assertEquals(0, run("yes\n", "give"));

        assertTrue(
                said().contains("Ada would like to see this screen.\n  Please close patient lists first.\n"), said());
        assertTrue(said().endsWith("Allowed now:\n  " + LEASE + "  Sees this screen.\n"), said());
        assertEquals(
                "POST /api/v1/support/leases?lang=en {\"request\":\"" + REQUEST + "\",\"question\":\"" + QUESTION
                        + "\"}",
                last());
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "y", "no", "yes please"})
    void anythingElseGivesNothingAndClosesTheQuestion(String word) throws Exception {
        agent.answers(SUPPORT, 200, view(ASKED, "null", "[]"));

        assertEquals(1, run(word + "\n", "give"));

        assertEquals("DELETE /api/v1/questions/" + QUESTION + " {}", last());
        assertFalse(agent.asked.stream().anyMatch(one -> one.contains("/leases")));
        assertTrue(err.toString(StandardCharsets.UTF_8).endsWith("benchconnect: Nothing was allowed.\n"));
    }

    @Test
    void theNumberComesFirst() throws Exception {
        agent.answers(SUPPORT, 200, view("null", "'482913'", "[]"));
        agent.answers(SUPPORT + "/compared", 200, view("null", "null", "[]"));

        assertEquals(0, run("sì\n", "give"));

        assertTrue(said().contains("  482 913\n"), said());
        assertEquals("POST /api/v1/support/compared?lang=en {\"question\":\"" + QUESTION + "\"}", last());
    }

    @Test
    void controlWhileTheInstrumentMayMeasureAsksForAPinAndThenAgain() throws Exception {
        agent.answers(SUPPORT, 200, view(ASKED, "null", "[]"));
        agent.answers(SUPPORT + "/leases", 409, "{'reason':'ACQUIRING','text':'The instrument is measuring.'}");
        agent.answers(SUPPORT + "/control-during-run", 200, view(ASKED, "null", "[]"));

        assertEquals(1, run("yes\n1\n739184\nyes\n", "give"));

        assertTrue(said().contains("The instrument is measuring."), said());
        assertTrue(agent.asked.stream().anyMatch(one -> one.contains("/control-during-run") && one.contains("739184")));
        assertEquals(
                2, agent.asked.stream().filter(one -> one.contains("/leases")).count());
    }

    @Test
    void afterControlAYesAsksForAPinAndClosesTheQuestionOfTheYes() throws Exception {
        agent.answers(SUPPORT, 200, view(ASKED, "null", "[]"));
        agent.answers(SUPPORT + "/leases", 409, "{'reason':'PIN','text':'It needs a PIN.'}");

        assertEquals(1, run("yes\n1\n739184\n", "give"));

        assertTrue(
                agent.asked.contains("POST /api/v1/support/leases?lang=en {\"request\":\"" + REQUEST
                        + "\",\"account\":\"" + ScriptedAgent.ADA + "\",\"question\":\"" + QUESTION
                        + "\",\"pin\":\"739184\"}"),
                agent.asked.toString());
        assertEquals(
                2,
                agent.asked.stream()
                        .filter(one -> one.startsWith("DELETE /api/v1/questions/" + QUESTION))
                        .count(),
                agent.asked.toString());
    }

    @Test
    void withoutAQuestionNothingIsGiven() throws Exception {
        agent.answers(SUPPORT, 200, view("null", "null", "[]"));

        assertEquals(1, run("", "give"));

        assertEquals("benchconnect: The supporter asks for nothing now.\n", err.toString(StandardCharsets.UTF_8));
    }

    @Test
    void stopAndEndAskNothing() throws Exception {
        agent.answers(SUPPORT, 200, view("null", "null", ALLOWED));
        agent.answers(SUPPORT + "/leases/" + LEASE, 200, view("null", "null", "[]"));

        assertEquals(0, run("", "end"));
        assertEquals("DELETE /api/v1/support/leases/" + LEASE + "?lang=en {}", last());
        assertEquals(0, run("", "end", LEASE));
        assertEquals("DELETE /api/v1/support/leases/" + LEASE + "?lang=en {}", last());
        assertEquals(0, run("", "stop"));

        assertEquals("DELETE /api/v1/support?lang=en {}", last());
        assertFalse(agent.asked.stream().anyMatch(one -> one.contains("/questions")));
    }

    @Test
    void noIsSaidToWhateverIsAsked() throws Exception {
        agent.answers(SUPPORT, 200, view(ASKED, "null", "[]"));
        agent.answers(SUPPORT + "/refusals", 200, view("null", "null", "[]"));
        assertEquals(0, run("", "refuse"));
        assertEquals("POST /api/v1/support/refusals?lang=en {\"request\":\"" + REQUEST + "\"}", last());

        agent.answers(SUPPORT, 200, view("null", "'482913'", "[]"));
        agent.answers(SUPPORT + "/not-the-same", 200, view("null", "null", "[]"));
        assertEquals(0, run("", "refuse"));
        assertEquals("POST /api/v1/support/not-the-same?lang=en {}", last());
    }

    @Test
    void whyNotIsSaidInTheAgentsWords() throws Exception {
        agent.answers(SUPPORT + "/practice", 409, "{'reason':'RUNS','text':'A session runs already.'}");

        assertEquals(1, run("", "practice"));

        assertEquals("benchconnect: A session runs already.\n", err.toString(StandardCharsets.UTF_8));
    }

    @Test
    void otherWordsAreUsage() {
        assertThrows(PersonUsageException.class, () -> run("", "watch"));
        assertThrows(PersonUsageException.class, () -> run("", "end", "all"));
        assertThrows(PersonUsageException.class, () -> run("", "stop", "now"));
    }
}
