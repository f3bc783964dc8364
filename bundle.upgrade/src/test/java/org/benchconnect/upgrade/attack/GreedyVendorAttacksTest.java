package org.benchconnect.upgrade.attack;

import static org.benchconnect.core.feature.RefusedFor.MODULE;
import static org.benchconnect.core.feature.RefusedFor.RESERVED;
import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.Optional;
import org.benchconnect.upgrade.feature.FeatureDocument;
import org.benchconnect.upgrade.tuf.testing.ReleaseRepositorySimulator;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** A delegated vendor with a wide delegation gets in the way of others' features and settings. */
class GreedyVendorAttacksTest {
    private static final String BASE = "org.benchconnect.base";

    @RegisterExtension
    final AttackLab lab = new AttackLab();

    private final Vendor vendor = lab.vendor;
    private final ReleaseRepositorySimulator repository = vendor.repository;

    private static byte[] release(String name, long counter) {
        return Vendor.feature(name, counter, Vendor.engine(Vendor.ENGINE)).toJson();
    }

    /** It publishes this without code signature, and the PC takes the vendor's own release. */
    private void inVain(String path, byte[] document) {
        repository.delegate("targets", "greedy", "features/*", "modules/*");
        repository.target("greedy", path, document).publish("greedy");
        vendor.publish();

        assertEquals(3, lab.accepts().feature().counter());
    }

    @Test
    void aHigherReleaseOfTheVendorsFeatureWithoutCodeSignature() {
        inVain("features/remote-support-9.0.0.json", release(Vendor.OWN, 9));
    }

    @Test
    void aBrokenReleaseOfTheVendorsFeature() {
        inVain("features/remote-support-9.0.0.json", Vendor.bytes("{}"));
    }

    @Test
    void theSameCounterOfTheVendorsFeature() {
        inVain("features/remote-support-3.0.1.json", release(Vendor.OWN, 3));
    }

    @Test
    void hundredsOfReleasesOfTheVendorsFeature() {
        repository.delegate("targets", "greedy", "features/*");
        for (int i = 4; i < 300; i++) {
            repository.target("greedy", "features/remote-support-" + i + ".0.0.json", Vendor.bytes("{}"));
        }
        repository.publish("greedy");
        vendor.publish();

        assertEquals(3, lab.accepts().feature().counter());
    }

    @Test
    void aReleaseOfOurBaseStopsTheBase() {
        vendor.release("targets", "features/org.benchconnect.base-3.0.0.json", release(BASE, 3));
        lab.pc().feature = Optional.of(BASE);

        inVain("features/org.benchconnect.base-9.0.0.json", release(BASE, 9));
    }

    @Test
    void aFeatureOfOurNameStopsWhoAsksForTheOnlyOne() {
        repository.edit(
                Vendor.OTHER, part -> part.getAsJsonObject("targets").entrySet().removeIf(file -> file.getKey()
                        .startsWith("features/")));
        repository.publish(Vendor.OTHER);
        lab.pc().feature = Optional.empty();

        inVain("features/org.benchconnect.evil-9.0.0.json", Vendor.bytes("{}"));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "org.apache.felix.http",
                "org.apache.felix.fileinstall~evil",
                "org.ops4j.pax.logging",
                "remote-support",
                "com.other",
                "com.other.readers",
                "com.other.Reader"
            })
    void settingsOfSomebodyElse(String pid) {
        settings(pid);

        lab.withoutRecovery().refused(RESERVED, "brings settings for " + pid);
    }

    @ParameterizedTest
    @ValueSource(strings = {"com.other.reader", "com.other.reader~left", "com.other.reader.inner~left"})
    void settingsOfItsOwnAreTaken(String pid) {
        settings(pid);

        assertEquals(Vendor.FOREIGN, lab.accepts().feature().name());
    }

    @Test
    void settingsOfAModuleThatRunsBelowTheName() {
        lab.pc().runs(Bundles.named("com.other.reader.driver"));
        settings("com.other.reader.driver");

        lab.withoutRecovery().refusedOneWay(RESERVED, "belongs to another feature on this PC");
    }

    private void settings(String pid) {
        lab.pc().feature = Optional.of(Vendor.FOREIGN);
        FeatureDocument document = Vendor.READER_DOCUMENT;
        byte[] other = Vendor.bytes(Vendor.Changed.of(
                new String(document.toJson(), java.nio.charset.StandardCharsets.UTF_8),
                "com.other.reader.settings",
                pid));
        vendor.release(Vendor.OTHER, Vendor.READER_PATH, other).publish();
    }

    @Test
    void ourPackageRequiredAsACapability() {
        lab.pc().feature = Optional.of(Vendor.FOREIGN);
        vendor.readerIs(Bundles.named(
                "com.other.reader",
                "Require-Capability: osgi.wiring.package;filter:=\"(osgi.wiring.package=org.benchconnect.x)\""));

        lab.refusedOneWay(RESERVED, "requires osgi.wiring.package");
    }

    @Test
    void ourPackageImportedInQuotes() {
        lab.pc().feature = Optional.of(Vendor.FOREIGN);
        vendor.readerIs(Bundles.named("com.other.reader", "Import-Package: \"org.benchconnect.crypto.device\""));

        lab.refusedOneWay(MODULE, "expected names without quotes");
    }
}
