package org.benchconnect.upgrade.attack;

import static org.benchconnect.core.feature.RefusedFor.DOCUMENT;
import static org.benchconnect.core.feature.RefusedFor.MISMATCH;
import static org.benchconnect.core.feature.RefusedFor.MODEL;
import static org.benchconnect.core.feature.RefusedFor.NOT_OFFERED;
import static org.benchconnect.core.feature.RefusedFor.PLATFORM;
import static org.benchconnect.core.feature.RefusedFor.RING;
import static org.benchconnect.core.feature.RefusedFor.TOO_LARGE;

import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/** Documents that are right, each in itself, of releases that are not for this PC or not to be told from others. */
class ReleaseChoiceAttacksTest {
    @RegisterExtension
    final AttackLab lab = new AttackLab();

    private final Vendor vendor = lab.vendor;

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
}
