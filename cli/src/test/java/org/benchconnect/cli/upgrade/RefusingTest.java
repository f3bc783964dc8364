package org.benchconnect.cli.upgrade;

import static org.benchconnect.cli.upgrade.AtTheTerminal.NO_APPROVAL;
import static org.benchconnect.cli.upgrade.AtTheTerminal.UPGRADE;
import static org.benchconnect.cli.upgrade.AtTheTerminal.approval;
import static org.benchconnect.cli.upgrade.AtTheTerminal.state;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.benchconnect.cli.consent.ScriptedAgent;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class RefusingTest {
    private static final String NOTHING = state("NOTHING_NEW", false, NO_APPROVAL, "null");

    private final AtTheTerminal terminal = new AtTheTerminal();

    @Test
    void takesAYesBackWithoutAPin() throws Exception {
        terminal.agent.answers(UPGRADE, 200, state("WAITS", true, approval("IN_WINDOW"), "null"), NOTHING);

        assertEquals(0, terminal.type("yes\n", "refuse", "--account", "Ada Verdi"));

        assertTrue(
                terminal.asked("POST /api/v1/upgrade/refuse?lang=en {\"plan\":\"" + AtTheTerminal.PLAN
                        + "\",\"account\":\"" + ScriptedAgent.ADA + "\"}"),
                terminal.agent.asked.toString());
        assertTrue(terminal.said().endsWith("It is NOTHING_NEW.\n"), terminal.said());
    }

    @Test
    void saysNoToWhatIsOfferedAfterOneYes() throws Exception {
        terminal.agent.answers(UPGRADE, 200, state("OFFERED", true, NO_APPROVAL, "null"), NOTHING);

        assertEquals(1, terminal.type("no\n", "refuse"));

        assertFalse(terminal.asked("POST"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"SWITCHES", "PROVES"})
    void whatRunsAlreadyNamesTheWayBack(String phase) throws Exception {
        terminal.agent.answers(UPGRADE, 200, state(phase, true, approval("IN_WINDOW"), "null"));

        assertEquals(1, terminal.type("yes\n", "refuse"));

        assertTrue(terminal.complained().contains("benchconnect upgrade rollback"), terminal.complained());
        assertFalse(terminal.asked("POST"));
    }

    @Test
    void nothingIsDone() throws Exception {
        terminal.agent.answers(UPGRADE, 200, NOTHING);

        assertEquals(0, terminal.type("", "refuse"));

        assertEquals("It is NOTHING_NEW.\n", terminal.said());
    }
}
