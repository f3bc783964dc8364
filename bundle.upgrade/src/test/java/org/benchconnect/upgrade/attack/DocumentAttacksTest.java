package org.benchconnect.upgrade.attack;

import static org.benchconnect.core.feature.RefusedFor.DOCUMENT;
import static org.benchconnect.core.feature.RefusedFor.MISMATCH;
import static org.benchconnect.core.feature.RefusedFor.MODEL;
import static org.benchconnect.core.feature.RefusedFor.MODULE;
import static org.benchconnect.core.feature.RefusedFor.NOT_OFFERED;
import static org.benchconnect.core.feature.RefusedFor.PLATFORM;
import static org.benchconnect.core.feature.RefusedFor.RING;
import static org.benchconnect.core.feature.RefusedFor.TOO_LARGE;

import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/** A document that is wrong in itself, with every signature that there is: the vendor was fooled, or is careless. */
class DocumentAttacksTest {
    @RegisterExtension
    final AttackLab lab = new AttackLab();

    private final Vendor vendor = lab.vendor;

    private void malformed(String old, String other, String... words) {
        vendor.document(old, other);

        lab.refusedOneWay(DOCUMENT, words);
    }

    // ---- What it says

    @Test
    void theDocumentOfAnotherVersion() {
        malformed("support:3.0.0", "support:4.0.0", "is the document of another feature or version");
    }

    @Test
    void theDocumentOfAnotherFeature() {
        malformed("remote-support:", "remote-control:", "is the document of another feature or version");
    }

    @Test
    void theDocumentOfTheBaseRelease() {
        malformed("remote-support:", "org.benchconnect.base:", "is the document of another feature or version");
    }

    @Test
    void aCounterBeyondAllNumbers() {
        malformed("\"counter\": 3", "\"counter\": 9007199254740992", "a counter is 1 to 9007199254740991");
    }

    @Test
    void aCounterOfMoreThan64Bits() {
        malformed("\"counter\": 3", "\"counter\": 18446744073709551619", "a number of more than 64 bits");
    }

    @Test
    void aCounterOfZero() {
        malformed("\"counter\": 3", "\"counter\": 0", "a counter is 1 to");
    }

    @Test
    void aCounterThatIsText() {
        malformed("\"counter\": 3", "\"counter\": \"3\"", "a whole number is expected");
    }

    @Test
    void aFloorAboveTheCounterThatWouldLockThePc() {
        malformed("\"floor\": 0", "\"floor\": 9007199254740991", "a floor is 0 to the counter");
    }

    @Test
    void aNegativeFloor() {
        malformed("\"floor\": 0", "\"floor\": -1", "a floor is 0 to the counter");
    }

    @Test
    void aRingOfMoreThanAll() {
        malformed("\"ring\": 100", "\"ring\": 101", "a ring is 0 to 100");
    }

    @Test
    void aRingThatIsTooLongForAnInteger() {
        malformed("\"ring\": 100", "\"ring\": 4294967396", "a ring is 0 to 100");
    }

    @Test
    void aPrivilegeThatNobodyKnows() {
        malformed("\"view-screen\"", "\"view-screen\", \"run-anything\"", "there is no such privilege");
    }

    @Test
    void aPrivilegeTwice() {
        malformed("\"view-screen\"", "\"view-screen\", \"view-screen\"", "it stands here twice");
    }

    @Test
    void modelsWidenedInLowerCase() {
        malformed("\"NAVIOS_EX\"", "\"navios_ex\"", "models are at most 100 names such as NAVIOS_EX");
    }

    @Test
    void modelsWidenedByAPattern() {
        malformed("\"NAVIOS_EX\"", "\"NAVIOS.*\"", "models are at most 100 names such as NAVIOS_EX");
    }

    @Test
    void aStatementThatTurnsTheTextAround() {
        malformed("Somebody may", "Somebody \u202emay", "characters");
    }

    @Test
    void aStatementThatWritesOnTheTerminal() {
        malformed("Somebody may", "Somebody \\u001b[2Jmay", "characters");
    }

    @Test
    void aStatementThatSaysNothing() {
        malformed("Somebody may help you.", " ", "a text has 1 to");
    }

    @Test
    void anotherStartOrderThanThereIs() {
        malformed("\"start-order\": 10", "\"start-order\": -10", "a start order is 0 to 1000");
    }

    @Test
    void aDigestInUpperCase() {
        String digest = Bundles.sha256(Vendor.ENGINE);
        malformed(digest, digest.toUpperCase(java.util.Locale.ROOT), "a digest is 64 hexadecimal digits");
    }

    @Test
    void aDigestThatIsAPath() {
        malformed(Bundles.sha256(Vendor.ENGINE), "../../../../etc/passwd", "a digest is 64 hexadecimal digits");
    }

    @Test
    void aModuleTwice() {
        malformed(Bundles.sha256(Vendor.ENGINE), Bundles.sha256(Vendor.BRIDGE), "each module's digest once");
    }

    @Test
    void aSymbolicNameTwice() {
        malformed("\"com.example.engine\"", "\"com.example.bridge\"", "each symbolic name once");
    }

    @Test
    void aSymbolicNameThatLooksTheSame() {
        malformed("\"com.example.engine\"", "\"com.ex\u0430mple.engine\"", "a symbolic name is words");
    }

    @Test
    void aNegativeLength() {
        malformed("\"length\": " + Vendor.ENGINE.length, "\"length\": -1", "a module has 1 to 268435456 bytes");
    }

    @Test
    void noModules() {
        vendor.document(text -> text.replaceFirst("(?s)\"bundles\": \\[.*?\\]", "\"bundles\": []"));

        lab.refusedOneWay(DOCUMENT, "a feature has 1 to 500 modules");
    }

