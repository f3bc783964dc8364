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
