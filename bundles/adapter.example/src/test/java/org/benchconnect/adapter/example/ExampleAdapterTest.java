package org.benchconnect.adapter.example;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotNull;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.io.InputStream;
import java.lang.reflect.Modifier;
import java.nio.channels.SeekableByteChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.ServiceLoader;
import java.util.Set;
import org.benchconnect.core.instrument.InstrumentAdapter;
import org.benchconnect.core.instrument.Memory;
import org.benchconnect.core.instrument.Observation;
import org.benchconnect.core.instrument.Reading;
import org.benchconnect.core.signal.Condition;
import org.benchconnect.core.signal.Facts;
import org.benchconnect.core.signal.Severity;
import org.benchconnect.core.text.Language;
import org.benchconnect.core.text.Texts;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

class ExampleAdapterTest {
    private static final Condition TOO_WARM = Condition.of(ExampleAdapter.ExampleCode.CHAMBER_TOO_WARM, Facts.none());

    @Test
    void aWarmChamberIsAWarningWithBothTemperatures() {
        Observation seen = conclude("incubator=EX1001\ncelsius=38.1\n");

        assertEquals(1, seen.signals().size());
        assertEquals(TOO_WARM, seen.signals().get(0).condition());
        assertEquals(Severity.WARNING, seen.signals().get(0).severity());
        assertEquals(
                "MEASURED_CELSIUS=n38.1;HIGHEST_CELSIUS=n38",
                seen.signals().get(0).facts().encode());
    }

    @Test
    void exactlyTheHighestTemperatureIsWellAndClearsTheNotice() {
        Observation seen = conclude("incubator=EX1001\r\ncelsius=38\r\n");

        assertEquals(List.of(), seen.signals());
        assertEquals(Set.of(TOO_WARM), seen.healthy());
    }

    @Test
    void theInstrumentIsToldByItsSerialNumber() {
        var instrument = conclude("incubator=EX1001\ncelsius=37").reading().instrument();

        assertNotNull(instrument);
        assertEquals("Example Incubator", instrument.model().label());
        assertEquals("EX1001", String.valueOf(instrument.serial()));
    }

    @Test
    void whatIsNoSerialNumberIsNotRepeated() {
        var instrument = conclude("incubator=Jane Doe\ncelsius=37").reading().instrument();

        assertNotNull(instrument);
        assertNull(instrument.serial());
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "FCS3.0", "incubator=EX1001", "incubator=EX1001\ncelsius=warm", "celsius=37"})
    void anyOtherFileIsRefused(String text) {
        Observation seen = conclude(text);

        assertEquals(Reading.Outcome.REFUSED, seen.reading().outcome());
        assertEquals(
                ExampleAdapter.ExampleRefusal.NOT_THIS_INSTRUMENT,
                seen.reading().reason());
        assertTrue(seen.signals().isEmpty() && seen.healthy().isEmpty());
    }

    @Test
    void theAdapterIsFoundOnTheClassPathAndReadsAFile(@TempDir Path folder) throws IOException {
        Path file = Files.writeString(folder.resolve("check"), "incubator=EX1001\ncelsius=41.5\n" + "x".repeat(9999));
        InstrumentAdapter found =
                ServiceLoader.load(InstrumentAdapter.class).findFirst().orElseThrow();

        Observation seen;
        try (SeekableByteChannel channel = Files.newByteChannel(file)) {
            seen = found.observe(channel, Memory.blank());
        }

        assertEquals(1, seen.signals().size());
    }

    @Test
    void theThresholdOfThisPcIsReadable() {
        assertTrue(Modifier.isPublic(ExampleAdapter.Configuration.class.getModifiers()));
    }

    @ParameterizedTest
    @EnumSource(Language.class)
    void everyLanguageHasEveryText(Language language) throws IOException {
        Texts texts = texts(language);

        assertEquals(texts(Language.EN).byKey().keySet(), texts.byKey().keySet());
        for (ExampleAdapter.ExampleCode code : ExampleAdapter.ExampleCode.values()) {
            for (String part : List.of("title", "detail", "remedy")) {
                assertFalse(texts.get("code." + code + "." + part).isBlank());
                assertTrue(texts.byKey().containsKey("code." + code + "." + part));
            }
        }
    }

    private static Observation conclude(String text) {
        return ExampleAdapter.conclude(text, ExampleAdapter.HIGHEST_CELSIUS, Memory.blank());
    }

    private static Texts texts(Language language) throws IOException {
        InputStream file = ExampleAdapter.class.getClassLoader().getResourceAsStream(language.file());
        assertNotNull(file);
        return Texts.read(language, file);
    }
}