    @Test
    void thousandsOfModules() {
        vendor.document(text -> {
            StringBuilder modules = new StringBuilder();
            for (int i = 0; i < 3000; i++) {
                String digest = String.format(java.util.Locale.ROOT, "%064x", i * 7919L);
                modules.append("{\"id\":\"g:m:1\",\"symbolic-name\":\"m")
                        .append(i)
                        .append("\",\"sha256\":\"");
                modules.append(digest).append("\",\"length\":9,\"start-order\":1},");
            }
            return text.replace("\"bundles\": [", "\"bundles\": [" + modules);
        });

        lab.refusedOneWay(DOCUMENT, "a list of at most 500 is expected");
    }

    @Test
    void aConfigurationKeyUnderTwoTypes() {
        malformed("\"minutes\": 5", "\"minutes\": 5, \"minutes:Integer\": 9", "each key once, whatever its type");
    }

    @Test
    void aConfigurationForAPath() {
        malformed("\"com.example.bridge.settings\"", "\"../../etc\"", "configuration");
    }

    // ---- Not for this PC

    @Test
    void aRingOfNobody() {
        vendor.document("\"ring\": 100", "\"ring\": 0");

        lab.refusedOneWay(RING, "is released for 0 of 100 PCs so far, and this PC is number 51");
    }

    @Test
    void aPlatformThatThisPcDoesNotHave() {
        vendor.document("\"ring\": 100", "\"ring\": 100, \"platform\": {\"version\": \"99.0.0\"}");

        lab.refusedOneWay(PLATFORM, "needs an installation of BenchConnect 99.0.0 or newer", "An installer brings it.");
    }

    @Test
    void aPlatformThatIsNoVersion() {
        malformed("\"ring\": 100", "\"ring\": 100, \"platform\": {\"version\": \"; sh\"}", "three numbers");
    }

    @Test
    void anotherInstrument() {
        lab.pc().models = List.of("Navios");

        lab.withoutRecovery().refusedOneWay(MODEL, "is released for NAVIOS_EX; this PC controls Navios");
    }

    @Test
    void anInstrumentThatIsNotKnown() {
        lab.pc().models = List.of();

        lab.withoutRecovery().refusedOneWay(MODEL, "this PC controls no instrument that is known");
    }

    @Test
    void anInstrumentWhoseNameIsAPartOfIt() {
        lab.pc().models = List.of("EX", "NAVIOS_EX_2", "Navios", "");

        lab.withoutRecovery()
                .refusedOneWay(MODEL, "is released for NAVIOS_EX; this PC controls EX, NAVIOS_EX_2, Navios.");
    }

    // ---- Which one

    @Test
    void twoReleasesOfOneCounter() {
        byte[] twin = Vendor.bytes(Vendor.text().replace("support:3.0.0", "support:3.0.1"));
        vendor.release("targets", "features/remote-support-3.0.1.json", twin).publish();

        lab.refusedOneWay(MISMATCH, "Two releases of remote-support have the counter 3");
    }

    @Test
    void aNewerReleaseThatCannotBeReadIsNotPassedOver() {
        vendor.release("targets", "features/remote-support-9.0.0.json", Vendor.bytes("{}"))
                .publish();

        lab.refusedOneWay(DOCUMENT, "is missing");
    }

    @Test
    void hundredsOfReleases() {
        for (int i = 10; i < 150; i++) {
            byte[] one =
                    Vendor.feature(Vendor.OWN, i, Vendor.engine(Vendor.ENGINE)).toJson();
            vendor.repository.target("targets", "features/remote-support-" + i + ".0.0.json", one);
        }
        vendor.publish();

        lab.refusedOneWay(TOO_LARGE, "more than 100 feature documents");
    }

    @Test
    void aFeatureThatLooksTheSame() {
        byte[] document = Vendor.DOCUMENT.toJson();
        vendor.repository
                .edit("targets", part -> part.getAsJsonObject("targets").remove(Vendor.DOCUMENT_PATH))
                .target("targets", "features/rem\u043ete-support-3.0.0.json", document)
                .target("targets", "features//remote-support-3.0.0.json", document)
                .target("targets", "features/./remote-support-3.0.0.json", document)
                .target("targets", "features/remote%2dsupport-3.0.0.json", document);
        vendor.publish();

        lab.refusedOneWay(NOT_OFFERED, "The repository does not offer remote-support");
    }

    @Test
    void oneOfTwoFeaturesWithoutAName() {
        lab.pc().feature = Optional.empty();

        lab.withoutRecovery()
                .refusedOneWay(NOT_OFFERED, "several features, and none was named: plate-reader, remote-support");
    }

    @Test
    void aNameThatIsAPath() {
        lab.pc().feature = Optional.of("../../features/remote-support");

        lab.withoutRecovery().refusedOneWay(NOT_OFFERED, "does not offer");
    }

    @Test
    void modulesOfMoreThanAGigabyte() {
        vendor.document(text -> {
            StringBuilder modules = new StringBuilder();
            for (int i = 0; i < 5; i++) {
                modules.append("{\"id\":\"g:m:1\",\"symbolic-name\":\"m")
                        .append(i)
                        .append("\",\"sha256\":\"");
                modules.append(("" + i).repeat(64)).append("\",\"length\":268435456,\"start-order\":1},");
            }
            return text.replace("\"bundles\": [", "\"bundles\": [" + modules);
        });

        lab.refusedOneWay(TOO_LARGE, "The modules have", "are read");
    }

    @Test
    void aModuleUnderTheNameOfAnother() {
        vendor.document("\"com.example.engine\"", "\"com.example.other\"");

        lab.refusedOneWay(MODULE, "The document names the module com.example.other, but its file is another module");
    }
}
