package org.benchconnect.upgrade.attack;

import static org.benchconnect.core.feature.RefusedFor.METADATA;
import static org.benchconnect.core.feature.RefusedFor.MISMATCH;
import static org.benchconnect.core.feature.RefusedFor.MODULE;
import static org.benchconnect.core.feature.RefusedFor.SIGNATURES;
import static org.benchconnect.core.feature.RefusedFor.SIGNER;
import static org.benchconnect.core.feature.RefusedFor.TOO_LARGE;
import static org.junit.jupiter.api.Assertions.assertEquals;

import com.google.gson.JsonObject;
import org.benchconnect.upgrade.tuf.testing.ReleaseRepositorySimulator;
import org.benchconnect.upgrade.tuf.testing.SimulatedKey;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/** A thief has some of the keys of the repository, or all but those of the root, and signs with them whatever is of use. */
class StolenKeyAttacksTest {
    @RegisterExtension
    final AttackLab lab = new AttackLab();

    private final Vendor vendor = lab.vendor;
    private final ReleaseRepositorySimulator repository = vendor.repository;
    private final SimulatedKey thief = SimulatedKey.ed25519();

    // ---- One of the keys for targets

    private void otherModule() {
        repository.target("targets", "modules/" + Bundles.sha256(Vendor.ENGINE) + ".jar", Bundles.noise(100));
    }

    @Test
    void oneOfTwoKeysForTargets() {
        otherModule();
        repository.signedBy("targets", vendor.targetsKeys.get(0));
        vendor.publish();

        lab.refused(SIGNATURES, "targets metadata has 1 valid signatures of the 2");
    }

    @Test
    void oneOfTwoKeysForTargetsAndOneOfTheThiefs() {
        otherModule();
        repository.signedBy("targets", vendor.targetsKeys.get(0), thief);
        vendor.publish();

        lab.refused(SIGNATURES, "targets metadata has 1 valid signatures of the 2");
    }

    @Test
    void oneKeyForTargetsUnderTheIdOfAnother() {
        otherModule();
        repository.signedBy(
                "targets",
                vendor.targetsKeys.get(0),
                vendor.targetsKeys.get(0).withId(vendor.targetsKeys.get(1).id()));
        vendor.publish();

        lab.refused(SIGNATURES, "targets metadata has 1 valid signatures of the 2");
    }

    @Test
    void targetsSignedByTheKeyForTimestamps() {
        otherModule();
        repository.signedBy("targets", repository.signers("timestamp"));
        vendor.publish();

        lab.refused(SIGNATURES, "targets metadata has 0 valid signatures of the 2");
    }

    // ---- The keys for timestamp and snapshot, which lie on a web server

    @Test
    void theKeyForTimestampsDoesNotSignSnapshots() {
        repository.signedBy("snapshot", repository.signers("timestamp"));
        vendor.publish();

        lab.refused(SIGNATURES, "snapshot metadata has 0 valid signatures");
    }

    @Test
    void theKeyForTimestampsAndAVersionBeyondAllNumbers() {
        repository.version("timestamp", 1L << 53).sign("timestamp").version("timestamp", 9);

        lab.refused(METADATA, "version is not a whole number from 1 to 9007199254740991");
    }

    @Test
    void theKeyForTimestampsAndTheVersionZero() {
        repository.version("timestamp", 0).sign("timestamp");

        lab.refused(METADATA, "version is not a whole number from 1");
    }

    @Test
    void theKeyForTimestampsAndANegativeVersion() {
        repository.version("timestamp", -7).sign("timestamp");

        lab.withoutRecovery().refused(METADATA, "version is not a whole number from 1");
    }

    @Test
    void theKeyForTimestampsAndANumberOfMoreThan64Bits() {
        repository.tamper(
                "timestamp.json", text -> text.replaceFirst("\"version\":[0-9]+", "\"version\":" + "9".repeat(40)));

        lab.refused(METADATA, "a number of more than 64 bits");
    }

    @Test
    void theKeyForTimestampsAndAFractionForAVersion() {
        repository.tamper("timestamp.json", text -> text.replaceFirst("\"version\":[0-9]+", "\"version\":1e9"));

        lab.refused(METADATA, "a number that is not whole");
    }

