package org.benchconnect.adapter.navios;

import static org.benchconnect.adapter.navios.Bench.HEALTHY;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.io.InputStream;
import java.lang.reflect.Method;
import java.nio.channels.SeekableByteChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.ServiceLoader;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.benchconnect.core.instrument.InstrumentAdapter;
import org.benchconnect.core.instrument.Memory;
import org.benchconnect.core.instrument.Observation;
import org.benchconnect.core.instrument.Reading;
import org.benchconnect.core.signal.Facts;
import org.benchconnect.core.text.Language;
import org.benchconnect.core.text.Texts;
import org.benchconnect.instrument.fcs.FcsRefusal;
import org.benchconnect.instrument.fcs.judgement.RunRefusal;
import org.benchconnect.simulator.LmdWriter;
import org.benchconnect.simulator.Trouble;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

class NaviosAdapterTest {
    private final Bench bench = new Bench();

    @ParameterizedTest
    @ValueSource(strings = {"Navios", "Navios EX", "Gallios"})
    void healthyRunsOfEachModelGiveNoSignal(String model) {
        for (int run = 0; run < 12; run++) {
            Observation seen = bench.read(HEALTHY.withModel(model).withSeed(run));

            assertEquals(List.of(), seen.signals());
            assertEquals(Reading.Outcome.READ, seen.reading().outcome());
            assertEquals("FCS2.0+FCS3.0", seen.reading().format());
            assertNotNull(seen.reading().instrument());
            assertEquals(model, seen.reading().instrument().model().label());
        }
    }

    @Test
    void everyTroubleOfTheSimulatorIsSaid() {
        for (Trouble trouble : Trouble.values()) {
            Bench instrument = new Bench(
                    NaviosLimits.SHIPPED.expecting(org.benchconnect.core.signal.SerialNumber.parse(HEALTHY.serial())
                            .orElseThrow()));
            instrument.read(3, HEALTHY);

            int signals = instrument.read(trouble.in(HEALTHY)).signals().size();

            assertEquals(trouble != Trouble.HEALTHY, signals > 0, trouble.name());
        }
    }

    @Test
    void whatIsWrongIsNeverHealthyAtTheSameTime() {
        for (Trouble trouble : Trouble.values()) {
            bench.read(3, HEALTHY);

            Observation seen = bench.read(trouble.in(HEALTHY));

            seen.signals().forEach(signal -> assertTrue(!seen.healthy().contains(signal.condition()), trouble.name()));
        }
    }

    @Test
    void aFileOfAnotherModelIsRefusedAndNothingIsForgotten() {
        bench.read(3, HEALTHY);
        Memory before = bench.memory();

        Observation seen = bench.read(HEALTHY.withModel("Cytomics FC 500"));

        assertEquals(RunRefusal.NOT_THIS_INSTRUMENT, seen.reading().reason());
        assertEquals(List.of(), seen.signals());
        assertTrue(seen.healthy().isEmpty());
        assertEquals(before, seen.memory());
    }

    @Test
    void whatIsNoFcsFileIsRefusedForTheReadersReason() {
        Observation seen =
                bench.read("a spreadsheet, perhaps; at any rate nothing that a cytometer would ever have written"
                        .getBytes(StandardCharsets.US_ASCII));

        assertEquals(FcsRefusal.NOT_FCS, seen.reading().reason());
    }

    @ParameterizedTest
    @ValueSource(ints = {0, 40, 200})
    void aFileCutBeforeItsKeywordsIsRefusedAndChangesNothing(int length) {
        bench.read(3, HEALTHY);
        Memory before = bench.memory();

        Observation seen = bench.read(java.util.Arrays.copyOf(LmdWriter.bytes(HEALTHY), length));

        assertEquals(Reading.Outcome.REFUSED, seen.reading().outcome());
        assertTrue(seen.healthy().isEmpty());
        assertEquals(before, seen.memory());
    }

    @Test
    void aFileCutAnywhereIsAnOutcome() {
        byte[] whole = LmdWriter.bytes(HEALTHY.withEvents(20));
        for (int length = 0; length < whole.length; length += 97) {
            assertNotNull(new Bench().read(java.util.Arrays.copyOf(whole, length)));
        }
    }

    @Test
    void memoryOfAnyLengthIsRememberedAsText() {
        bench.read(30, HEALTHY);

        assertEquals(bench.memory(), Memory.decode(bench.memory().encode()));
    }

