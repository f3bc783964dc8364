package org.benchconnect.console;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.time.Clock;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import org.benchconnect.core.consent.AnswerRefusedException;
import org.benchconnect.core.feature.RefusedFor;
import org.benchconnect.core.ledger.Detail;
import org.benchconnect.core.ledger.Event;
import org.benchconnect.core.ledger.EventKind;
import org.benchconnect.core.text.Language;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

class EntrySentenceTest {
    private final FakeAccounts accounts = new FakeAccounts(new FakeQuestions(Clock.systemUTC()));

    private String say(Event event, Language language) throws IOException {
        OwnWords words = Objects.requireNonNull(OwnWords.load().get(language));
        return new EntrySentence(event, new People(accounts, words)).text();
    }

    private String say(Event event) throws IOException {
        return say(event, Language.EN);
    }

    @ParameterizedTest
    @EnumSource
    void anAnswerThatDidNotCountSaysWhyInWordsAndNotWhatToDo(AnswerRefusedException.Reason reason) throws IOException {
        for (Language language : Language.values()) {
            String said = say(Event.of(EventKind.ANSWER_REFUSED).with(Detail.REASON, reason.name()), language);

            assertTrue(said.matches("[^.]+\\. [^.]+[.]"), said);
            assertFalse(said.contains("{") || said.contains("–") || said.contains(reason.name()), said);
        }
    }

    @ParameterizedTest
    @EnumSource
    void anInstallationThatWasRefusedSaysWhyInWords(RefusedFor reason) throws IOException {
        for (Language language : Language.values()) {
            String said = say(Event.of(EventKind.INSTALLATION_REFUSED).with(Detail.REASON, reason.name()), language);

            assertFalse(said.contains("{") || said.contains("–") || said.contains(reason.name()), said);
        }
    }

    @Test
    void aWrongCodeThatNobodyGaveANameForIsNoWrongPinOfSomebody() throws IOException {
        assertEquals(
                "A wrong one-time or recovery code was entered.",
                say(Event.of(EventKind.PIN_WRONG).with(Detail.REASON, "CODE")));
        assertEquals(
                "A wrong recovery code was entered: Maria Rossi.",
                say(new Event(
                        EventKind.PIN_WRONG,
                        Optional.empty(),
                        Map.of(Detail.REASON, "CODE", Detail.ACCOUNT, FakeAccounts.MARIA.value()))));
        assertEquals(
                "A wrong PIN or code was entered: Luis Ortega.",
                say(Event.of(EventKind.PIN_WRONG).with(Detail.ACCOUNT, FakeAccounts.LUIS.value())));
    }

    @Test
    void theFirstAdministratorWasNotAddedByHerself() throws IOException {
        Event added = Event.of(EventKind.ACCOUNT_ADDED).with(Detail.ACCOUNT, FakeAccounts.MARIA.value());

        assertEquals(
                "The first administrator of the laboratory was entered: Maria Rossi.",
                say(added.by(FakeAccounts.MARIA)));
        assertEquals("Added to the list of people: Maria Rossi. By Luis Ortega.", say(added.by(FakeAccounts.LUIS)));
    }

    @Test
    void whatChangedAboutAPersonIsSaid() throws IOException {
        assertEquals(
                "A forgotten PIN was replaced: Luis Ortega. By Maria Rossi.",
                say(Event.of(EventKind.ACCOUNT_CHANGED)
                        .with(Detail.ACCOUNT, FakeAccounts.LUIS.value())
                        .with(Detail.REASON, "PIN_RESET")
                        .by(FakeAccounts.MARIA)));
    }

    @ParameterizedTest
    @CsvSource({
        "NAVIOS_EX, Navios EX",
        "NAVIOS, Navios",
        "DXFLEX, DxFLEX",
        "AQUIOS_CL, AQUIOS CL",
        "CYTOMICS_FC_500, Cytomics FC 500",
        "CELLMEK_SPS, CellMek SPS",
        "INSTRUMENT_MANAGER, Instrument Manager"
    })
    void aModelIsNamedAsItsMakerWritesIt(String token, String name) {
        assertEquals(name, ModelName.of(token));
    }
}
