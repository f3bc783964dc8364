package org.benchconnect.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.google.gson.JsonParser;
import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class StatusCommandTest {
    private static String printed(String language, String instruments) {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        String status =
                """
                {"agent": {"id": null, "generation": "3", "modules": 24}, "instruments": [%s],
                 "link": {"text": "Link."}, "store": {"text": "Store."}, "parts": [{"text": "Part."}],
                 "alerts": [{"title": "Title", "text": "Text."}]}"""
                        .formatted(instruments);
        StatusCommand.print(
                JsonParser.parseString(status).getAsJsonObject(),
                StatusWords.of(language),
                new PrintStream(out, true, StandardCharsets.UTF_8));
        return out.toString(StandardCharsets.UTF_8);
    }

    @Test
    void eachThingHasItsLine() {
        assertEquals(
                """
                agente       generazione 3, 24 moduli
                strumento    NAVIOS AA12345 — In attesa
                collegamento Link.
                database     Store.
                             Part.
                AVVISO       Title. Text.
                """,
                printed(
                        "it",
                        "{\"adapter\": \"navios\", \"model\": \"NAVIOS\", \"serial\": \"AA12345\", \"text\": \"In attesa\"}"));
    }

    @Test
    void howTheActivityIsKnownStandsBelowIt() {
        String printed = printed(
                "en",
                "{\"adapter\": \"navios\", \"model\": \"NAVIOS\", \"serial\": \"AA12345\", \"text\": \"Waits\","
                        + " \"evidence\": [\"FILES\", \"LOG\"], \"evidenceText\": \"How this is known: its files, its log.\"}");

        assertTrue(
                printed.contains(
                        """
                instrument   NAVIOS AA12345 — Waits
                             How this is known: its files, its log.
                link         Link.
                """),
                printed);
    }

    @ParameterizedTest
    @CsvSource({
        "en, 'instrument   none is watched: '",
        "it, 'strumento    nessuno è sorvegliato: '",
        "es, 'instrumento  no se vigila ninguno: '"
    })
    void aMissingInstrumentIsSaidInTheLanguageAskedFor(String language, String line) {
        assertTrue(printed(language, "").contains(line), printed(language, ""));
    }
}
