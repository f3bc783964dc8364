package org.benchconnect.cli.upgrade;

import static org.benchconnect.cli.upgrade.AtTheTerminal.UPGRADE;
import static org.benchconnect.cli.upgrade.AtTheTerminal.approval;
import static org.benchconnect.cli.upgrade.AtTheTerminal.record;
import static org.benchconnect.cli.upgrade.AtTheTerminal.state;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class ChangesTest {
    private final AtTheTerminal terminal = new AtTheTerminal();

    @BeforeEach
    void thereAndBack() {
        terminal.records(
                record(4, 5, "ROLLBACK", "30", "COMMITTED"),
                record(5, 4, "UPGRADE", "20", "COMMITTED"),
                record(4, 3, "UPGRADE", "10", "COMMITTED"));
        for (int generation : new int[] {4, 5}) {
            terminal.agent.answers(
                    UPGRADE + "/records/" + generation,
                    200,
                    "{'title':'R','parts':[{'title':'How','lines':[{'label':'Commands','value':'verify --key device.pub'}]}]}");
        }
    }

    @Test
    void eachIsListedByANumberThatNoOtherHas() throws Exception {
        assertEquals(0, terminal.type("", "record"));

        assertEquals(
                "   4.2  day 30  Change 30. So it is COMMITTED.\n     5  day 20  Change 20. So it is COMMITTED.\n"
                        + "   4.1  day 10  Change 10. So it is COMMITTED.\n",
                terminal.said());
    }

    @ParameterizedTest
    @CsvSource({"4.1,4?begun=10&", "4.2,4?begun=30&", "4,4?", "5,5?", "5.1,5?begun=20&"})
    void everyOneCanBePrinted(String number, String path) throws Exception {
        assertEquals(0, terminal.type("", "record", number));

        assertTrue(
                terminal.asked("GET " + UPGRADE + "/records/" + path + "form=json&lang=en"),
                terminal.agent.asked.toString());
        assertTrue(terminal.said().endsWith("  " + UpgradePhrase.DEVICE_PUB.in("en") + "\n"), terminal.said());
    }

    @ParameterizedTest
    @ValueSource(strings = {"4.3", "4.0", "6.1", "5.2"})
    void anUnknownNumberIsSaid(String number) {
        IOException none = assertThrows(IOException.class, () -> terminal.type("", "record", number));

        assertEquals(UpgradePhrase.NO_RECORD.in("en"), none.getMessage());
    }

    @Test
    void whatHasBegunIsNotSaidToBeginLater() throws Exception {
        terminal.agent.answers(UPGRADE, 200, state("PROVES", true, approval("AS_SOON_AS_IDLE"), "null"));

        assertEquals(0, terminal.type("", "status"));

        assertEquals("It is PROVES.\nAllowed.\n", terminal.said());
    }
}
