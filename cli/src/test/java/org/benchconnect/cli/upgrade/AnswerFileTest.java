package org.benchconnect.cli.upgrade;

import static org.benchconnect.cli.upgrade.UpgradeCommandBench.COMMITTED;
import static org.benchconnect.cli.upgrade.UpgradeCommandBench.DOCUMENT;
import static org.benchconnect.cli.upgrade.UpgradeCommandBench.HINDERED;
import static org.benchconnect.cli.upgrade.UpgradeCommandBench.NOTHING;
import static org.benchconnect.cli.upgrade.UpgradeCommandBench.OFFERED;
import static org.benchconnect.cli.upgrade.UpgradeCommandBench.PROVES;
import static org.benchconnect.cli.upgrade.UpgradeCommandBench.UPGRADE;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import org.benchconnect.cli.consent.ScriptedAgent;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class AnswerFileTest {
    @TempDir
    Path folder;

    private final UpgradeCommandBench bench = new UpgradeCommandBench();

    private String text(String document, boolean idle) {
        return "{'account':'Ada Verdi','pin':'739184','features':{'org.benchconnect.base':'" + document
                + "'},'language':'it','when':'IN_WINDOW','idle':" + idle + "}";
    }

    @Test
    void allowsExactlyItsDocumentsAndSaysOnceThatTheInstrumentIsIdle() throws Exception {
        Path answers = WrittenAnswers.in(folder, "rw-------", text(DOCUMENT, true));
        bench.agent.answers(UPGRADE, 200, OFFERED, HINDERED, HINDERED, PROVES, COMMITTED);

        assertEquals(0, bench.run("", "apply", "--answers", answers.toString()), bench.complained());

        String ada = "\"account\":\"" + ScriptedAgent.ADA + "\"";
        assertTrue(
                bench.agent.asked.stream()
                        .anyMatch(one -> one.contains("/apply?lang=en") && one.contains(ada) && one.contains("739184")),
                bench.agent.asked.toString());
        assertEquals(
                1,
                bench.agent.asked.stream()
                        .filter(one -> one.startsWith("POST /api/v1/upgrade/idle"))
                        .count());
        assertTrue(bench.wasAsked("GET /api/v1/upgrade/request?lang=it"));
        assertFalse(bench.said().contains("739184") || bench.complained().contains("739184"));
    }

    @Test
    void whereNothingIsNewHasNothingToDo() throws Exception {
        Path answers = WrittenAnswers.in(folder, "rw-------", text(DOCUMENT, true));
        bench.agent.answers(UPGRADE, 200, NOTHING);
        bench.agent.answers(UPGRADE + "/check", 200, NOTHING);

        assertEquals(0, bench.run("", "apply", "--from", "/media/stick", "--answers", answers.toString()));

        assertTrue(bench.said().endsWith("It is NOTHING_NEW.\n"), bench.said());
        assertFalse(bench.wasAsked("POST /api/v1/upgrade/apply"));
    }

    @Test
    void forAnotherDocumentAllowsNothing() throws Exception {
        Path answers = WrittenAnswers.in(folder, "rw-------", text("e".repeat(64), true));

        assertEquals(1, bench.run("", "apply", "--answers", answers.toString()));

        assertFalse(bench.wasAsked("POST"));
        assertTrue(bench.complained().contains("not exactly what the answer file allows"), bench.complained());
    }

    @ParameterizedTest
    @ValueSource(strings = {"rw-r-----", "rw-rw----", "rw----r--", "rwxrwxrwx"})
    void thatOthersCanReadIsRefusedBeforeAnythingIsAsked(String permissions) throws Exception {
        Path answers = WrittenAnswers.in(folder, permissions, text(DOCUMENT, true));

        IOException refused =
                assertThrows(IOException.class, () -> bench.run("", "apply", "--answers", answers.toString()));

        assertTrue(String.valueOf(refused.getMessage()).contains("others can read the answer file"));
        assertEquals(List.of(), bench.agent.asked);
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
        Path answers = WrittenAnswers.in(folder, "rw-------", text);

        IOException refused =
                assertThrows(IOException.class, () -> bench.run("", "apply", "--answers", answers.toString()));

        assertFalse(String.valueOf(refused.getMessage()).contains("739184"));
        assertEquals(List.of(), bench.agent.asked);
    }

    @Test
    void isWipedAndHasNoPinInItsWords() throws Exception {
        AnswerFile answers = AnswerFile.read(WrittenAnswers.in(folder, "rw-------", text(DOCUMENT, false)));
        char[] pin = answers.pin();

        answers.close();

        assertEquals("\0".repeat(6), new String(pin));
        assertFalse(answers.toString().contains("739184"));
    }
}
