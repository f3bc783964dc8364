package org.benchconnect.core.signal;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.lang.reflect.Constructor;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class FactsTest {
    enum Name implements FactName {
        LASER,
        MEASURED_MILLIWATT,
        SHUTTER_OPEN,
        BUILD,
        SERIAL
    }

    enum Colour {
        RED
    }

    enum Code implements SignalCode {
        LASER_OFF;

        @Override
        public Kind kind() {
            return Kind.INSTRUMENT;
        }

        @Override
        public Set<FactName> subject() {
            return Set.of(Name.LASER);
        }
    }

    @Test
    void everyKindOfFactComesBackFromItsStoredLine() {
        Facts facts = Facts.none()
                .with(Name.LASER, Colour.RED)
                .with(Name.MEASURED_MILLIWATT, -21.25)
                .with(Name.SHUTTER_OPEN, true)
                .with(Name.BUILD, SoftwareVersion.parse("3463").orElseThrow())
                .with(Name.SERIAL, SerialNumber.parse(" AB12345 ").orElseThrow());

        Facts back = Facts.decode(facts.encode());

        assertEquals(facts, back);
        assertEquals(
                "LASER=tRED;MEASURED_MILLIWATT=n-21.25;SHUTTER_OPEN=btrue;BUILD=v3463;SERIAL=sAB12345", facts.encode());
    }

    @Test
    void wholeNumbersAreWrittenWithoutPointOrExponent() {
        assertEquals("25", new Fact.Quantity(25).plain().toString());
        assertEquals("1000000", new Fact.Quantity(1e6).plain().toString());
        assertEquals("22.5", new Fact.Quantity(22.5).plain().toString());
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"A", "A=", "A=x1", "a=n1", "A=n", "A=nNaN", "A=tfree text", "A=s", "A=vx", "A=byes", ";", "A=n1;"
            })
    void aLineThatWasNeverWrittenIsRefused(String line) {
        assertThrows(IllegalArgumentException.class, () -> Facts.decode(line));
    }

    @Test
    void noFactHasAConstructorThatTakesText() {
        List<Class<?>> kinds = new ArrayList<>(Arrays.asList(Fact.class.getPermittedSubclasses()));
        kinds.addAll(List.of(SerialNumber.class, SoftwareVersion.class, Facts.class));

        assertEquals(8, kinds.size());
        for (Class<?> kind : kinds) {
            for (Constructor<?> constructor : kind.getConstructors()) {
                for (Class<?> parameter : constructor.getParameterTypes()) {
                    assertFalse(
                            parameter.isAssignableFrom(String.class)
                                    || parameter == byte[].class
                                    || parameter == char[].class,
                            constructor + " takes text");
                }
            }
        }
    }

    @Test
    void conditionsOfTheSameCodeAreToldApartByTheirSubjectOnly() {
        Facts weak = Facts.none().with(Name.LASER, Colour.RED).with(Name.MEASURED_MILLIWATT, 1);
        Facts weaker = Facts.none().with(Name.MEASURED_MILLIWATT, 0.5).with(Name.LASER, Colour.RED);

        assertEquals(
                new Signal(Code.LASER_OFF, Severity.FAULT, weak).condition(),
                new Signal(Code.LASER_OFF, Severity.FAULT, weaker).condition());
        assertThrows(IllegalArgumentException.class, () -> new Signal(Code.LASER_OFF, Severity.FAULT, Facts.none()));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "A",
                "SMITH",
                "AB 123",
                "_1",
                "<b>1</b>",
                "1;2",
                "0123456789012345678901234567890123",
                "1935-07-19",
                "1935.7.19",
                "19-07-1935",
                "19.07.35",
                "07-19-1935",
                "19-JUL-1935",
                "1935_07_19",
                "1935-Jul-19"
            })
    void whatDoesNotLookLikeASerialNumberIsNone(String text) {
        assertTrue(SerialNumber.parse(text).isEmpty());
    }

    @ParameterizedTest
    @ValueSource(strings = {"7", "AB12345", "2AFC_1234", "V-0032", "19350719", "12-34-56", "1935-19-39", "A1-02-2003"})
    void whatLooksLikeASerialNumberIsOne(String text) {
        assertEquals(text, SerialNumber.parse(text).orElseThrow().toString());
    }

    @Test
    void versionsAreComparedByNumbersNotByLetters() {
        assertTrue(SoftwareVersion.parse("10.0")
                        .orElseThrow()
                        .compareTo(SoftwareVersion.parse("9.9.1").orElseThrow())
                > 0);
        assertTrue(SoftwareVersion.parse("1.0 beta").isEmpty());
    }
}
