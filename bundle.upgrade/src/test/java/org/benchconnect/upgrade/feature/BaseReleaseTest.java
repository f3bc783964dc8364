package org.benchconnect.upgrade.feature;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class BaseReleaseTest {
    private static final Path SOURCE = Path.of("../cnf/base-feature.json");
    private static final Path REMOTE_SUPPORT = Path.of("../cnf/remote-support-feature.json");
    private static final String BRIDGE = "org.benchconnect.teamviewerbridge";

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
        Jars.bundle(BRIDGE, "0.1.0").writeTo(release.resolve(BRIDGE + "-0.1.0.jar"));
        Jars.bundle("com.example.lib", "2.0.0").writeTo(release.resolve("lib-jdk18on-2.0.jar"));
    }

    private void make() throws Exception {
        BaseRelease.main(new String[] {
            release.toString(), SOURCE.toString(), REMOTE_SUPPORT + "=" + BRIDGE, "--", "com.example.libs:lib-jdk18on"
        });
    }

    private FeatureDocument document() throws Exception {
        return document("org.benchconnect.base");
    }

    private FeatureDocument document(String name) throws Exception {
        return FeatureDocument.read(Files.readAllBytes(release.resolve(name + ".json")));
    }

    @Test
    void theListComesOutOfTheDocuments() throws Exception {
        make();

        List<String> list = Files.readAllLines(release.resolve("SHA256SUMS"));
        List<String> expected = new ArrayList<>();
        expected.add("# feature org.benchconnect.base 0.1.0 privileges none models any");
        document().inStartOrder().forEach(module -> expected.add(line(module)));
        expected.add("# feature org.benchconnect.remote-support 0.1.0"
                + " privileges control-input,share-clipboard,view-screen models any");
        expected.add(line(document("org.benchconnect.remote-support").modules().get(0)));
        assertEquals(expected, list);
    }

    private static String line(FeatureModule module) {
        return module.sha256() + "  " + ModuleFile.name(module);
    }

    @Test
    void whatAsksForPrivilegesIsNoPartOfTheBase() throws Exception {
        make();

        assertEquals(Set.of(), document().terms().privileges());
        assertFalse(document().modules().stream()
                .anyMatch(module -> module.symbolicName().equals(BRIDGE)));
        assertEquals(1, document("org.benchconnect.remote-support").modules().size());
    }

    @Test
    void theListNamesEachFileWithItsDigest() throws Exception {
        make();

        for (String line : Files.readAllLines(release.resolve("SHA256SUMS"))) {
            if (line.startsWith("#")) {
                continue;
            }
            assertEquals(line.substring(0, 64), ModuleFile.sha256(release.resolve(line.substring(66))));
        }
        try (Stream<Path> jars =
                Files.list(release).filter(file -> file.toString().endsWith(".jar"))) {
            assertEquals(jars.count(), document().modules().size() + 1);
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

        assertThrows(
                MalformedFeatureException.class,
                () -> BaseRelease.document(release, new BaseRelease.Part(source.getBytes(), any -> true), Map.of()));
    }

    @Test
    void aJarThatIsNoModuleStopsTheBuild() throws Exception {
        Files.writeString(release.resolve("x-1.0.jar"), "no jar");

        assertThrows(MalformedModuleException.class, this::make);
    }

    /** What the build of the installation has made, if it was built. */
    @Test
    void listAndDocumentsOfTheBuiltReleaseAreTheSame() throws Exception {
        Path built = Path.of("../cnf/target/benchconnect/release");
        assumeTrue(
                Files.exists(built.resolve("org.benchconnect.remote-support-open.json")),
                "the installation is not built yet");

        List<FeatureDocument> documents = new ArrayList<>();
        for (String name :
                List.of(BaseRelease.NAME, "org.benchconnect.remote-support", "org.benchconnect.remote-support-open")) {
            documents.add(FeatureDocument.read(Files.readAllBytes(built.resolve(name + ".json"))));
        }
        FeatureDocument base = documents.get(0);

        assertEquals(BaseRelease.NAME, base.id().name());
        assertEquals(BaseRelease.list(documents), Files.readString(built.resolve(BaseRelease.LIST)));
        assertTrue(jarsOf(built)
                .containsAll(base.modules().stream().map(ModuleFile::name).toList()));
    }

    private static List<String> jarsOf(Path folder) throws IOException {
        try (Stream<Path> files = Files.list(folder)) {
            return files.map(file -> file.getFileName().toString()).collect(Collectors.toList());
        }
    }
}
