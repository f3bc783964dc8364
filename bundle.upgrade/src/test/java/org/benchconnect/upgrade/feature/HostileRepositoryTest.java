package org.benchconnect.upgrade.feature;

import static org.benchconnect.upgrade.feature.Sample.BRIDGE;
import static org.benchconnect.upgrade.feature.Sample.DOCUMENT;
import static org.benchconnect.upgrade.feature.Sample.ENGINE;
import static org.benchconnect.upgrade.feature.Sample.ENGINE_MODULE;
import static org.benchconnect.upgrade.feature.Sample.NAME;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import org.benchconnect.core.feature.FeatureRefusedException;
import org.benchconnect.core.feature.RefusedFor;
import org.benchconnect.upgrade.tuf.testing.SimulatedKey;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Repositories, sources and folders that are not what they should be. */
class HostileRepositoryTest {
    private Lab lab;

    @BeforeEach
    void lab(@TempDir Path folder) {
        lab = new Lab(folder);
    }

    @Test
    void aFrozenRepositoryIsRefused() throws Exception {
        lab.release(DOCUMENT, BRIDGE, ENGINE);
        lab.plan();
        lab.clock = lab.now.plus(Duration.ofDays(31));

        assertEquals(
                RefusedFor.EXPIRED,
                assertThrows(FeatureRefusedException.class, () -> lab.plan(lab.source.toString()))
                        .reason());
    }

    @Test
    void settingTheClockBackDoesNotBringAnOldReleaseBack() throws Exception {
        lab.release(DOCUMENT, BRIDGE, ENGINE);
        lab.plan();
        lab.repository.expires("timestamp", lab.now.minus(Duration.ofHours(1))).publish();
        lab.clock = lab.now.minus(Duration.ofDays(1));
        String source = lab.folder();

        assertEquals(
                RefusedFor.EXPIRED,
                assertThrows(FeatureRefusedException.class, () -> lab.plan(source))
                        .reason());
    }

    @Test
    void aRolledBackRepositoryIsRefused() throws Exception {
        lab.release(DOCUMENT, BRIDGE, ENGINE).repository.publish();
        lab.repository.publish();
        lab.plan(lab.folder());
        lab.repository.version("timestamp", 1).sign("timestamp");
        String source = lab.folder();

        assertEquals(
                RefusedFor.ROLLED_BACK,
                assertThrows(FeatureRefusedException.class, () -> lab.plan(source))
                        .reason());
    }

    @Test
    void oneStolenKeyOfTwoIsNotEnough() throws Exception {
        SimulatedKey one = SimulatedKey.ed25519();
        lab.repository.keys("targets", 2, one, SimulatedKey.ed25519()).publish();
        lab.release(DOCUMENT, BRIDGE, ENGINE);
        lab.repository.signedBy("targets", one);

        lab.refused(RefusedFor.SIGNATURES);
    }

    @Test
    void metadataWithAKeyTwiceIsRefused() throws Exception {
        lab.release(DOCUMENT, BRIDGE, ENGINE).repository.publish();
        lab.repository.tamper(
                "timestamp.json", json -> json.replaceFirst("\"version\":", "\"version\":1,\"version\":"));
        String source = lab.folder();

        assertEquals(
                RefusedFor.METADATA,
                assertThrows(FeatureRefusedException.class, () -> lab.plan(source))
                        .reason());
    }

    @Test
    void anotherVendorsRepositoryIsRefused(@TempDir Path elsewhere) throws Exception {
        Lab other = new Lab(elsewhere);
        other.release(DOCUMENT, BRIDGE, ENGINE).repository.publish();
        String source = other.folder();

        assertEquals(
                RefusedFor.SIGNATURES,
                assertThrows(FeatureRefusedException.class, () -> lab.plan(source))
                        .reason());
    }

    @Test
    void withoutAVendorNothingIsInstallable() throws Exception {
        lab.release(DOCUMENT, BRIDGE, ENGINE).repository.publish();
        String source = lab.folder();
        for (String file : List.of("root.json", "profile.json", "code-signing.pem", "time-stamping.pem")) {
            Files.delete(lab.installation.resolve("vendor").resolve(file));
            assertEquals(
                    RefusedFor.NO_VENDOR,
                    assertThrows(FeatureRefusedException.class, () -> lab.plan(source))
                            .reason());
        }
        Files.delete(lab.installation.resolve("vendor"));

        assertEquals(
                RefusedFor.NO_VENDOR,
                assertThrows(FeatureRefusedException.class, () -> lab.plan(source))
                        .reason());
    }

    @ParameterizedTest
    @CsvSource({
        "https://releases.example/",
        "https://elsewhere.example/",
        "http://releases.example/",
        "relative/folder",
        "/no/such/folder"
    })
    void whatCannotBeAskedIsRefused(String source) {
        assertEquals(
                RefusedFor.SOURCE,
                assertThrows(FeatureRefusedException.class, () -> lab.plan(source))
                        .reason());
    }

    @Test
    void aListOnTheDiskSaysNothingAboutWhatRuns() throws Exception {
        Files.createDirectories(lab.home.resolve("generations/1"));
        Files.writeString(
                lab.home.resolve("generations/1/SHA256SUMS"),
                "# feature " + NAME + " 3.0.0 privileges none models any\n" + ENGINE_MODULE.sha256() + "  modules/"
                        + ENGINE_MODULE.sha256() + ".jar\n");

        assertEquals(List.of(), new FeatureInstaller(lab.pc()).installed());
    }
}
