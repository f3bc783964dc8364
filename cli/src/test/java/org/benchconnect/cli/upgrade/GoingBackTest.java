package org.benchconnect.cli.upgrade;

import static org.benchconnect.cli.upgrade.AtTheTerminal.NO_APPROVAL;
import static org.benchconnect.cli.upgrade.AtTheTerminal.UPGRADE;
import static org.benchconnect.cli.upgrade.AtTheTerminal.approval;
import static org.benchconnect.cli.upgrade.AtTheTerminal.record;
import static org.benchconnect.cli.upgrade.AtTheTerminal.state;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.google.gson.JsonObject;
import java.io.IOException;
import java.time.Duration;
import org.benchconnect.cli.account.Agent;
import org.benchconnect.cli.account.Secrets;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class GoingBackTest {
    private static final String RUNS = state("NOTHING_NEW", false, NO_APPROVAL, "null");
    private static final String BACK = state("PROVES", false, NO_APPROVAL, record(4, 5, "ROLLBACK", "30", "PROVES"))
            .replace("'generation':5,", "'generation':4,");

    private final AtTheTerminal terminal = new AtTheTerminal();

    @BeforeEach
    void twoChanges() {
        terminal.records(record(5, 4, "UPGRADE", "20", "COMMITTED"), record(4, 3, "UPGRADE", "10", "COMMITTED"));
    }

    @Test
    void namesTheVersionAndTheDayOfWhatComesBack() throws Exception {
        terminal.agent.answers(UPGRADE, 200, RUNS, BACK);

        assertEquals(0, terminal.type("yes\n", "rollback"));

        assertEquals(
                "What comes back: BenchConnect 0.4 (generation 4).\nIt began to run on day 10.\n"
                        + "What ran before runs again at once. Settings, notices and what people allowed stay.\n"
                        + "This runs again: BenchConnect 0.4 (generation 4).\n"
                        + UpgradePhrase.PROVES_BACK.in("en") + "\n",
                terminal.said());
    }

    @Test
    void toTheInstallationNamesItsVersionWithoutADay() throws Exception {
        terminal.records(record(5, 4, "UPGRADE", "20", "COMMITTED"));
        terminal.agent.answers(UPGRADE, 200, RUNS, BACK);

        assertEquals(1, terminal.type("no\n", "rollback"));

        assertTrue(terminal.said().startsWith("What comes back: BenchConnect 0.4 (generation 4).\nWhat ran"));
    }

    @Test
    void whileAnAllowedReleaseWaitsSaysWhatBecomesOfIt() throws Exception {
        terminal.language = "it";
        terminal.agent.answers(UPGRADE, 200, state("WAITS", true, approval("IN_WINDOW"), "null"));

        assertEquals(1, terminal.type("no\n", "rollback"));

        assertTrue(terminal.said().contains("attende ancora in tal caso non verrà eseguita"), terminal.said());
        assertFalse(terminal.asked("POST"));
    }

    /** Drops the connection when it is asked to go back; is then not there when it is asked so often. */
    private int withADroppedConnection(int notThere, String... states) throws Exception {
        terminal.agent.answers(UPGRADE, 200, states);
        Agent drops = new Agent() {
            @Override
            public Answer ask(String path) {
                return terminal.agent.ask(path);
            }

            @Override
            public Answer send(String path, JsonObject body, Duration longest) {
                return terminal.agent.send(path, body, longest);
            }

            @Override
            public Answer carryOut(String method, String path, JsonObject body, Secrets secrets) throws IOException {
                throw new IOException("dropped");
            }
        };
        int[] calls = {0};
        terminal.reach = () -> {
            if (calls[0]++ < notThere) {
                throw new IOException("not there yet");
            }
            return terminal.agent;
        };
        return terminal.type(drops, "yes\n", "rollback");
    }

    @Test
    void whoseConnectionDroppedWaitsForTheAgentAndNothingMore() throws Exception {
        assertEquals(0, withADroppedConnection(1, RUNS, RUNS, BACK));

        assertTrue(terminal.said().contains("Waiting for the agent …\nThis runs again: "), terminal.said());
    }

    @Test
    void thatDidNotHappenEndsWithOne() throws Exception {
        terminal.away = Duration.ofMillis(200);

        assertEquals(1, withADroppedConnection(0, RUNS));

        assertTrue(terminal.complained().contains("what ran until now runs on"), terminal.complained());
    }
}
