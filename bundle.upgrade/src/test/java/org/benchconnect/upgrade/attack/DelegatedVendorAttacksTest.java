package org.benchconnect.upgrade.attack;

import static org.benchconnect.core.feature.RefusedFor.DOCUMENT;
import static org.benchconnect.core.feature.RefusedFor.MODULE;
import static org.benchconnect.core.feature.RefusedFor.NOT_OFFERED;
import static org.benchconnect.core.feature.RefusedFor.RESERVED;
import static org.benchconnect.core.feature.RefusedFor.SIGNER;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.Optional;
import org.benchconnect.core.feature.RefusedFor;
import org.benchconnect.upgrade.feature.FeatureDocument;
import org.benchconnect.upgrade.tuf.testing.ReleaseRepositorySimulator;
import org.benchconnect.upgrade.tuf.testing.SimulatedKey;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** A vendor of plug-ins, or who stole its key, reaches for more than it was given. Its documents are code-signed. */
class DelegatedVendorAttacksTest {
    @RegisterExtension
    final AttackLab lab = new AttackLab();

    private final Vendor vendor = lab.vendor;
    private final ReleaseRepositorySimulator repository = vendor.repository;

    @BeforeEach
    void asked() {
        lab.pc().feature = Optional.of(Vendor.FOREIGN);
    }

    private void manifest(String line, String... words) {
        manifestOf(RESERVED, line, words);
    }

    private void manifestOf(RefusedFor reason, String line, String... words) {
        vendor.readerIs(Bundles.named("com.other.reader", line));

        lab.refusedOneWay(reason, words);
    }

    @Test
    void whatItWasGivenIsAccepted() {
        assertEquals(Vendor.FOREIGN, lab.accepts().feature().name());
    }

    // ---- Names

    @Test
    void theFeatureOfTheBaseRelease() {
        FeatureDocument base =
                Vendor.feature("org.benchconnect.base", 99, Vendor.module("com.other.reader", Vendor.READER));
        repository.delegate("targets", "greedy", "features/*", "modules/*");
        vendor.release("greedy", "features/org.benchconnect.base-99.0.0.json", base.toJson(), Vendor.READER);
        repository.publish("greedy");
        vendor.publish();
        lab.pc().feature = Optional.of("org.benchconnect.base");

        lab.withoutRecovery()
                .refusedOneWay(RESERVED, "comes from a delegated vendor", "is named org.benchconnect.base");
    }

    @Test
    void aFeatureOfTheVendorOutsideOfItsPaths() {
        vendor.release(
                Vendor.OTHER,
                "features/remote-support-9.0.0.json",
                Vendor.feature(Vendor.OWN, 9, Vendor.module("com.other.reader", Vendor.READER))
                        .toJson());
        repository.edit("targets", part -> part.getAsJsonObject("targets").remove(Vendor.DOCUMENT_PATH));
        vendor.publish();
        lab.pc().feature = Optional.of(Vendor.OWN);

        lab.refusedOneWay(NOT_OFFERED, "The repository does not offer remote-support");
    }

    @Test
    void theSamePathAsTheVendor() {
        repository.delegate("targets", "greedy", "features/*", "modules/*");
        vendor.release("greedy", Vendor.DOCUMENT_PATH, Vendor.bytes("{}"));
        repository.publish("greedy");
        vendor.publish();
        lab.pc().feature = Optional.of(Vendor.OWN);

        assertEquals(3, lab.accepts().feature().counter());
    }

    @Test
    void aModuleOfOurName() {
        byte[] module = Bundles.named("org.benchconnect.console");
        FeatureDocument document = Vendor.feature(Vendor.FOREIGN, 1, Vendor.module("org.benchconnect.console", module));
        vendor.release(Vendor.OTHER, Vendor.READER_PATH, document.toJson(), module)
                .publish();

        lab.refusedOneWay(RESERVED, "has a module named org.benchconnect.console");
    }

    @Test
    void aModuleOfOurNameInOtherCase() {
        byte[] module = Bundles.named("Org.BenchConnect.Console");
        FeatureDocument document = Vendor.feature(Vendor.FOREIGN, 1, Vendor.module("Org.BenchConnect.Console", module));
        vendor.release(Vendor.OTHER, Vendor.READER_PATH, document.toJson(), module)
                .publish();

        lab.refusedOneWay(RESERVED, "has a module named Org.BenchConnect.Console");
    }

