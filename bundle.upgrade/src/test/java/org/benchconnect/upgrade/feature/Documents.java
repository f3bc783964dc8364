package org.benchconnect.upgrade.feature;

import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.benchconnect.core.feature.Privilege;
import org.benchconnect.core.text.Language;

/** Feature documents in a few words. */
final class Documents {
    private Documents() {}

    static FeatureDocument of(String name, long counter, FeatureModule... modules) {
        return of(
                name, new ReleaseTerms(counter, 0, 100, Set.of(), Set.of(), Map.of(Language.EN, "It works.")), modules);
    }

    static FeatureDocument of(String name, ReleaseTerms terms, FeatureModule... modules) {
        return of(new FeatureId("com.example", name, terms.counter() + ".0.0"), terms, modules);
    }

    static FeatureDocument of(FeatureId id, ReleaseTerms terms, FeatureModule... modules) {
        return new FeatureDocument(
                id,
                "A feature",
                "What it does.",
                "Example Instruments",
                "Apache-2.0",
                List.of(modules),
                Map.of(),
                terms);
    }

    /** The same, but for its terms. */
    static FeatureDocument with(FeatureDocument document, ReleaseTerms terms) {
        return with(document, document.configurations(), terms);
    }

    /** The same, but for its configurations. */
    static FeatureDocument with(FeatureDocument document, Map<String, Map<String, Object>> configurations) {
        return with(document, configurations, document.terms());
    }

    private static FeatureDocument with(
            FeatureDocument document, Map<String, Map<String, Object>> configurations, ReleaseTerms terms) {
        return new FeatureDocument(
                document.id(),
                document.title(),
                document.description(),
                document.vendor(),
                document.license(),
                document.modules(),
                configurations,
                terms);
    }

    /** A module of no bytes in particular. */
    static FeatureModule module(String symbolicName, String digit) {
        return new FeatureModule("com.example:" + symbolicName + ":1.0.0", symbolicName, digit.repeat(64), 100, 10);
    }

    /** The module that these bytes are. */
    static FeatureModule module(String symbolicName, byte[] jar) {
        return new FeatureModule(
                "com.example:" + symbolicName + ":1.0.0",
                symbolicName,
                HexFormat.of().formatHex(ModuleFile.sha256().digest(jar)),
                jar.length,
                10);
    }

    /** Everything a document can have. */
    static FeatureDocument full() {
        FeatureDocument document = of(
                "remote-support",
                new ReleaseTerms(
                        12,
                        7,
                        25,
                        Set.of(Privilege.VIEW_SCREEN, Privilege.CONTROL_INPUT),
                        Set.of("NAVIOS", "NAVIOS_EX"),
                        Map.of(Language.EN, "It helps.", Language.IT, "Aiuta.", Language.ES, "¡Ayuda!\nDe verdad.")),
                module("com.example.bridge", "a"),
                module("com.example.engine", "b"));
        return with(
                document,
                Map.of(
                        "com.example.bridge",
                        Map.of("minutes:Integer", 15L, "quiet", true, "names:String[]", List.of("a", "b")),
                        "com.example.engine~one",
                        Map.of("text", "x < y & \"z\"")));
    }
}
