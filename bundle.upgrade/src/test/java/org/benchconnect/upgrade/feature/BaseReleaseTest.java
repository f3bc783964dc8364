package org.benchconnect.upgrade.feature;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class BaseReleaseTest {
    private static final Path SOURCE = Path.of("../cnf/base-feature.json");

    @TempDir
    Path release;

    @BeforeEach
    void modules() {
        Jars.bundle("org.benchconnect.core", "0.1.0")
                .entry("META-INF/maven/org.benchconnect/org.benchconnect.core/pom.properties", "")
                .writeTo(release.resolve("org.benchconnect.core-0.1.0.jar"));
        Jars.bundle("org.benchconnect.settings", "0.1.0")
                .writeTo(release.resolve("org.benchconnect.settings-0.1.0.jar"));
        Jars.bundle("org.benchconnect.console", "0.1.0").writeTo(release.resolve("org.benchconnect.console-0.1.0.jar"));
        Jars.bundle("com.example.lib", "2.0.0").writeTo(release.resolve("lib-jdk18on-2.0.jar"));
    }

    private void make() throws Exception {
        BaseRelease.main(new String[] {release.toString(), SOURCE.toString(), "com.example.libs:lib-jdk18on"});
    }

    private FeatureDocument document() throws Exception {
        return FeatureDocument.read(Files.readAllBytes(release.resolve(BaseRelease.DOCUMENT)));
    }

    @Test
    void theListComesOutOfTheDocument() throws Exception {
        make();

        List<String> list = Files.readAllLines(release.resolve("SHA256SUMS"));
        List<String> expected = document().inStartOrder().stream()
                .map(module -> module.sha256() + "  " + ModuleFile.name(module))
                .toList();
        assertEquals(expected, list);
    }

    @Test
    void theListNamesEachFileWithItsDigest() throws Exception {
        make();

        for (String line : Files.readAllLines(release.resolve("SHA256SUMS"))) {
            assertEquals(line.substring(0, 64), ModuleFile.sha256(release.resolve(line.substring(66))));
        }
        try (Stream<Path> jars =
                Files.list(release).filter(file -> file.toString().endsWith(".jar"))) {
            assertEquals(jars.count(), document().modules().size());
        }
    }

    @Test
    void librariesStartFirstThenCoreThenSettings() throws Exception {
        make();

        assertEquals(
                List.of(
                        "com.example.lib",
                        "org.benchconnect.core",
                        "org.benchconnect.settings",
                        "org.benchconnect.console"),
                document().inStartOrder().stream()
                        .map(FeatureModule::symbolicName)
                        .toList());
    }

    @Test
    void coordinatesComeFromTheJarOrAreTold() throws Exception {
        make();

        assertEquals(
                List.of(
                        "com.example.libs:lib-jdk18on:2.0",
                        "org.benchconnect:org.benchconnect.core:0.1.0",
                        "org.benchconnect:org.benchconnect.settings:0.1.0",
                        "org.benchconnect:org.benchconnect.console:0.1.0"),
                document().modules().stream().map(FeatureModule::id).toList());
    }

    @Test
    void theSameModulesGiveTheSameBytes() throws Exception {
        make();
        byte[] once = Files.readAllBytes(release.resolve(BaseRelease.DOCUMENT));
        make();

        assertEquals(-1, java.util.Arrays.mismatch(once, Files.readAllBytes(release.resolve(BaseRelease.DOCUMENT))));
    }

    @Test
    void aSourceOfAnotherVersionThanTheModulesStopsTheBuild() throws Exception {
        Path other = Files.writeString(
                release.resolve("source"), Files.readString(SOURCE).replace("base:0.1.0", "base:0.2.0"));

        assertThrows(
                MalformedFeatureException.class,
                () -> BaseRelease.main(new String[] {release.toString(), other.toString()}));
    }

    @Test
    void aSourceThatNamesModulesItselfStopsTheBuild() throws Exception {
        String source = Files.readString(SOURCE).replace("\"bundles\": []", "\"bundles\": [{}]");

        assertThrows(MalformedFeatureException.class, () -> BaseRelease.document(release, source.getBytes(), Map.of()));
    }

    @Test
    void aJarThatIsNoModuleStopsTheBuild() throws Exception {
        Files.writeString(release.resolve("x-1.0.jar"), "no jar");

        assertThrows(MalformedModuleException.class, this::make);
    }

    /** What the build of the installation has made, if it was built. */
    @Test
    void listAndDocumentOfTheBuiltReleaseAreTheSame() throws Exception {
        Path built = Path.of("../cnf/target/benchconnect/release");
        assumeTrue(Files.exists(built.resolve(BaseRelease.DOCUMENT)), "the installation is not built yet");

        FeatureDocument document = FeatureDocument.read(Files.readAllBytes(built.resolve(BaseRelease.DOCUMENT)));

        assertEquals(BaseRelease.NAME, document.id().name());
        assertEquals(BaseRelease.list(document), Files.readString(built.resolve(BaseRelease.LIST)));
        assertTrue(jarsOf(built)
                .containsAll(document.modules().stream().map(ModuleFile::name).toList()));
    }

    private static List<String> jarsOf(Path folder) throws IOException {
        try (Stream<Path> files = Files.list(folder)) {
            return files.map(file -> file.getFileName().toString()).collect(Collectors.toList());
        }
    }
}