    @Test
    void aModuleWhoseManifestSaysAnotherName() {
        byte[] module = Bundles.named("org.benchconnect.console");
        FeatureDocument document = Vendor.feature(Vendor.FOREIGN, 1, Vendor.module("com.other.reader", module));
        vendor.release(Vendor.OTHER, Vendor.READER_PATH, document.toJson(), module)
                .publish();

        lab.refusedOneWay(MODULE, "its file is another module: org.benchconnect.console");
    }

    @Test
    void settingsOfOurs() {
        byte[] document =
                Vendor.bytes(new String(Vendor.READER_DOCUMENT.toJson(), java.nio.charset.StandardCharsets.UTF_8)
                        .replace("com.other.reader.settings", "org.benchconnect.link"));
        vendor.release(Vendor.OTHER, Vendor.READER_PATH, document).publish();

        lab.refusedOneWay(RESERVED, "brings settings for org.benchconnect.link");
    }

    @Test
    void settingsOfOursForAnInstanceOfAFactory() {
        byte[] document =
                Vendor.bytes(new String(Vendor.READER_DOCUMENT.toJson(), java.nio.charset.StandardCharsets.UTF_8)
                        .replace("com.other.reader.settings", "org.benchconnect.instrument.navios~evil"));
        vendor.release(Vendor.OTHER, Vendor.READER_PATH, document).publish();

        lab.refusedOneWay(RESERVED, "brings settings for org.benchconnect.instrument.navios~evil");
    }

    @Test
    void aFeatureThatTheVendorDidNotCodeSign() {
        FeatureDocument document = Vendor.feature(Vendor.FOREIGN, 2, Vendor.module("com.other.reader", Vendor.READER));
        repository.target(Vendor.OTHER, "features/plate-reader-2.0.0.json", document.toJson());
        vendor.publish();

        lab.refusedOneWay(SIGNER, "plate-reader 2.0.0 has no code-signing signature");
    }

    @Test
    void aBrokenDocumentDoesNotStopTheVendorWhenNoneIsNamed() {
        vendor.release(Vendor.OTHER, Vendor.READER_PATH, Vendor.bytes("{")).publish();
        lab.pc().feature = Optional.empty();

        assertEquals(Vendor.OWN, lab.accepts().feature().name());
    }

    @Test
    void aBrokenDocumentThatIsNamedIsRefused() {
        vendor.release(Vendor.OTHER, Vendor.READER_PATH, Vendor.bytes("{")).publish();

        lab.refusedOneWay(DOCUMENT);
    }

    @Test
    void moreDocumentsThanAreLookedAtDoNotStopTheVendorWhenNoneIsNamed() {
        for (int i = 0; i < 120; i++) {
            repository.target(
                    Vendor.OTHER, "features/plate-" + (char) ('a' + i % 26) + "-" + i + ".0.0.json", new byte[9]);
        }
        repository.edit(Vendor.OTHER, part -> part.getAsJsonObject("targets").remove(Vendor.READER_PATH));
        vendor.publish();
        lab.pc().feature = Optional.empty();

        assertEquals(Vendor.OWN, lab.accepts().feature().name());
    }

    @Test
    void manyDocumentsOfNearlyTheGreatestLengthAreReadOneByOne() {
        for (int version = 2; version <= 12; version++) {
            FeatureDocument document =
                    Vendor.feature(Vendor.FOREIGN, version, Vendor.module("com.other.reader", Vendor.READER));
            String text = new String(document.toJson(), java.nio.charset.StandardCharsets.UTF_8);
            byte[] padded = Vendor.bytes(text + " ".repeat(999_902 - text.length()));
            vendor.release(Vendor.OTHER, "features/plate-reader-" + version + ".0.0.json", padded);
        }
        vendor.publish();

        assertEquals(12, lab.accepts().feature().counter());
    }

    // ---- Manifests

    @Test
    void ourPackageExported() {
        manifest("Export-Package: org.benchconnect.core.feature;version=9", "exports org.benchconnect.core.feature");
    }

    @Test
    void ourPackageExportedBehindAnother() {
        manifest(
                "Export-Package: com.other;org.benchconnect.core.feature;version=9",
                "exports org.benchconnect.core.feature");
    }

    @Test
    void ourPackageExportedOnAContinuedLine() {
        manifest(
                "Export-Package: com.other,org.bench\r\n connect.core.feature",
                "exports org.benchconnect.core.feature");
    }

    @Test
    void ourInnerPackageImported() {
        manifest("Import-Package: org.benchconnect.crypto.device", "imports org.benchconnect.crypto.device");
    }

    @Test
    void whateverThereIsImported() {
        manifest("DynamicImport-Package: *", "imports whatever there is");
    }

