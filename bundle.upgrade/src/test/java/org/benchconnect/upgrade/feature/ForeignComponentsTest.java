package org.benchconnect.upgrade.feature;

import static org.junit.jupiter.api.Assertions.assertDoesNotThrow;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.Map;
import java.util.Set;
import org.benchconnect.core.feature.FeatureRefusedException;
import org.benchconnect.core.feature.RefusedFor;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ForeignComponentsTest {
    private static final String NAME = "com.example.adapter";
    private static final String HONEST = "<component name='com.example.A'/>";

    private final FeatureDocument document = Documents.of("adapter", 1, Documents.module(NAME, "a"));

    @TempDir
    Path folder;

    private static String provides(String service) {
        return "<component><service><provide interface='" + service + "'/></service></component>";
    }

    private Map<Path, ModuleManifest> modules(Jars... jars) throws Exception {
        Map<Path, ModuleManifest> modules = new HashMap<>();
        for (Jars jar : jars) {
            Path file = jar.writeTo(folder.resolve("m" + modules.size() + ".jar"));
            modules.put(file, ModuleManifest.read(file));
        }
        return modules;
    }

    private void refused(Jars... jars) throws Exception {
        Map<Path, ModuleManifest> modules = modules(jars);

        FeatureRefusedException refused =
                assertThrows(FeatureRefusedException.class, () -> ForeignComponents.check(document, modules));
        assertEquals(RefusedFor.RESERVED, refused.reason());
    }

    private static Jars module(String components, String xml) {
        return Jars.bundle(NAME, "1.0.0")
                .header("Service-Component", components)
                .entry("OSGI-INF/a.xml", xml);
    }

    @Test
    void servicesOfAnAdapterAndOfItsOwnAreTaken() throws Exception {
        Map<Path, ModuleManifest> modules = modules(
                module("OSGI-INF/a.xml", provides("org.benchconnect.core.status.StatusSource")),
                module("OSGI-INF/a.xml,OSGI-INF/none.xml", provides("com.example.Thing")));

        assertDoesNotThrow(() -> ForeignComponents.check(document, modules));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "<component><service><provide interface='org.benchconnect.core.link.Link'/></service></component>",
                "<component><service><provide interface=' org.benchconnect.core.link.Link '/></service></component>",
                "<x:component xmlns:x='a'><x:service><x:provide interface='org.benchconnect.core.link.Link'/></x:service></x:component>",
                "<components><component><provide x:interface='Org.BenchConnect.Link' xmlns:x='a'/></component></components>",
                "<component name='org.benchconnect.link'/>",
                "<component name='a' configuration-pid='b org.benchconnect.keys'/>",
            })
    void whatIsOursIsRefused(String xml) throws Exception {
        refused(module("OSGI-INF/a.xml", xml));
    }

    @Test
    void theFileThatAFragmentBringsToItsHostCounts() throws Exception {
        Jars host = Jars.bundle(NAME, "1.0.0").header("Service-Component", "OSGI-INF/a.xml");
        Jars fragment = Jars.bundle(NAME + ".f", "1.0.0")
                .header("Fragment-Host", NAME)
                .entry("OSGI-INF/a.xml", provides("org.benchconnect.core.link.Link"));

        refused(host, fragment);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"OSGI-INF/*.xml", "OSGI-INF/a.xml;b.xml", "OSGI-INF/a.xml;x=1", "/OSGI-INF/a.xml", "./a.xml"})
    void aNameThatTheRuntimeReadsOtherwiseIsRefused(String header) throws Exception {
        refused(module(header, HONEST));
    }

    @Test
    void nativeCodeIsRefused() throws Exception {
        refused(Jars.bundle(NAME, "1.0.0").header("Bundle-NativeCode", "lib/x.dll;osname=win32"));
    }

    @Test
    void aFileThatIsNoStrictXmlIsRefused() {
        String entity = "<!DOCTYPE c [<!ENTITY e 'org.benchconnect.X'>]><component name='&e;'/>";
        for (String xml : Set.of("", "<component>", entity, " ".repeat(ComponentFile.MAX_BYTES) + HONEST)) {
            assertThrows(
                    MalformedModuleException.class, () -> ComponentFile.read(xml.getBytes(StandardCharsets.UTF_8)));
        }
    }

    @Test
    void aFileInAnotherEncodingIsReadAsItSays() throws Exception {
        byte[] utf16 = provides("org.benchconnect.core.link.Link").getBytes(StandardCharsets.UTF_16);

        assertTrue(ComponentFile.read(utf16).services().contains("org.benchconnect.core.link.Link"));
    }
}
