package org.benchconnect.upgrade;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.function.Consumer;
import org.benchconnect.core.status.Status;
import org.benchconnect.core.text.Language;
import org.benchconnect.core.text.Texts;
import org.benchconnect.launcher.list.SignedList;
import org.benchconnect.launcher.module.GateRefusal;
import org.benchconnect.launcher.module.Modules;
import org.benchconnect.upgrade.generation.InstalledBase;
import org.benchconnect.upgrade.generation.ListText;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

class GenerationReportTest {
    private static final Modules.FeatureModules BASE = feature("org.benchconnect.base", "a".repeat(64), "b".repeat(64));
    private static final Modules.FeatureModules ADDED = feature("com.example.added", "c".repeat(64));

    private final RunningModules modules = new RunningModules();
    private Path home;
    private Path installation;
    private GenerationReport report;

    @BeforeEach
    void stage(@TempDir Path empty) throws IOException {
        home = empty.resolve("home");
        installation = empty.resolve("installation");
        Files.createDirectories(installation.resolve("release"));
        Files.writeString(installation.resolve("release/SHA256SUMS"), ListText.of(List.of(BASE)));
        modules.features = List.of(BASE);
        generation(3, List.of(BASE));
        pointer("3\n");
        report = new GenerationReport(modules, installation, home, 3);
    }

    private static Modules.FeatureModules feature(String name, String... sha256) {
        return new Modules.FeatureModules(name, "1.0.0", List.of(), List.of(), List.of(sha256), true);
    }

    private void generation(int number, List<Modules.FeatureModules> features) throws IOException {
        Path folder = Files.createDirectories(home.resolve("generations").resolve(String.valueOf(number)));
        Files.writeString(folder.resolve("SHA256SUMS"), ListText.of(features));
    }

    private void signed(int number, String base) throws IOException {
        Path list = home.resolve("generations").resolve(number + "/SHA256SUMS");
        byte[] signature = SignedList.sign(
                message -> new byte[64], Files.readAllBytes(list), SignedList.Kind.GENERATION, number, base);
        Files.write(list.resolveSibling("SHA256SUMS.sig"), signature);
    }

    private void pointer(String content) throws IOException {
        Files.writeString(home.resolve("generations/current"), content);
    }

    private String facts() {
        return report.status().facts().encode();
    }

    @Test
    void theRunningGenerationIsReported() {
        assertEquals("NUMBER=n3;MODULES=n2;RESTART_PENDING=bfalse", facts());
    }

    @Test
    void anotherGenerationWaitsForARestart() throws IOException {
        generation(4, List.of(BASE, ADDED));
        pointer("4\n");

        assertEquals("NUMBER=n3;MODULES=n2;RESTART_PENDING=btrue", facts());
    }

    @Test
    void aSwitchedGenerationIsTheRunningOne() throws IOException {
        generation(4, List.of(BASE, ADDED));
        pointer("4\n");

        modules.features = List.of(BASE, ADDED);

        assertEquals("NUMBER=n4;MODULES=n3;RESTART_PENDING=bfalse", facts());
    }

    @Test
    void otherBytesUnderTheSameNumberAreAnotherGeneration() throws IOException {
        generation(3, List.of(BASE, ADDED));

        assertEquals("NUMBER=n3;MODULES=n2;RESTART_PENDING=btrue", facts());
    }

    @ParameterizedTest
    @CsvSource({"''", "../3", "33333333333333333333", "x"})
    void aPointerThatIsNoneMeansThatTheNextStartStagesAnew(String pointer) throws IOException {
        pointer(pointer);

        assertEquals("NUMBER=n3;MODULES=n2;RESTART_PENDING=btrue", facts());
    }

    @Test
    void aMissingPointerMeansThatTheNextStartStagesAnew() throws IOException {
        Files.delete(home.resolve("generations/current"));

        assertEquals("NUMBER=n3;MODULES=n2;RESTART_PENDING=btrue", facts());
    }

    @Test
    void featuresThatWereSignedUnderAnotherBaseReleaseAreSaidToBeLeft() throws IOException {
        generation(2, List.of(BASE, ADDED));
        signed(2, "0".repeat(64));

        assertEquals("GENERATION_OTHER_BASE", report.status().subject().toString());
        assertEquals("NUMBER=n3;MODULES=n2;RESTART_PENDING=bfalse;LEFT=n1", facts());
    }

    @Test
    void aFeatureThatSomebodyRemovedIsNotLeft() throws IOException {
        generation(2, List.of(BASE, ADDED));
        signed(2, InstalledBase.read(installation).digest());

        assertEquals("GENERATION", report.status().subject().toString());
    }

    @ParameterizedTest
    @EnumSource
    void everyLanguageSaysIt(Language language) throws IOException {
        Texts texts = Texts.read(
                language, Objects.requireNonNull(getClass().getClassLoader().getResourceAsStream(language.file())));
        List<String> said = new ArrayList<>();

        said.add(text(texts));
        generation(2, List.of(BASE, ADDED));
        signed(2, "0".repeat(64));
        said.add(text(texts));
        pointer("2\n");
        said.add(text(texts));

        for (String each : said) {
            assertFalse(each.contains("–") || each.contains("{") || each.startsWith("status."), each);
        }
        assertNotEquals(said.get(0), said.get(1));
        assertNotEquals(said.get(1), said.get(2));
    }

    private String text(Texts texts) {
        Status status = report.status();
        return texts.get("status." + status.subject(), status.facts());
    }

    /** What a launcher would say. */
    private static final class RunningModules implements Modules {
        private List<FeatureModules> features = List.of();

        @Override
        public void switchToCurrent() {
            throw new AssertionError("a report changes nothing");
        }

        @Override
        public void goBack() {
            throw new AssertionError("a report changes nothing");
        }

        @Override
        public void restart() {
            throw new AssertionError("a report changes nothing");
        }

        @Override
        public void start(String feature, long serial) {
            throw new AssertionError("a report changes nothing");
        }

        @Override
        public void evict(String feature) {
            throw new AssertionError("a report changes nothing");
        }

        @Override
        public List<FeatureModules> features() {
            return features;
        }

        @Override
        public void listen(Consumer<GateRefusal> listener) {
            throw new AssertionError("a report does not listen");
        }
    }
}