    @Test
    void ourModuleRequired() {
        manifest("Require-Bundle: org.benchconnect.core", "names org.benchconnect.core in Require-Bundle");
    }

    @Test
    void aFragmentOfOurModule() {
        manifest("Fragment-Host: org.benchconnect.core", "would attach itself to org.benchconnect.core");
    }

    @Test
    void aFragmentOfTheFramework() {
        manifest("Fragment-Host: system.bundle;extension:=framework", "would attach itself to system.bundle");
    }

    @Test
    void ourServiceProvided() {
        manifest(
                "Provide-Capability: osgi.service;objectClass:List<String>=\"a.B,org.benchconnect.core.feature.Features\"",
                "provides the service org.benchconnect.core.feature.Features");
    }

    /** A quote in a name protects the comma behind it for one parser, and not for another. */
    @ParameterizedTest
    @ValueSource(
            strings = {
                "Export-Package: x.y\"a,org.benchconnect.core.link,b\"",
                "Import-Package: x\"a,org.benchconnect.crypto.device,b\"",
                "Require-Bundle: x\"a,org.benchconnect.core,b\"",
                "Provide-Capability: x\"a,org.benchconnect.privilege,b\"",
                "Export-Package: x;version=1\"a,org.benchconnect.core.link,b\"",
            })
    void ourNameBetweenQuotesThatTheFrameworkDoesNotSee(String line) {
        vendor.readerIs(Bundles.named("com.other.reader", line));

        lab.refusedOneWay(MODULE, "expected");
    }

    @Test
    void aFragmentThatNamesAnotherHostForAnotherJava() {
        vendor.readerIs(Bundles.jar(
                Bundles.manifest(
                        "com.other.reader", "Multi-Release: true", "Fragment-Host: org.apache.felix.configadmin"),
                "META-INF/versions/9/OSGI-INF/MANIFEST.MF",
                "Fragment-Host: com.other.reader\r\n"));

        lab.refusedOneWay(MODULE, "a manifest for one version of Java", "Fragment-Host");
    }

    @Test
    void aFragmentOfTwoHosts() {
        manifestOf(
                MODULE, "Fragment-Host: com.other.reader,org.apache.felix.configadmin", "one bundle in Fragment-Host");
    }

    @Test
    void aFragmentOfAnotherFeature() {
        lab.pc().runs(Bundles.named("com.lib"));

        manifest("Fragment-Host: com.lib", "would attach itself to com.lib");
    }

    @Test
    void aPackageThatAnotherModuleExports() {
        lab.pc().runs(Bundles.named("com.lib", "Export-Package: com.lib;version=1"));

        manifest("Export-Package: com.lib;version=99", "exports com.lib");
    }

    @Test
    void theNameOfAModuleThatRuns() {
        lab.pc().runs(Bundles.named("com.other.reader", "X-Of: another feature"));

        lab.withoutRecovery().refusedOneWay(RESERVED, "has a module named com.other.reader");
    }

    @Test
    void classesInOurFolder() {
        vendor.readerIs(
                Bundles.jar(Bundles.manifest("com.other.reader"), "org/benchconnect/core/feature/Features.class", "x"));

        lab.refusedOneWay(RESERVED, "has classes or files in org/benchconnect/core/feature/");
    }

    @Test
    void classesInOurFolderForAnotherJava() {
        vendor.readerIs(Bundles.jar(
                Bundles.manifest("com.other.reader", "Multi-Release: true"),
                "META-INF/versions/17/org/benchconnect/core/A.class",
                "x"));

        lab.refusedOneWay(RESERVED, "has classes or files in META-INF/versions/17/org/benchconnect/core/");
    }

    @Test
    void classesHiddenInAJarWithin() {
        vendor.readerIs(Bundles.jar(
                Bundles.manifest("com.other.reader", "Bundle-ClassPath: .,lib/evil.jar"), "lib/evil.jar", "x"));

        lab.refusedOneWay(RESERVED, "hides classes in lib/evil.jar");
    }

    @Test
    void importsInAManifestForAnotherJava() {
        vendor.readerIs(Bundles.jar(
                Bundles.manifest("com.other.reader", "Multi-Release: true"),
                "META-INF/versions/9/OSGI-INF/MANIFEST.MF",
                "Import-Package: org.benchconnect.crypto.device\r\n"));

        lab.refusedOneWay(RESERVED, "imports org.benchconnect.crypto.device");
    }

    // ---- Contents

    private static byte[] component(String header, String file, String xml) {
        return Bundles.jar(Bundles.manifest("com.other.reader", "Service-Component: " + header), file, xml);
    }

