package org.benchconnect.upgrade.feature;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTimeoutPreemptively;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ModuleManifestTest {
    private static final String MANIFEST = "Manifest-Version: 1.0\nBundle-SymbolicName: a.b\nBundle-Version: 1.2.3\n";

    @TempDir
    Path folder;

    private Path jar(Map<String, String> entries) throws IOException {
        Map<String, byte[]> bytes = new LinkedHashMap<>();
        entries.forEach((name, text) -> bytes.put(name, text.getBytes(StandardCharsets.UTF_8)));
        return Files.write(folder.resolve("m.jar"), Jars.zip(bytes));
    }

    private void refused(Path jar) {
        assertThrows(MalformedModuleException.class, () -> ModuleManifest.read(jar));
    }

    @Test
    void nameVersionAndHeadersAreRead() throws Exception {
        Path jar = Jars.bundle("a.b;singleton:=true", "1.2.3.x")
                .header("Export-Package", "p;q;version=\"1,0\";uses:=\"r,s\",t")
                .header("Fragment-Host", "a.host;bundle-version=1")
                .entry("p/C.class", "")
                .writeTo(folder.resolve("m.jar"));

        ModuleManifest manifest = ModuleManifest.read(jar);

        assertEquals("a.b", manifest.symbolicName());
        assertEquals("1.2.3.x", manifest.version());
        assertEquals(Set.of("p", "q", "t"), manifest.names("Export-Package"));
        assertEquals("a.host", manifest.host().orElseThrow());
        assertTrue(manifest.folders().contains("p/"));
    }

    @Test
    void importsOfAManifestForOneVersionOfJavaCountToo() throws Exception {
        Path jar = jar(Map.of(
                "META-INF/MANIFEST.MF", MANIFEST, "META-INF/versions/9/OSGI-INF/MANIFEST.MF", "Import-Package: p\n"));

        assertEquals(Set.of("p"), ModuleManifest.read(jar).names("Import-Package"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"Fragment-Host: a.b\n", "Export-Package: p\n", "Bundle-SymbolicName: c\n", "X-Y: z\n"})
    void anotherHeaderOfAManifestForOneVersionOfJavaIsRefused(String versioned) throws Exception {
        refused(jar(Map.of("META-INF/MANIFEST.MF", MANIFEST, "META-INF/versions/9/OSGI-INF/MANIFEST.MF", versioned)));
    }

    @ParameterizedTest
    @ValueSource(strings = {"a,b", "a;b", "", "a;x=1,b"})
    void aFragmentOfNoOrSeveralHostsIsRefused(String host) throws Exception {
        refused(jar(Map.of("META-INF/MANIFEST.MF", MANIFEST + "Fragment-Host: " + host + "\n")));
    }

    @Test
    void aLineSplitWithinACharacterIsJoined() throws Exception {
        byte[] utf8 = "Bundle-Name: Gerät\n".getBytes(StandardCharsets.UTF_8);
        byte[] split = new byte[utf8.length + 2];
        System.arraycopy(utf8, 0, split, 0, 17);
        split[17] = '\n';
        split[18] = ' ';
        System.arraycopy(utf8, 17, split, 19, utf8.length - 17);

        assertEquals("Gerät", ManifestFile.headers(split).get("bundle-name"));
    }

    @Test
    void aFileThatIsNoJarIsRefused() throws Exception {
        refused(Files.writeString(folder.resolve("m.jar"), "no jar"));
    }

    @Test
    void aJarWithoutManifestIsRefused() throws Exception {
        refused(jar(Map.of("a", "b")));
    }

    @Test
    void aSecondManifestInAnotherSpellingIsRefused() throws Exception {
        refused(jar(Map.of("META-INF/MANIFEST.MF", MANIFEST, "meta-inf/manifest.mf", MANIFEST)));
    }

    @Test
    void aManifestOnlyInAnotherSpellingIsRefused() throws Exception {
        refused(jar(Map.of("META-INF/Manifest.mf", MANIFEST)));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "Bundle-Version: 1.0.0\n",
                "Bundle-SymbolicName: a\nBundle-SymbolicName: b\n",
                "Bundle-SymbolicName: a\nbundle-symbolicname: b\n",
                "Bundle-SymbolicName: a,b\n",
                "Bundle-SymbolicName: a;b\n",
                "Bundle-SymbolicName: a\nBundle-Version: new\n",
                "Bundle-SymbolicName: a\nno header\n",
                "Bundle-SymbolicName: a\rFragment-Host: b\n",
                "Bundle-SymbolicName: a\u0000\n",
                "",
            })
    void aManifestThatCouldBeReadInTwoWaysIsRefused(String manifest) throws Exception {
        refused(jar(Map.of("META-INF/MANIFEST.MF", manifest)));
    }

    @Test
    void aHugeManifestIsRefused() throws Exception {
        refused(jar(Map.of("META-INF/MANIFEST.MF", MANIFEST + "X: " + "x".repeat(ManifestFile.MAX_BYTES))));
    }

    @ParameterizedTest
    @ValueSource(strings = {"a,,b", "a;", ";a", "a=\"b", "\"a\"", "a;\"b\"", "v=1", "a;x=1;x=2", "a;x:=1;x:=2", ","})
    void aHeaderOutsideTheGrammarIsRefused(String header) {
        assertThrows(MalformedModuleException.class, () -> ManifestHeader.clauses(header));
    }

    @Test
    void aHeaderOfVeryManyClausesIsRefusedAtOnce() {
        String header = "a,".repeat(500_000) + "a";

        assertTimeoutPreemptively(
                Duration.ofSeconds(30),
                () -> assertThrows(MalformedModuleException.class, () -> ManifestHeader.clauses(header)));
    }

    @Test
    void quotesProtectSeparators() throws Exception {
        List<ManifestHeader.Clause> clauses =
                ManifestHeader.clauses("osgi.service;objectClass:List<String>=\"a,b\";f:=\"(&(x=1)(y=\\\"2\\\"))\",c");

        assertEquals(2, clauses.size());
        assertEquals("a,b", clauses.get(0).parameters().get("objectClass"));
        assertEquals("(&(x=1)(y=\"2\"))", clauses.get(0).parameters().get("f:"));
    }

    @Test
    void anEmptyHeaderHasNoClauses() throws Exception {
        assertEquals(List.of(), ManifestHeader.clauses("  "));
    }
}
