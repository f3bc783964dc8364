package org.benchconnect.settings;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class OutcomeTest {
    private static Outcome thing(String settings) {
        return Schemas.outcome("{\"test.thing\":{" + settings + "}}");
    }

    @Test
    void hyphensInTheFileAreDotsInTheProperty() {
        Outcome outcome = thing("\"laser-warning-percent\": 7, \"folder\": \"/data\"");

        assertEquals(List.of(), outcome.problems());
        assertEquals(Map.of(Schemas.PID, Map.of("laser.warning.percent", 7, "folder", "/data")), outcome.properties());
    }

    @Test
    void listsBecomeArraysOfTheirType() {
        Map<String, Object> properties =
                Objects.requireNonNull(thing("\"streams\": [\"a,b\", \"d\"], \"ports\": [1, 65535]")
                        .properties()
                        .get(Schemas.PID));

        assertArrayEquals(new String[] {"a,b", "d"}, (String[]) properties.get("streams"));
        assertArrayEquals(new Long[] {1L, 65535L}, (Long[]) properties.get("ports"));
    }

    @Test
    void sectionOfAModuleThatLeftIsNoMistake() {
        SettingsFile file = SettingsFile.parse("{\"test.thing\":{}}".getBytes(StandardCharsets.UTF_8));

        Outcome outcome = Outcome.of(file, Map.of(), Set.of(Schemas.PID));

        assertEquals(List.of(), outcome.problems());
        assertEquals(Set.of(Schemas.PID), outcome.untouched());
    }

    @Test
    void onlyWhatDiffersFromTheValuesAsShippedIsADeviation() {
        assertEquals(
                0,
                thing("\"laser-warning-percent\": 5, \"ratio\": 0.50, \"enabled\": false")
                        .deviations());
        assertEquals(
                0,
                thing("\"streams\": [\"a,b\", \"c\"], \"ports\": [], \"mode\": \"SLOW\"")
                        .deviations());
        assertEquals(2, thing("\"laser-warning-percent\": 6, \"enabled\": true").deviations());
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                "`\"laser-warning-percent\": 0`|OUT_OF_RANGE|`give it a whole number from 1 to 50 (Percent of the target).`",
                "`\"laser-warning-percent\": 51`|OUT_OF_RANGE|",
                "`\"laser-warning-percent\": 1e300`|OUT_OF_RANGE|",
                "`\"laser-warning-percent\": 2.5`|OUT_OF_RANGE|",
                "`\"laser-warning-percent\": \"7\"`|WRONG_TYPE|",
                "`\"laser-warning-percent\": true`|WRONG_TYPE|",
                "`\"laser-warning-percent\": [7]`|WRONG_TYPE|",
                "`\"ratio\": 1.0001`|OUT_OF_RANGE|`give it a number from 0 to 1.`",
                "`\"folder\": \"123456789012345678901\"`|OUT_OF_RANGE|`give it a text in double quotes at most 20 characters (Where it is).`",
                "`\"folder\": 1`|WRONG_TYPE|",
                "`\"enabled\": 1`|WRONG_TYPE|`give it true or false.`",
                "`\"mode\": \"fast\"`|NOT_A_CHOICE|`give it one of \"SLOW\", \"FAST\".`",
                "`\"ports\": 1`|WRONG_TYPE|",
                "`\"ports\": [1, 0]`|OUT_OF_RANGE|`give it a list in [ and ], each entry a whole number from 1 to 65535.`",
                "`\"laser.warning.percent\": 7`|UNKNOWN_KEY|",
            })
    void aValueThatTheSchemaForbidsIsNamedWithTheSchemasOwnWords(String settings, Defect defect, String remedy) {
        Outcome outcome = thing(settings);

        assertEquals(1, outcome.problems().size());
        assertEquals(defect, outcome.problems().get(0).defect());
        if (remedy != null) {
            assertEquals(remedy, outcome.problems().get(0).remedy());
        }
    }

    @Test
    void aSectionWithAMistakeIsNotAppliedAtAll() {
        Outcome outcome = thing("\"laser-warning-percent\": 7, \"ratio\": 2");

        assertEquals(Map.of(), outcome.properties());
        assertEquals(Set.of(Schemas.PID), outcome.untouched());
        assertEquals(0, outcome.deviations());
        assertEquals(
                "config/agent.json, line 1, column 53: test.thing/ratio: give it a number from 0 to 1.",
                outcome.problems().get(0).toString());
    }

    @Test
    void aSectionThatNoModuleKnowsIsAWarningAndTheOthersCount() {
        Outcome outcome = Schemas.outcome("{\"test.other\":{\"a\":1},\"test.thing\":{\"enabled\":true}}");

        assertTrue(outcome.understood());
        assertTrue(outcome.problems().get(0).isWarning());
        assertEquals(Map.of(Schemas.PID, Map.of("enabled", true)), outcome.properties());
        assertEquals(Set.of("org.benchconnect.test.other"), outcome.untouched());
    }

    @Test
    void theWorstProblemStandsFirst() {
        Outcome outcome = Schemas.outcome("{\"nobody\":{},\"test.thing\":{\"ratio\":2}}");

        assertEquals(Defect.OUT_OF_RANGE, outcome.problems().get(0).defect());
        assertEquals(Defect.UNKNOWN_SECTION, outcome.problems().get(1).defect());
    }

    @Test
    void aFileThatCannotBeUnderstoodChangesNothing() {
        Outcome outcome = Schemas.outcome("{");

        assertFalse(outcome.understood());
        assertEquals(Map.of(), outcome.properties());
    }

    @Test
    void noNameOfTheFileGetsIntoANotice() {
        Outcome outcome = Schemas.outcome("{\"SMITH JOHN\":{},\"test.thing\":{\"SMITH\":\"JOHN\"}}");

        String said = Findings.signals(outcome).toString() + Findings.status(true, outcome);

        assertFalse(said.contains("SMITH"), said);
        assertFalse(said.contains("JOHN"), said);
    }
}