    @Test
    void theAdapterIsFoundOnTheClassPathAndReadsAFile(@TempDir Path folder) throws IOException {
        Path file = Files.write(folder.resolve("run"), LmdWriter.bytes(Trouble.RED_LASER_WEAK.in(HEALTHY)));
        InstrumentAdapter found =
                ServiceLoader.load(InstrumentAdapter.class).findFirst().orElseThrow();

        Observation seen;
        try (SeekableByteChannel channel = Files.newByteChannel(file)) {
            seen = found.observe(channel, Memory.blank());
        }

        assertEquals(1, seen.signals().size());
        assertEquals(NaviosAdapter.NAME, found.getClass().getPackageName().replaceAll(".*\\.", ""));
    }

    @Test
    void theDefaultsOfTheSettingsAreTheLimitsAsShipped() throws ReflectiveOperationException {
        TreeMap<String, Object> limits = new TreeMap<>();
        for (var component : NaviosLimits.class.getRecordComponents()) {
            if (!component.getName().equals("expectedSerial")) {
                limits.put(
                        component.getName().toLowerCase(java.util.Locale.ROOT),
                        component.getAccessor().invoke(NaviosLimits.SHIPPED));
            }
        }
        TreeMap<String, Object> defaults = new TreeMap<>();
        for (Method setting : NaviosConfiguration.class.getDeclaredMethods()) {
            if (setting.getDefaultValue() instanceof Number number) {
                defaults.put(setting.getName().replace("_", ""), number);
            }
        }

        assertEquals(18, defaults.size());
        assertEquals(limits, defaults);
    }

    @Test
    void everySettingTellsUnitRangeAndDefault() throws IOException {
        String metatype;
        try (InputStream file = getClass()
                .getClassLoader()
                .getResourceAsStream("OSGI-INF/metatype/" + NaviosConfiguration.class.getName() + ".xml")) {
            assertNotNull(file);
            metatype = new String(file.readAllBytes(), StandardCharsets.UTF_8);
        }
        List<String> numbers = Stream.of(metatype.split("<AD "))
                .filter(part -> part.contains("\"Double\"") || part.contains("\"Integer\""))
                .toList();

        assertEquals(18, numbers.size());
        for (String number : numbers) {
            assertTrue(number.contains(" min=") && number.contains(" max="), number);
            assertTrue(number.matches("(?s).*(percent|runs|events|days).*As shipped: [0-9]+.*"), number);
        }
        assertTrue(metatype.contains("id=\"adapter.folder\"") && metatype.contains("id=\"adapter.pattern\""));
    }

    @ParameterizedTest
    @EnumSource(Language.class)
    void everyCodeAndTokenIsSaidInEveryLanguage(Language language) throws IOException {
        InputStream file = getClass().getClassLoader().getResourceAsStream(language.file());
        assertNotNull(file);
        Texts texts = Texts.read(language, file);

        for (NaviosCode code : NaviosCode.values()) {
            for (String part : List.of("title", "detail", "remedy")) {
                assertTrue(texts.byKey().containsKey("code." + code + "." + part), code + part);
            }
        }
        List<Enum<?>> tokens = new java.util.ArrayList<>();
        tokens.addAll(List.of(NaviosAdapter.Laser.values()));
        tokens.addAll(List.of(NaviosAdapter.Phase.values()));
        tokens.addAll(List.of(NaviosAdapter.StopReason.MANUAL, NaviosAdapter.StopReason.OTHER_REASON));
        tokens.forEach(token -> assertTrue(texts.byKey().containsKey("token." + token), token.name()));
    }

    @ParameterizedTest
    @EnumSource(Language.class)
    void noPlaceholderStaysEmpty(Language language) {
        Texts texts = Bench.texts(language);
        Bench instrument = new Bench(
                NaviosLimits.SHIPPED.expecting(org.benchconnect.core.signal.SerialNumber.parse(HEALTHY.serial())
                        .orElseThrow()));

        for (Trouble trouble : Trouble.values()) {
            instrument.read(10, HEALTHY);
            instrument.read(trouble.in(HEALTHY)).signals().forEach(signal -> {
                String detail = texts.get("code." + signal.code().name() + ".detail", signal.facts());
                assertTrue(!detail.contains("–") && !detail.contains("{") && !detail.startsWith("code."), detail);
            });
        }
    }

    @Test
    void aLaboratoryUserReadsASentence() throws IOException {
        InputStream file = getClass().getClassLoader().getResourceAsStream(Language.EN.file());
        assertNotNull(file);
        Facts facts = Bench.signal(bench.read(Trouble.RED_LASER_WEAK.in(HEALTHY)), NaviosCode.LASER_OFF_TARGET)
                .orElseThrow()
                .facts();

        assertEquals(
                "The red laser gives 21 mW instead of 25 mW at the start of the run: 16 % off.",
                Texts.read(Language.EN, file).get("code.LASER_OFF_TARGET.detail", facts));
    }
}
