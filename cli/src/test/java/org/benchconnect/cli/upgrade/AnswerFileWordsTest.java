package org.benchconnect.cli.upgrade;

import static org.benchconnect.cli.upgrade.AtTheTerminal.UPGRADE;
import static org.benchconnect.cli.upgrade.AtTheTerminal.approval;
import static org.benchconnect.cli.upgrade.AtTheTerminal.state;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

class AnswerFileWordsTest {
    @TempDir
    Path folder;

    private final AtTheTerminal terminal = new AtTheTerminal();

    private String refusal(String language, Path file) {
        terminal.language = language;
        IOException refused =
                assertThrows(IOException.class, () -> terminal.type("", "apply", "--answers", file.toString()));
        assertEquals(List.of(), terminal.agent.asked);
        return String.valueOf(refused.getMessage());
    }

    @ParameterizedTest
    @CsvSource({
        "en, others can read the answer file",
        "it, altri possono leggere il file delle risposte",
        "es, otros pueden leer el archivo de respuestas"
    })
    void thatOthersReadItIsSaidInThePersonsLanguage(String language, String words) throws Exception {
        Path open = WrittenAnswers.in(folder, "rw-r--r--", "{}");

        String said = refusal(language, open);

        assertTrue(said.contains(words) && said.endsWith(open.toString()), said);
    }

    @ParameterizedTest
    @CsvSource(
            quoteCharacter = '^',
            value = {
                "FILE_NO_PIN; {}",
                "FILE_NOT_JSON; {'pin':'739184'",
                "FILE_MEMBERS; {'pin':'739184'}",
                "FILE_DIGESTS; {'account':'a','pin':'739184','features':{'x':'y'},'language':'it','when':'IN_WINDOW','idle':true}",
                "FILE_VALUES; {'account':'a','pin':'739184','features':{},'language':'it','when':'IN_WINDOW','idle':true}"
            },
            delimiter = ';')
    void whatIsWrongInItIsSaidInThePersonsLanguage(UpgradePhrase what, String text) throws Exception {
        Path wrong = WrittenAnswers.in(folder, "rw-------", text);

        assertEquals(what.in("it", ""), refusal("it", wrong));
        assertEquals(what.in("es", ""), refusal("es", wrong));
    }

    @Test
    void thatItIsNotThereIsToo() {
        Path none = folder.resolve("none.json");

        assertEquals(UpgradePhrase.FILE_NOT_THERE.in("es", none), refusal("es", none));
    }

    @Test
    void anotherChoiceThanTheOneThatCountsIsSaid() throws Exception {
        Path answers = WrittenAnswers.in(
                folder,
                "rw-------",
                "{'account':'a','pin':'739184','features':{'org.benchconnect.base':'" + AtTheTerminal.DOCUMENT
                        + "'},'language':'it','when':'AS_SOON_AS_IDLE','idle':false}");
        terminal.agent.answers(UPGRADE, 200, state("WAITS", true, approval("IN_WINDOW"), "null"));

        assertEquals(0, terminal.type("", "apply", "--no-wait", "--answers", answers.toString()));

        assertEquals("benchconnect: " + UpgradePhrase.STAYS_IN_WINDOW.in("en") + "\n", terminal.complained());
    }

    @ParameterizedTest
    @EnumSource
    void everySentenceIsInThreeLanguages(UpgradePhrase phrase) {
        List<String> all = List.of(phrase.in("en", "x"), phrase.in("it", "x"), phrase.in("es", "x"));

        assertEquals(3, all.stream().distinct().count(), all.toString());
    }
}
