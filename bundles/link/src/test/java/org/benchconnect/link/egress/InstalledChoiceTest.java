package org.benchconnect.link.egress;

import static org.junit.jupiter.api.Assertions.assertDoesNotThrow;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.benchconnect.core.link.EgressRefusedException;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Whoever can only write the settings cannot choose another profile of the installation. */
class InstalledChoiceTest {
    @TempDir
    Path installation;

    @BeforeEach
    void installAsShipped() throws IOException {
        Path profiles = Files.createDirectories(installation.resolve("profiles"));
        try (var shipped = Files.newDirectoryStream(Path.of("..", "..", "cnf", "profiles"), "*.json")) {
            for (Path each : shipped) {
                Files.copy(each, profiles.resolve(String.valueOf(each.getFileName())));
            }
        }
        write(
                "self-hosted",
                "{\"name\":\"self-hosted\",\"dialect\":\"self-hosted\",\"regions\":{\"site\":{\"hosts\":[\"hub.example.org\"]}}}");
    }

    private void write(String name, String json) throws IOException {
        Files.writeString(installation.resolve("profiles").resolve(name + ".json"), json);
    }

    private ConfiguredEgress egress(String profile, String region) {
        return new ConfiguredEgress(
                new PermittedNow.Chosen(profile, region, new LaboratoryList(), Optional.empty()),
                Optional.of(installation));
    }

    private static void onlyLoopback(ConfiguredEgress egress, EgressProblem problem) {
        assertEquals("EGRESS_LOOPBACK_ONLY", egress.status().subject().toString());
        assertTrue(egress.status().facts().encode().contains("PROBLEM=t" + problem));
        assertThrows(EgressRefusedException.class, () -> egress.requireService("lab.azure-devices.net", 443));
        assertThrows(EgressRefusedException.class, () -> egress.requireService("hub.example.org", 443));
    }

    @ParameterizedTest
    @CsvSource({"'',''", "self-hosted,''", "'',site", "self-hosted,site"})
    void settingsMayOnlyRepeatWhatTheInstallationChose(String profile, String region) {
        ConfiguredEgress egress = egress(profile, region);

        assertDoesNotThrow(() -> egress.requireService("hub.example.org", 443));
        assertEquals("EGRESS_READY", egress.status().subject().toString());
    }

    @ParameterizedTest
    @CsvSource({"azure-iot-hub,international", "azure-iot-hub,''", "self-hosted,international", "'',china", "lab,site"})
    void settingsThatSayAnotherThanTheInstallationChosePermitLoopbackAlone(String profile, String region) {
        onlyLoopback(egress(profile, region), EgressProblem.EGRESS_PROFILE_NOT_CHOSEN);
    }

    @Test
    void administratorMayChooseAProfileWithWildcards() throws IOException {
        write("chosen", "{\"profile\": \"azure-iot-hub\", \"region\": \"international\"}");

        ConfiguredEgress egress = egress("", "");

        assertDoesNotThrow(() -> egress.requireService("lab.azure-devices.net", 443));
        assertThrows(EgressRefusedException.class, () -> egress.requireService("lab.azure-devices.cn", 443));
        onlyLoopback(egress("azure-iot-hub", "china"), EgressProblem.EGRESS_PROFILE_NOT_CHOSEN);
    }

    @Test
    void withoutAChoiceOfTheInstallationNoProfileWithWildcardsCounts() throws IOException {
        Files.delete(installation.resolve("profiles").resolve("chosen.json"));

        onlyLoopback(egress("azure-iot-hub", "international"), EgressProblem.EGRESS_PROFILE_NOT_CHOSEN);
        assertDoesNotThrow(() -> egress("", "").requireService("hub.example.org", 443));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "{}",
                "{\"profile\": \"self-hosted\"}",
                "{\"profile\": \"self-hosted\", \"region\": \"\"}",
                "{\"profile\": \"../self-hosted\", \"region\": \"site\"}",
                "{\"profile\": \"self-hosted\", \"region\": \"site\", \"hosts\": []}",
                "{\"profile\": \"self-hosted\", \"region\": \"site\"} // as it was"
            })
    void choiceThatIsNotRightPermitsLoopbackAlone(String json) throws IOException {
        write("chosen", json);

        onlyLoopback(egress("", ""), EgressProblem.EGRESS_PROFILE_BROKEN);
    }

    @Test
    void choiceThatIsTooLongPermitsLoopbackAlone() throws IOException {
        write("chosen", "{\"profile\": \"self-hosted\", \"region\": \"site\"}" + " ".repeat(1024));

        onlyLoopback(egress("", ""), EgressProblem.EGRESS_PROFILE_BROKEN);
    }

    @Test
    void choiceThatIsALinkPermitsLoopbackAlone() throws IOException {
        Path file = installation.resolve("profiles").resolve("chosen.json");
        Files.move(file, installation.resolve("elsewhere.json"));
        Files.createSymbolicLink(file, installation.resolve("elsewhere.json"));

        onlyLoopback(egress("", ""), EgressProblem.EGRESS_PROFILE_BROKEN);
    }

    @Test
    void choiceIsNoProfile() throws IOException {
        ProfileFolder folder = new ProfileFolder(installation);

        assertEquals(List.of("azure-iot-hub", "self-hosted"), folder.names());
        assertFalse(folder.has("chosen"));
    }

    @Test
    void commandKeyIsThatOfTheChosenProfile() throws Exception {
        assertThrows(ProfileNotInUseException.class, () -> new ProfileFolder(installation)
                .inUse("azure-iot-hub", "international"));
        assertEquals(
                "self-hosted",
                new ProfileFolder(installation).inUse("", "").profile().name());
    }
}
