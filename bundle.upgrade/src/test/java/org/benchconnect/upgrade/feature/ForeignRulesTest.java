package org.benchconnect.upgrade.feature;

import static org.junit.jupiter.api.Assertions.assertDoesNotThrow;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.benchconnect.core.feature.FeatureRefusedException;
import org.benchconnect.core.feature.RefusedFor;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ForeignRulesTest {
    private static final String NAME = "com.example.adapter";

    private final FeatureDocument document = Documents.of("adapter", 1, Documents.module(NAME, "a"));

    private static ModuleManifest manifest(String symbolicName, Map<String, String> more) {
        try {
            Map<String, String> headers = new java.util.TreeMap<>(String.CASE_INSENSITIVE_ORDER);
            headers.putAll(more);
            headers.put("Bundle-SymbolicName", symbolicName);
            return ModuleManifest.of(headers, List.of(), Set.of("com/example/"));
        } catch (MalformedModuleException e) {
            throw new AssertionError(e);
        }
    }

    private void refused(FeatureDocument of, ModuleManifest module, ModuleManifest... others) {
        FeatureRefusedException refused = assertThrows(
                FeatureRefusedException.class, () -> ForeignRules.check(of, List.of(module), List.of(others)));

        assertEquals(RefusedFor.RESERVED, refused.reason());
    }

    @Test
    void anAdapterOfAnInstrumentIsTaken() {
        ModuleManifest adapter = manifest(
                NAME,
                Map.of(
                        "Import-Package",
                        "java.util,org.benchconnect.core.instrument;version=\"[1.0,2)\",org.benchconnect.core.signal",
                        "Provide-Capability",
                        "osgi.service;objectClass:List<String>=\"org.benchconnect.core.instrument.InstrumentAdapter\"",
                        "Export-Package",
                        "com.example.api"));

        assertDoesNotThrow(() -> ForeignRules.check(document, List.of(adapter), List.of()));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "Export-Package | org.benchconnect.core.feature",
                "Export-Package | com.example;version=1,org.benchconnect",
                "Export-Package | com.example;org.benchconnect.x;version=1",
                "Export-Package | ORG.benchconnect.core",
                "Import-Package | org.benchconnect.core.feature;version=\"[1.0,2)\"",
                "Import-Package | org.benchconnect.core.link",
                "Import-Package | org.benchconnect.crypto.device;resolution:=optional",
                "Import-Package | org.benchconnect.launcher.list",
                "DynamicImport-Package | *",
                "DynamicImport-Package | org.benchconnect.*",
                "Require-Bundle | org.benchconnect.core",
                "Require-Bundle | system.bundle",
                "Fragment-Host | org.benchconnect.core",
                "Fragment-Host | system.bundle;extension:=framework",
                "Fragment-Host | org.apache.felix.framework",
                "Provide-Capability | org.benchconnect.privilege;name=all",
                "Provide-Capability | osgi.service;objectClass:List<String>=\"org.benchconnect.core.feature.Features\"",
                "Provide-Capability | osgi.service;objectClass:List<String>=\"com.example.A,org.benchconnect.core.link.Link\"",
                "Provide-Capability | osgi.wiring.package;osgi.wiring.package=org.benchconnect.core",
                "Provide-Capability | osgi.identity;osgi.identity=org.benchconnect.core",
                "Require-Capability | osgi.wiring.package;filter:=\"(osgi.wiring.package=org.benchconnect.x)\"",
                "Require-Capability | osgi.ee;filter:=\"(osgi.ee=JavaSE)\",osgi.wiring.host",
                "Bundle-ClassPath | .,lib/hidden.jar",
            })
    void aHeaderThatTakesWhatIsOursIsRefused(String header, String value) {
        refused(document, manifest(NAME, Map.of(header, value)));
    }

    @Test
    void aModuleNamedAsOursIsRefused() {
        refused(document, manifest("org.benchconnect.console", Map.of()));
    }

    @Test
    void classesInOurPackagesAreRefused() throws Exception {
        for (String folder :
                List.of("org/benchconnect/core/", "META-INF/versions/17/org/benchconnect/core/", "Org/BenchConnect/")) {
            refused(
                    document,
                    ModuleManifest.of(Map.of("Bundle-SymbolicName", NAME), List.of(), Set.of("com/", folder)));
        }
    }

    @Test
    void importsForOneVersionOfJavaCountToo() throws Exception {
        refused(
                document,
                ModuleManifest.of(
                        Map.of("Bundle-SymbolicName", NAME),
                        List.of(Map.of("Import-Package", "org.benchconnect.core.store")),
                        Set.of()));
    }

    @Test
    void namesOfOursInTheDocumentAreRefused() {
        ModuleManifest module = manifest(NAME, Map.of());
        List<FeatureDocument> documents = new ArrayList<>();
        documents.add(Documents.of("org.benchconnect.base", 1, Documents.module(NAME, "a")));
        documents.add(Documents.of("org.benchconnect", 1, Documents.module(NAME, "a")));
        documents.add(Documents.of("adapter", 1, Documents.module("org.benchconnect.core", "a")));
        documents.add(Documents.with(document, Map.of("org.benchconnect.keys", Map.of("protector", "file"))));
        documents.add(Documents.with(document, Map.of("org.benchconnect.link~x", Map.of())));
        documents.add(new FeatureDocument(
                new FeatureId("org.benchconnect", "adapter", "1.0.0"),
                "t",
                "d",
                "v",
                "l",
                document.modules(),
                Map.of(),
                document.terms()));

        documents.forEach(each -> refused(each, module));
    }

    @Test
    void whatOnlyBeginsLikeOursIsSomebodyElses() {
        ModuleManifest module = manifest("org.benchconnectors.x", Map.of("Export-Package", "org.benchconnected"));

        assertDoesNotThrow(() -> ForeignRules.check(document, List.of(module), List.of()));
    }

    @Test
    void thePackageOfAnotherFeatureIsRefused() {
        ModuleManifest gson = manifest("com.google.gson", Map.of("Export-Package", "com.google.gson;version=2.15"));
        ModuleManifest user = manifest("org.benchconnect.console", Map.of("Import-Package", "org.slf4j"));

        refused(document, manifest(NAME, Map.of("Export-Package", "com.google.gson;version=99")), gson);
        refused(document, manifest(NAME, Map.of("Export-Package", "org.slf4j;version=99")), user);
    }

    @Test
    void theNameOfAnotherFeaturesModuleIsRefused() {
        refused(document, manifest("com.google.gson", Map.of()), manifest("com.google.gson", Map.of()));
    }

    @Test
    void aFragmentAttachesToItsOwnFeatureOnly() {
        ModuleManifest host = manifest(NAME, Map.of());
        ModuleManifest inside = manifest(NAME + ".texts", Map.of("Fragment-Host", NAME + ";bundle-version=1"));
        ModuleManifest outside = manifest(NAME + ".other", Map.of("Fragment-Host", "com.google.gson"));

        assertDoesNotThrow(() -> ModuleRules.fragmentsStayInside(List.of(host, inside)));
        FeatureRefusedException refused = assertThrows(
                FeatureRefusedException.class, () -> ModuleRules.fragmentsStayInside(List.of(host, outside)));
        assertEquals(RefusedFor.RESERVED, refused.reason());
    }

    @Test
    void aFragmentWithASecondHostForAnotherJavaStaysOutside() throws Exception {
        ModuleManifest host = manifest(NAME, Map.of());
        for (List<String> hosts : List.of(List.of(NAME, "com.google.gson"), List.of("com.google.gson", NAME))) {
            ModuleManifest fragment = ModuleManifest.of(
                    Map.of("Bundle-SymbolicName", NAME + ".f", "Fragment-Host", hosts.get(0)),
                    List.of(Map.of("Fragment-Host", hosts.get(1))),
                    Set.of());

            assertThrows(FeatureRefusedException.class, () -> ModuleRules.fragmentsStayInside(List.of(host, fragment)));
        }
    }

    @Test
    void aModuleIsTheOneThatTheDocumentNames() {
        FeatureRefusedException refused = assertThrows(
                FeatureRefusedException.class,
                () -> ModuleRules.agree(Documents.module(NAME, "a"), manifest("com.example.other", Map.of())));

        assertEquals(RefusedFor.MODULE, refused.reason());
    }
}
