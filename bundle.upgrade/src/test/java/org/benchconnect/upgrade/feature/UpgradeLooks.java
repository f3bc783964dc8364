package org.benchconnect.upgrade.feature;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.benchconnect.core.feature.FeatureRefusedException;
import org.benchconnect.core.feature.RefusedFor;
import org.benchconnect.core.text.Language;
import org.benchconnect.core.upgrade.UpgradePlan;
import org.benchconnect.upgrade.plan.UpgradePlanner.Look;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.io.TempDir;

/** A PC with a base release and a reader, and a vendor that may have newer ones: what the tests of a look begin with. */
abstract class UpgradeLooks {
    static final String BASE = BaseRelease.NAME;
    static final byte[] CORE =
            module("org.benchconnect.core", "1.0.0", "Export-Package", "org.benchconnect.core.signal");
    static final byte[] CORE_2 =
            module("org.benchconnect.core", "1.0.1", "Export-Package", "org.benchconnect.core.signal");
    static final byte[] CONSOLE =
            module("org.benchconnect.console", "1.0.0", "Import-Package", "org.benchconnect.core.signal");
    static final byte[] READER =
            module("com.example.reader", "1.0.0", "Import-Package", "org.benchconnect.core.signal");
    static final byte[] READER_2 =
            module("com.example.reader", "2.0.0", "Import-Package", "org.benchconnect.core.signal");
    static final FeatureDocument BASE_1 = version(BASE, 1, "1.0.0", CORE, CONSOLE);
    static final FeatureDocument BASE_2 = version(BASE, 2, "1.0.1", CORE_2, CONSOLE);
    static final FeatureDocument READER_1 = version("com.example.reader", 1, "1.0.0", READER);
    static final FeatureDocument READER_1_NEXT = version("com.example.reader", 2, "2.0.0", READER_2);

    Lab lab;

    @BeforeEach
    void lab(@TempDir Path folder) {
        lab = new Lab(folder);
        lab.installed(BASE_1).installed(READER_1).runs(CORE, CONSOLE, READER);
    }

    static byte[] module(String name, String version, String header, String value) {
        return Jars.bundle(name, version).header(header, value).bytes();
    }

    static FeatureDocument version(String name, long counter, String version, byte[]... modules) {
        return version(name, version, terms(counter), modules);
    }

    static ReleaseTerms terms(long counter) {
        return new ReleaseTerms(counter, 0, 100, Set.of(), Set.of(), Map.of(Language.EN, "It works."));
    }

    static FeatureDocument version(String name, String version, ReleaseTerms terms, byte[]... modules) {
        FeatureModule[] described = new FeatureModule[modules.length];
        for (int i = 0; i < modules.length; i++) {
            described[i] = Documents.module(symbolicName(modules[i]), modules[i]);
        }
        return Documents.of(new FeatureId("com.example", name, version), terms, described);
    }

    static String symbolicName(byte[] jar) {
        for (Map.Entry<String, byte[]> known : Map.of(
                        "org.benchconnect.core.1", CORE,
                        "org.benchconnect.core.2", CORE_2,
                        "org.benchconnect.console.1", CONSOLE,
                        "com.example.reader.1", READER,
                        "com.example.reader.2", READER_2)
                .entrySet()) {
            if (known.getValue() == jar) {
                return known.getKey().substring(0, known.getKey().lastIndexOf('.'));
            }
        }
        return "com.example.other";
    }

    Look look() throws FeatureRefusedException {
        lab.repository.publish();
        return look(lab.folder());
    }

    Look look(String from) throws FeatureRefusedException {
        return new FeatureInstaller(lab.pc()).look(Optional.of(from), Language.EN);
    }

    UpgradePlan plan() throws FeatureRefusedException {
        return look().plan().orElseThrow();
    }

    FeatureRefusedException refused(RefusedFor reason) {
        FeatureRefusedException refused = assertThrows(FeatureRefusedException.class, this::look);

        assertEquals(reason, refused.reason(), refused.getMessage());
        return refused;
    }

    static List<String> names(UpgradePlan plan) {
        return plan.features().stream().map(each -> each.feature().name()).toList();
    }
}
