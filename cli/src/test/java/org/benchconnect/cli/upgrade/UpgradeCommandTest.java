package org.benchconnect.cli.upgrade;

import static org.benchconnect.cli.upgrade.UpgradeCommandBench.DOCUMENT;
import static org.benchconnect.cli.upgrade.UpgradeCommandBench.UPGRADE;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.time.Duration;
import java.util.List;
import org.benchconnect.cli.account.PersonUsageException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class UpgradeCommandTest {
    private final UpgradeCommandBench bench = new UpgradeCommandBench();

    @Test
    void aPlanIsPrintedWithTheDigestsThatAnAnswerFileNames() throws Exception {
        assertEquals(0, bench.run("", "plan"));

        assertTrue(bench.said().contains("What stops\n  org.benchconnect.host\n"), bench.said());
        assertTrue(bench.said().contains("org.benchconnect.base 0.2.0\n  " + DOCUMENT + "\n"), bench.said());
        assertFalse(bench.wasAsked("POST"), "what is known already is not looked for");
    }

    @Test
    void aStickIsLookedAtByItsWholePath() throws Exception {
        assertEquals(0, bench.run("", "check", "--from", "/media/stick/../stick"));

        assertTrue(
                bench.wasAsked("POST /api/v1/upgrade/check?lang=en {\"source\":\"/media/stick\"}"),
                bench.agent.asked.toString());
    }

    @Test
    void aRefusedLookEndsWithOneAndTheAgentsSentence() throws Exception {
        bench.agent.answers(UPGRADE + "/check", 422, "{'reason':'RING','text':'Not its turn.'}");

        assertEquals(1, bench.run("", "check"));

        assertEquals("benchconnect: Not its turn.\n", bench.complained());
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "apply now", "record x", "nonsense", "status 3", "apply --from", "check --answers"})
    void otherWordsAreAMatterOfUsage(String words) {
        assertThrows(
                PersonUsageException.class, () -> bench.run("", words.isEmpty() ? new String[0] : words.split(" ")));

        assertEquals(List.of(), bench.agent.asked);
    }

    @Test
    void goingBackAsksOnceAndFindsTheAgentAgain() throws Exception {
        bench.terminal.away = Duration.ofSeconds(60);
        int[] calls = {0};
        bench.terminal.reach = () -> {
            if (calls[0]++ < 3) {
                throw new IOException("it starts anew");
            }
            return bench.agent;
        };

        assertEquals(0, bench.run("yes\n", "rollback"));

        assertTrue(bench.wasAsked("POST /api/v1/upgrade/rollback?lang=en {}"), bench.agent.asked.toString());
        assertEquals(4, calls[0]);
        assertEquals(1, bench.run("no\n", "rollback"));
    }

    @Test
    void aRecordIsPrintedForTheValidationFile() throws Exception {
        bench.agent.answers(
                UPGRADE + "/records/7",
                200,
                "{'title':'Record','parts':[{'title':'Who','lines':[{'label':'Allowed','value':'Ada','exact':false}]}]}");

        assertEquals(0, bench.run("", "record", "7"));

        assertEquals("Record\n\nWho\n  Allowed: Ada\n", bench.said());
    }
}