    @Test
    void aComponentThatIsNamedByNoCapability() {
        vendor.readerIs(component(
                "OSGI-INF/a.xml",
                "OSGI-INF/a.xml",
                "<c:component xmlns:c='http://www.osgi.org/xmlns/scr/v1.5.0'><service>"
                        + "<provide interface='org.benchconnect.core.feature.Features'/></service></c:component>"));

        lab.refusedOneWay(RESERVED, "provides the service org.benchconnect.core.feature.Features");
    }

    @Test
    void aComponentInAFileThatAPatternFinds() {
        vendor.readerIs(component("OSGI-INF/*.xml", "OSGI-INF/a.xml", "<component/>"));

        lab.refusedOneWay(RESERVED, "names its components by a pattern, OSGI-INF/*.xml");
    }

    @Test
    void aComponentWhoseServiceStandsInAnEntity() {
        vendor.readerIs(component(
                "OSGI-INF/a.xml",
                "OSGI-INF/a.xml",
                "<!DOCTYPE component [<!ENTITY e 'org.benchconnect.core.feature.Features'>]>"
                        + "<component><service><provide interface='&e;'/></service></component>"));

        lab.refusedOneWay(MODULE, "without a document type");
    }

    @Test
    void aComponentThatGetsOurSettings() {
        vendor.readerIs(component(
                "OSGI-INF/a.xml",
                "OSGI-INF/a.xml",
                "<component name='x' configuration-pid='$ org.benchconnect.link'/>"));

        lab.refusedOneWay(RESERVED, "has a component with the settings of org.benchconnect.link");
    }

    @Test
    void aComponentOfAnAdapterIsAccepted() {
        vendor.readerIs(component(
                "OSGI-INF/a.xml",
                "OSGI-INF/a.xml",
                "<component name='com.other.Reader'><service>"
                        + "<provide interface='org.benchconnect.core.instrument.InstrumentAdapter'/>"
                        + "</service></component>"));

        assertEquals(Vendor.FOREIGN, lab.accepts().feature().name());
    }

    @Test
    void nativeCode() {
        manifest("Bundle-NativeCode: lib/x.so;osname=linux;processor=x86-64", "brings native code");
    }

    @Test
    void aListOfEntriesThatFillsTheMemory() {
        vendor.readerIs(Bundles.commented(Bundles.manifest("com.other.reader"), 70));

        lab.refusedOneWay(MODULE, "a list of at most 50000 entries and 4194304 bytes");
    }

    // ---- Roles

    @Test
    void aStrangersKeyForItsRole() {
        repository.signedBy(Vendor.OTHER, SimulatedKey.ed25519());
        vendor.publish();

        lab.refusedOneWay(NOT_OFFERED, "The repository does not offer plate-reader");
    }

    @Test
    void rolesThatDelegateInACircle() {
        repository.delegate(Vendor.OTHER, "one", "features/plate-*").delegate("one", Vendor.OTHER, "features/plate-*");
        repository.edit(Vendor.OTHER, part -> part.getAsJsonObject("targets").remove(Vendor.READER_PATH));
        repository.publish("one");
        vendor.publish();

        lab.withoutRecovery().refusedOneWay(NOT_OFFERED, "The repository does not offer plate-reader");
    }

    @Test
    void hundredsOfRolesDoNotStopTheVendor() {
        for (int i = 0; i < 100; i++) {
            repository.delegate(Vendor.OTHER, "role" + i, "features/plate-*").publish("role" + i);
        }
        vendor.publish();
        lab.pc().feature = Optional.of(Vendor.OWN);

        assertEquals(Vendor.OWN, lab.accepts().feature().name());
    }

    @ParameterizedTest
    @ValueSource(strings = {"root", "timestamp", "snapshot", "targets", ""})
    void aRoleWithTheNameOfATopLevelOneIsNotHeard(String name) {
        repository.delegate(Vendor.OTHER, "evil", "features/plate-*");
        repository.edit(Vendor.OTHER, part -> part.getAsJsonObject("delegations")
                .getAsJsonArray("roles")
                .get(0)
                .getAsJsonObject()
                .addProperty("name", name));
        vendor.publish();

        lab.pc().feature = Optional.of(Vendor.OWN);
        assertEquals(Vendor.OWN, lab.accepts().feature().name());

        List<String> roles = lab.pc().files().keySet().stream()
                .filter(file -> file.startsWith("home/trust/delegated-"))
                .toList();
        assertTrue(roles.size() <= 1, () -> "more than the vendor's own role is kept: " + roles);
    }
}
