package org.benchconnect.upgrade.attack;

import static org.benchconnect.core.feature.RefusedFor.MODULE;
import static org.benchconnect.core.feature.RefusedFor.RESERVED;
import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.Optional;
import org.benchconnect.core.feature.RefusedFor;
import org.benchconnect.upgrade.tuf.testing.ReleaseRepositorySimulator;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** A vendor of plug-ins, or who stole its key, packs modules that reach for more than it was given. Its documents are code-signed. */
class DelegatedModuleAttacksTest {
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
}
