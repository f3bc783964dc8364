package org.benchconnect.cli.upgrade;

import static org.benchconnect.cli.upgrade.AtTheTerminal.NO_APPROVAL;
import static org.benchconnect.cli.upgrade.AtTheTerminal.UPGRADE;
import static org.benchconnect.cli.upgrade.AtTheTerminal.approval;
import static org.benchconnect.cli.upgrade.AtTheTerminal.record;
import static org.benchconnect.cli.upgrade.AtTheTerminal.state;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.time.Duration;
import org.junit.jupiter.api.Test;

class FollowUpgradeTest {
    private static final String WAITS = state("WAITS", true, approval("IN_WINDOW"), "null");
    private static final String STARTING = state("NOTHING_NEW", false, NO_APPROVAL, "null");
    private static final String COMMITTED =
            state("NOTHING_NEW", false, NO_APPROVAL, record(6, 5, "UPGRADE", "30", "COMMITTED"));

    private final AtTheTerminal terminal = new AtTheTerminal();

    @Test
    void anAgentThatStartsAnewWhileTheUpgradeWaitsIsWaitedFor() throws Exception {
        int[] calls = {0};
        terminal.agent.answers(UPGRADE, 200, WAITS, WAITS, STARTING, STARTING, WAITS, COMMITTED);
        terminal.reach = () -> {
            if (calls[0]++ == 1) {
                throw new IOException("it starts anew");
            }
            return terminal.agent;
        };

        assertEquals(0, terminal.type("", "apply"), terminal.complained());

        assertEquals(
                "It is WAITS.\nWaiting for the agent …\nIt is WAITS.\nIt is NOTHING_NEW.\nSo it is COMMITTED.\n",
                terminal.said());
        assertEquals("", terminal.complained());
    }

    @Test
    void aYesThatTheAuditLogSaysWasTakenBackIsOverAtOnce() throws Exception {
        terminal.agent.answers(UPGRADE, 200, WAITS, WAITS, STARTING, WAITS);
        terminal.agent.answers(
                "/api/v1/audit",
                200,
                "{'entries':[{'number':9,'kind':'UPGRADE_REFUSED','details':{'plan':'" + AtTheTerminal.PLAN + "'}}]}");

        assertEquals(1, terminal.type("", "apply"));

        assertTrue(terminal.complained().contains("It was not carried out"), terminal.complained());
    }

    @Test
    void aNoFromBeforeTheYesEndsNothing() throws Exception {
        terminal.agent.answers(UPGRADE, 200, WAITS, WAITS, STARTING, COMMITTED);
        terminal.agent.answers(
                "/api/v1/audit",
                200,
                "{'entries':[{'number':6,'kind':'UPGRADE_REFUSED','details':{'plan':'" + AtTheTerminal.PLAN + "'}}]}");

        assertEquals(0, terminal.type("", "apply"));
    }

    @Test
    void whatWentBackInAnEarlierAttemptIsNoOutcomeOfThisOne() throws Exception {
        String before = record(6, 5, "UPGRADE", "10", "WENT_BACK");
        terminal.records(before);
        terminal.agent.answers(
                UPGRADE,
                200,
                state("WAITS", true, approval("IN_WINDOW"), before),
                state("NOTHING_NEW", false, NO_APPROVAL, before),
                COMMITTED);

        assertEquals(0, terminal.type("", "apply"), terminal.complained());
    }

    @Test
    void theRecordIsFoundThoughALaterChangeIsTheNewest() throws Exception {
        terminal.away = Duration.ofMillis(200);
        String back = record(5, 6, "ROLLBACK", "40", "COMMITTED");
        terminal.agent.answers(
                UPGRADE + "/records",
                200,
                "{'records':[]}",
                "{'records':[" + back + "," + record(6, 5, "UPGRADE", "30", "COMMITTED") + "]}");
        terminal.agent.answers(UPGRADE, 200, WAITS, WAITS, state("NOTHING_NEW", false, NO_APPROVAL, back));

        assertEquals(0, terminal.type("", "apply"), terminal.complained());

        assertTrue(terminal.said().endsWith("So it is COMMITTED.\n"), terminal.said());
    }

    @Test
    void whoeverDoesNotWaitReadsHowItIsNow() throws Exception {
        terminal.agent.answers(UPGRADE, 200, WAITS);

        assertEquals(0, terminal.type("", "apply", "--no-wait"));

        assertEquals("It is WAITS.\nAllowed.\nIt begins then.\n", terminal.said());
    }

    @Test
    void anotherChoiceThanTheOneThatCountsIsSaid() throws Exception {
        terminal.agent.answers(UPGRADE, 200, WAITS, WAITS, COMMITTED);

        assertEquals(0, terminal.type("", "apply", "--as-soon-as-idle"));

        assertTrue(terminal.complained().contains("benchconnect upgrade refuse, then"), terminal.complained());
        assertFalse(terminal.asked("POST"));
    }

    @Test
    void theSameChoiceAndNoneAreNot() throws Exception {
        terminal.agent.answers(UPGRADE, 200, state("WAITS", true, approval("AS_SOON_AS_IDLE"), "null"), COMMITTED);

        assertEquals(0, terminal.type("", "apply", "--as-soon-as-idle"));
        terminal.agent.answers(UPGRADE, 200, WAITS);
        assertEquals(0, terminal.type("", "apply", "--no-wait"));

        assertEquals("", terminal.complained());
    }
}
