package org.benchconnect.upgrade.feature;

import java.util.Map;
import java.util.Set;
import org.benchconnect.core.feature.Privilege;
import org.benchconnect.core.text.Language;

/** The feature that the tests of the installer release, break and forge: two modules, one privilege. */
final class Sample {
    static final String NAME = "remote-support";
    static final byte[] BRIDGE = Jars.bundle("com.example.bridge", "1.0.0").bytes();
    static final byte[] BRIDGE_2 = Jars.bundle("com.example.bridge", "2.0.0").bytes();
    static final byte[] ENGINE = Jars.bundle("com.example.engine", "1.0.0")
            .entry("e", "x".repeat(5000))
            .bytes();

    static final FeatureModule BRIDGE_MODULE = Documents.module("com.example.bridge", BRIDGE);
    static final FeatureModule BRIDGE_2_MODULE = Documents.module("com.example.bridge", BRIDGE_2);
    static final FeatureModule ENGINE_MODULE = Documents.module("com.example.engine", ENGINE);
    static final FeatureDocument DOCUMENT = asking(3, BRIDGE_MODULE, ENGINE_MODULE);

    private Sample() {}

    private static ReleaseTerms terms(long counter, long floor, int ring, String... models) {
        return new ReleaseTerms(
                counter,
                floor,
                ring,
                Set.of(Privilege.VIEW_SCREEN),
                Set.of(models),
                Map.of(Language.EN, "Somebody may help you.", Language.IT, "Qualcuno può aiutarti."));
    }

    /** A release of these modules, for everybody. */
    static FeatureDocument asking(long counter, FeatureModule... modules) {
        return Documents.of(NAME, terms(counter, 0, 100), modules);
    }

    /** A release on these terms. */
    static FeatureDocument released(long counter, long floor, int ring, String... models) {
        return Documents.of(NAME, terms(counter, floor, ring, models), BRIDGE_MODULE, ENGINE_MODULE);
    }
}
