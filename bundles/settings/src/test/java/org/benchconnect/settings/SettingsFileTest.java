package org.benchconnect.settings;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotNull;
import static org.junit.jupiter.api.Assertions.assertNull;

import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Objects;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class SettingsFileTest {
    private static SettingsFile parse(String text) {
        return SettingsFile.parse(text.getBytes(StandardCharsets.UTF_8));
    }

    private static Problem problem(String text) {
        SettingsFile file = parse(text);
        assertEquals(List.of(), file.sections());
        return Objects.requireNonNull(file.problem(), text);
    }

    @Nested
    class WhatPeopleWrite {
        @Test
        void sectionsHoldTextsNumbersFlagsAndListsWithTheirPlaces() {
            SettingsFile file = parse(
                    """
                    {
                      // a comment
                      "adapter.navios": {
                        "folder": "C:\\\\Navios\\\\\\u00e8", /* another
                        one */ "percent": -2.5e1,
                        "on": true,
                        "list": ["a", 1, false]
                      }
                    }
                    """);

            assertNull(file.problem());
            Section section = file.sections().get(0);
            assertEquals("adapter.navios", section.name());
            assertEquals(new Position(3, 3), section.at());
            assertEquals(
                    new Value.Text("C:\\Navios\\è"), section.entries().get(0).value());
            assertEquals(new Position(5, 12), section.entries().get(1).at());
            assertEquals(new Position(5, 23), section.entries().get(1).valueAt());
            assertEquals(
                    new Value.Numeric(new BigDecimal("-2.5e1")),
                    section.entries().get(1).value());
            assertEquals(new Value.Flag(true), section.entries().get(2).value());
            assertEquals(
                    new Value.Many(
                            List.of(new Value.Text("a"), new Value.Numeric(BigDecimal.ONE), new Value.Flag(false))),
                    section.entries().get(3).value());
        }

        @ParameterizedTest
        @ValueSource(
                strings = {"{}", " { } ", "\uFEFF{}", "// all as shipped\n{}", "{}//", "/**/{}/***/", "{\"a\":{}}\r\n"})
        void aFileWithoutSettingsIsRight(String text) {
            assertNull(parse(text).problem());
        }

        @Test
        void theMarkOfAWindowsEditorTakesNoColumn() {
            assertEquals(new Position(1, 2), problem("\uFEFF{x").at());
        }
    }

    @Nested
    class Mistakes {
        @ParameterizedTest
        @CsvSource(
                delimiter = '|',
                quoteCharacter = '`',
                value = {
                    "``|1|1|NOT_JSON",
                    "`[]`|1|1|NOT_JSON",
                    "`{\"a\":{\"b\":1,}}`|1|12|NOT_JSON",
                    "`{\"a\":{\"b\":1 \"c\":2}}`|1|13|NOT_JSON",
                    "`{\"a\":{\"b\":1}`|1|13|NOT_JSON",
                    "`{\"a\":{\"b\":1}} x`|1|15|NOT_JSON",
                    "`{\"a\":{\"b\" 1}}`|1|11|NOT_JSON",
                    "`{\"a\":{b:1}}`|1|7|NOT_JSON",
                    "`{\"a\":{\"b\":01}}`|1|11|NOT_JSON",
                    "`{\"a\":{\"b\":NaN}}`|1|11|NOT_JSON",
                    "`{\"a\":{\"b\":null}}`|1|11|NOT_JSON",
                    "`{\"a\":{\"b\":1e9999}}`|1|11|NOT_JSON",
                    "`{\"a\":{\"b\":\"C:\\temp\"}}`|1|14|NOT_JSON",
                    "`{\"a\":{\"b\":\"C:\\data\"}}`|1|14|NOT_JSON",
                    "`{\"a\":{\"b\":\"\\ud800\"}}`|1|11|NOT_JSON",
                    "`{\"a\":{\"b\":\"x}}`|1|11|NOT_JSON",
                    "`{/* }`|1|2|NOT_JSON",
                    "`{/ }`|1|2|NOT_JSON",
                    "`{\"a\":1}`|1|6|NOT_JSON",
                    "`{\"a\":{\"b\":{}}}`|1|11|TOO_DEEP",
                    "`{\"a\":{\"b\":[[]]}}`|1|12|TOO_DEEP",
                    "`{\"a\":{},\"a\":{}}`|1|9|NAME_TWICE",
                    "`{\"a\":{\"b\":1,\"b\":1}}`|1|13|NAME_TWICE",
                })
        void aMistakeIsNamedWhereItStands(String text, int line, int column, Defect defect) {
            Problem problem = problem(text);

            assertEquals(defect, problem.defect());
            assertEquals(new Position(line, column), problem.at());
        }

        @Test
        void linesAreCountedAsAnEditorDoes() {
            assertEquals(
                    new Position(4, 4), problem("{\r\n// one\r\n/* two\n*/ x}").at());
        }

        @Test
        void bytesThatAreNoUtf8AreRefused() {
            SettingsFile file = SettingsFile.parse(new byte[] {'{', (byte) 0xe8, '}'});

            assertEquals(Defect.NOT_UTF8, Objects.requireNonNull(file.problem()).defect());
        }

        @Test
        void aNameThatIsQuotedIsShort() {
            String name = "Laser-1._".repeat(10);

            assertEquals(
                    name.substring(0, 40),
                    problem("{\"" + name + "\":{},\"" + name + "\":{}}").key());
        }

        @ParameterizedTest
        @ValueSource(strings = {"è", "SMITH JOHN", "a/b", "x=1", "", "\\u202ea"})
        void aNameThatCouldBeNoSettingsNameIsNotRepeated(String name) {
            assertEquals(
                    "(unprintable name)",
                    problem("{\"" + name + "\":{},\"" + name + "\":{}}").key());
        }
    }

    @Nested
    class Limits {
        @Test
        void aFileOfMoreThanOneMebibyteIsNotLookedInto() {
            SettingsFile file = SettingsFile.parse(new byte[SettingsFile.MAX_BYTES + 1]);

            assertEquals(
                    Defect.FILE_TOO_LARGE,
                    Objects.requireNonNull(file.problem()).defect());
        }

        @Test
        void bracesWithoutEndCostNothing() {
            assertNotNull(parse("{\"a\":".repeat(200_000)).problem());
            assertNotNull(parse("[".repeat(1_000_000)).problem());
        }

        @Test
        void moreValuesThanAnybodyWritesAreRefused() {
            assertEquals(
                    Defect.FILE_TOO_LARGE,
                    problem("{\"a\":{\"b\":[" + "1,".repeat(300) + "1]}}").defect());
            assertEquals(
                    Defect.FILE_TOO_LARGE,
                    problem("{\"a\":{\"b\":\"" + "x".repeat(5000) + "\"}}").defect());
        }
    }
}
