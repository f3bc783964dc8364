package org.benchconnect.upgrade.feature;

import static org.benchconnect.upgrade.feature.Sample.BRIDGE;
import static org.benchconnect.upgrade.feature.Sample.BRIDGE_MODULE;
import static org.benchconnect.upgrade.feature.Sample.DOCUMENT;
import static org.benchconnect.upgrade.feature.Sample.ENGINE;
import static org.benchconnect.upgrade.feature.Sample.NAME;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.benchconnect.core.feature.FeatureRefusedException;
import org.benchconnect.core.feature.RefusedFor;
import org.benchconnect.core.text.Language;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What a vendor that only has a delegation may not do. */
class DelegatedVendorsTest {
    private Lab lab;

    @BeforeEach
    void lab(@TempDir Path folder) {
        lab = new Lab(folder);
    }

    private void foreign(FeatureDocument foreign, byte[]... modules) {
        lab.repository.delegate("targets", "other", "features/*", "modules/*");
        lab.release("other", foreign, modules);

        lab.refused(RefusedFor.RESERVED);
    }

    private FeatureDocument of(byte[] module, String symbolicName) {
        return Documents.of(NAME, 9, Documents.module(symbolicName, module));
    }

    @Test
    void aDelegatedVendorThatExportsOurPackageIsRefused() {
        byte[] module = Jars.bundle("com.other.m", "1.0.0")
                .header("Export-Package", "org.benchconnect.core.feature;version=9")
                .bytes();

        foreign(of(module, "com.other.m"), module);
    }

    @Test
    void aDelegatedVendorThatNamesOurModuleIsRefused() {
        byte[] module = Jars.bundle("org.benchconnect.console", "9.0.0").bytes();

        foreign(of(module, "org.benchconnect.console"), module);
    }

    @Test
    void aDelegatedVendorWithClassesInOurPackageIsRefused() {
        byte[] module = Jars.bundle("com.other.m", "1.0.0")
                .entry("org/benchconnect/core/feature/Features.class", "")
                .bytes();

        foreign(of(module, "com.other.m"), module);
    }

    @Test
    void aDelegatedVendorThatSetsOurSettingsIsRefused() {
        byte[] module = Jars.bundle("com.other.m", "1.0.0").bytes();

        foreign(
                Documents.with(of(module, "com.other.m"), Map.of("org.benchconnect.link", Map.of("broker", "x"))),
                module);
    }

    @Test
    void aDelegatedVendorThatTakesThePackageOfARunningModuleIsRefused() {
        byte[] library = Jars.bundle("com.lib", "1.0.0")
                .header("Export-Package", "com.lib")
                .bytes();
        lab.runs(library);
        byte[] module = Jars.bundle("com.other.m", "1.0.0")
                .header("Export-Package", "com.lib;version=99")
                .bytes();

        foreign(of(module, "com.other.m"), module);
    }

    @Test
    void aDelegatedVendorCannotReleaseTheBaseFeatureNorRaiseItsFloor() throws Exception {
        FeatureDocument base = Documents.of(
                "org.benchconnect.base",
                new ReleaseTerms(99, 99, 100, Set.of(), Set.of(), Map.of(Language.EN, "x")),
                BRIDGE_MODULE);
        lab.repository.delegate("targets", "other", "features/*", "modules/*");
        lab.release("other", base, BRIDGE).repository.publish();
        String source = lab.folder();

        FeatureRefusedException refused =
                assertThrows(FeatureRefusedException.class, () -> new FeatureInstaller(lab.pc())
                        .plan(source, Optional.of("org.benchconnect.base"), Language.EN));

        assertEquals(RefusedFor.RESERVED, refused.reason());
        assertFalse(Files.exists(lab.home.resolve("trust/security-floors")));
    }

    @Test
    void aDelegatedVendorOutsideItsPathsIsNotHeard() {
        lab.repository.delegate("targets", "other", "features/other-*");
        lab.release("other", DOCUMENT, BRIDGE, ENGINE);

        lab.refused(RefusedFor.NOT_OFFERED);
    }
}
