package org.benchconnect.upgrade.attack;

import static org.benchconnect.core.feature.RefusedFor.MODULE;
import static org.benchconnect.core.feature.RefusedFor.RESERVED;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/** Files in the place of modules, or modules that could be read in two ways, with every signature that there is. */
class ModuleAttacksTest {
    @RegisterExtension
    final AttackLab lab = new AttackLab();

    private void engineIs(byte[] jar, String... words) {
        lab.vendor.engineIs(jar);

        lab.refusedOneWay(MODULE, words);
    }

    @Test
    void aScript() {
        engineIs(Vendor.bytes("#!/bin/sh\nexec evil\n"), "expected a jar, found a file that is none");
    }

    @Test
    void aZipFileWithoutManifest() {
        engineIs(Zips.of(java.util.Map.of("a", new byte[1])), "expected a META-INF/MANIFEST.MF, found none");
    }

    @Test
    void aManifestWithoutName() {
        engineIs(Bundles.jar("Manifest-Version: 1.0\r\n\r\n"), "expected one Bundle-SymbolicName, found none");
    }

    @Test
    void aManifestOfAnotherModule() {
        engineIs(
                Bundles.named("org.benchconnect.console"),
                "names the module com.example.engine, but its file is another module: org.benchconnect.console");
    }

    @Test
    void aManifestOfTwoNames() {
        engineIs(Bundles.named("com.example.engine,org.benchconnect.core"), "expected one Bundle-SymbolicName");
    }

    @Test
    void aNameTwiceInTheManifest() {
        engineIs(
                Bundles.named("com.example.engine", "bundle-symbolicname: org.benchconnect.core"),
                "each header of a manifest once");
    }

    @Test
    void twoManifests() {
        byte[] jar = Bundles.jar(
                Bundles.manifest("com.example.engine"),
                "META-INF/MANIFEST.MX",
                Bundles.manifest("org.benchconnect.core"));

        engineIs(Bundles.replaced(jar, "MANIFEST.MX", "MANIFEST.MF"), "expected each entry of a jar once");
    }

    @Test
    void twoManifestsOfDifferentCase() {
        engineIs(
                Bundles.jar(
                        Bundles.manifest("com.example.engine"),
                        "meta-inf/manifest.mf",
                        Bundles.manifest("org.benchconnect.core")),
                "another spelling of it");
    }

    @Test
    void aManifestWithControlCharacters() {
        engineIs(Bundles.named("com.example.engine", "Bundle-Name: a\0b"), "without control characters");
    }

    @Test
    void aVersionThatIsNone() {
        engineIs(
                Bundles.jar(Bundles.manifest("com.example.engine").replace("1.0.0", "1.0.0\u202e")),
                "Bundle-Version of the form");
    }

    @Test
    void aManifestOfMegabytes() {
        String text = new String(java.util.HexFormat.of().formatHex(Bundles.noise(600_000)));

        engineIs(Bundles.jar(Bundles.manifest("com.example.engine", "X-Long: " + text)), "a manifest of at most 1 MiB");
    }

    @Test
    void anEntryTwice() {
        byte[] jar = Bundles.jar(Bundles.manifest("com.example.engine"), "a/A.class", "x", "a/B.class", "y");

        engineIs(Bundles.replaced(jar, "a/B.class", "a/A.class"), "each entry of a jar once");
    }

    @Test
    void anOpenQuote() {
        engineIs(Bundles.named("com.example.engine;x=\"y"), "quotes");
    }

    @Test
    void aFragmentOfAModuleOfAnotherFeature() {
        lab.vendor.engineIs(Bundles.named("com.example.engine", "Fragment-Host: org.benchconnect.core"));

        lab.refusedOneWay(RESERVED, "com.example.engine would attach itself to org.benchconnect.core");
    }

    @Test
    void aFragmentOfTheFramework() {
        lab.vendor.engineIs(
                Bundles.named("com.example.engine", "Fragment-Host: system.bundle;extension:=bootclasspath"));

        lab.refusedOneWay(RESERVED, "com.example.engine would attach itself to system.bundle");
    }
}