    @Test
    void theKeyForTimestampsAndATimeThatIsNone() {
        repository
                .edit("timestamp", part -> part.addProperty("expires", "2999-02-30T00:00:00Z"))
                .sign("timestamp");

        lab.refused(METADATA, "expiry 2999-02-30T00:00:00Z is not a time");
    }

    @Test
    void theKeyForTimestampsAndAnotherSpecification() {
        repository
                .edit("timestamp", part -> part.addProperty("spec_version", "2.0.0"))
                .sign("timestamp");

        lab.refused(METADATA, "follows version 2.0.0 of the TUF specification");
    }

    @Test
    void theKeyForTimestampsAndASnapshotWithoutEnd() {
        repository
                .edit("timestamp", part -> meta(part).addProperty("length", (1L << 53) - 1))
                .sign("timestamp");
        repository.serve(repository.version("snapshot") + ".snapshot.json", Bundles.noise(2_100_000));

        lab.refused(TOO_LARGE, ".snapshot.json has more than the 2000000 bytes allowed");
    }

    private static JsonObject meta(JsonObject timestamp) {
        return timestamp.getAsJsonObject("meta").getAsJsonObject("snapshot.json");
    }

    @Test
    void theKeysForSnapshotAndTimestampDoNotSignTargets() {
        otherModule();
        repository.signedBy("targets", thief, thief.withId("twin"));
        vendor.publish();

        lab.refused(SIGNATURES, "targets metadata has 0 valid signatures of the 2");
    }

    @Test
    void theKeysForSnapshotAndTimestampAndNoTargets() {
        repository
                .edit("snapshot", part -> part.getAsJsonObject("meta").remove("targets.json"))
                .publish("snapshot", "timestamp");

        lab.refused(MISMATCH, "targets metadata is missing in the snapshot metadata");
    }

    @Test
    void theKeysForSnapshotAndTimestampAndAVersionThatIsNotServed() {
        byte[] older = repository.file(repository.version("targets") + ".targets.json");
        long next = repository.version("targets") + 1;
        vendor.lists("snapshot", "targets.json", next)
                .publish("snapshot", "timestamp")
                .serve(next + ".targets.json", older);

        lab.refused(MISMATCH, "targets metadata has version " + (next - 1) + " where version " + next);
    }

    @Test
    void aTimestampDrivenToTheLastVersionIsHealedByTheNextRoot() {
        repository.version("timestamp", (1L << 53) - 1).sign("timestamp");
        lab.accepts();
        repository.version("timestamp", 7).keys("timestamp", 1, thief).publish("root", "timestamp");

        assertEquals(Vendor.OWN, lab.accepts().feature().name());
    }

    // ---- All keys of the repository, but not the one for signing code

    @Test
    void everyKeyOfTheRepositoryIsNotEnoughForAnotherModule() {
        byte[] evil = Bundles.named("com.example.engine", "Bundle-Activator: com.example.Evil");
        vendor.documentAfterSigning(Bundles.sha256(Vendor.ENGINE), Bundles.sha256(evil));

        lab.refused(SIGNER, "digest");
    }

    @Test
    void everyKeyOfTheRepositoryAndOtherBytesUnderTheDigestOfAModule() {
        otherModule();
        vendor.publish();

        lab.refused(MISMATCH, "Document and repository name different bytes of the module com.example.engine");
    }

    @Test
    void everyKeyOfTheRepositoryAndOnlyAnotherHashOfAModule() {
        vendor.repository.target(
                "targets", "modules/" + Bundles.sha256(Vendor.ENGINE) + ".jar", Vendor.ENGINE, "sha512");
        vendor.publish();

        lab.refused(MISMATCH, "com.example.engine", "without a SHA-256");
    }

    @Test
    void everyKeyOfTheRepositoryAndNoModule() {
        repository.edit("targets", part -> part.getAsJsonObject("targets")
                .remove("modules/" + Bundles.sha256(Vendor.ENGINE) + ".jar"));
        vendor.publish();

        lab.refused(MODULE, "The repository does not have the module com.example.engine");
    }
}
