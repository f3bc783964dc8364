package org.benchconnect.upgrade;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HashMap;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.benchconnect.core.status.Platform;
import org.benchconnect.core.status.Status;
import org.benchconnect.core.text.Language;
import org.benchconnect.core.text.Texts;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

class GenerationReportTest {
    private static final String LIST = "0".repeat(64) + "  modules/" + "0".repeat(64) + ".jar\n";

    private Path home;
    private final RunningGeneration running = new RunningGeneration(3, sha256(LIST), 21);

    @BeforeEach
    void stage(@TempDir Path empty) throws IOException {
        home = empty;
        Files.createDirectories(home.resolve("generations/3"));
        Files.writeString(home.resolve("generations/3/SHA256SUMS"), LIST);
        Files.writeString(home.resolve("generations/current"), "3\n");
    }

    private static String sha256(String text) {
        try {
            return HexFormat.of()
                    .formatHex(MessageDigest.getInstance("SHA-256").digest(text.getBytes(StandardCharsets.UTF_8)));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }

    private String facts() {
        return status().facts().encode();
    }

    private Status status() {
        return new GenerationReport(running, home).status();
    }

    @Test
    void theRunningGenerationIsReported() {
        assertEquals("NUMBER=n3;MODULES=n21;RESTART_PENDING=bfalse", facts());
    }

    @Test
    void anotherGenerationWaitsForARestart() throws IOException {
        Files.writeString(home.resolve("generations/current"), "4\n");

        assertEquals("NUMBER=n3;MODULES=n21;RESTART_PENDING=btrue", facts());
    }

    @Test
    void otherBytesUnderTheSameNumberAreAnotherGeneration() throws IOException {
        Files.writeString(home.resolve("generations/3/SHA256SUMS"), LIST + LIST);

        assertEquals("NUMBER=n3;MODULES=n21;RESTART_PENDING=btrue", facts());
    }

    @ParameterizedTest
    @CsvSource({"''", "../3", "33333333333333333333", "x"})
    void aPointerThatIsNoneMeansThatTheNextStartStagesAnew(String pointer) throws IOException {
        Files.writeString(home.resolve("generations/current"), pointer);

        assertEquals("NUMBER=n3;MODULES=n21;RESTART_PENDING=btrue", facts());
    }

    @Test
    void aMissingPointerMeansThatTheNextStartStagesAnew() throws IOException {
        Files.delete(home.resolve("generations/current"));

        assertEquals("NUMBER=n3;MODULES=n21;RESTART_PENDING=btrue", facts());
    }

    @Test
    void whatTheLauncherToldIsTaken() {
        Map<String, String> told = new HashMap<>(Map.of(
                Platform.GENERATION, "3", Platform.GENERATION_DIGEST, sha256(LIST), Platform.GENERATION_MODULES, "21"));

        assertEquals(running, RunningGeneration.told(told::get).orElseThrow());
    }

    @ParameterizedTest
    @CsvSource({
        Platform.GENERATION + ",0",
        Platform.GENERATION + ",",
        Platform.GENERATION_DIGEST + ",abc",
        Platform.GENERATION_DIGEST + ",",
        Platform.GENERATION_MODULES + ",-1",
        Platform.GENERATION_MODULES + ","
    })
    void withoutOurLauncherNothingIsClaimed(String property, String value) {
        Map<String, String> told = new HashMap<>(Map.of(
                Platform.GENERATION, "3", Platform.GENERATION_DIGEST, sha256(LIST), Platform.GENERATION_MODULES, "21"));
        told.put(property, value);

        assertFalse(RunningGeneration.told(told::get).isPresent());
    }

    @ParameterizedTest
    @EnumSource
    void everyLanguageSaysIt(Language language) throws IOException {
        Texts texts = Texts.read(
                language, Objects.requireNonNull(getClass().getClassLoader().getResourceAsStream(language.file())));

        String alone = texts.get("status." + status().subject(), status().facts());
        Files.writeString(home.resolve("generations/current"), "4\n");
        String waiting = texts.get("status." + status().subject(), status().facts());

        for (String said : List.of(alone, waiting)) {
            assertFalse(said.contains("–") || said.contains("{") || said.startsWith("status."), said);
        }
        assertNotEquals(alone, waiting);
    }
}
