package org.benchconnect.upgrade.attack;

import static org.benchconnect.core.feature.RefusedFor.MISMATCH;
import static org.benchconnect.core.feature.RefusedFor.OLDER_RELEASE;
import static org.benchconnect.core.feature.RefusedFor.ROLLED_BACK;

import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import org.benchconnect.upgrade.tuf.testing.ReleaseRepositorySimulator;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/** Old truth is told as new, by who has the repository of yesterday or some of the keys. */
class RolledBackAttacksTest {
    @RegisterExtension
    final AttackLab lab = new AttackLab();

    private final Vendor vendor = lab.vendor;
    private final ReleaseRepositorySimulator repository = vendor.repository;

    @Test
    void theWholeRepositoryOfYesterday() {
        Path yesterday = Path.of(lab.carried());
        vendor.publish();
        lab.accepts();

        lab.refused(yesterday, ROLLED_BACK, "timestamp metadata went back to version");
    }

    @Test
    void theTimestampOfYesterday() {
        byte[] yesterday = repository.file("timestamp.json");
        vendor.publish();
        lab.accepts();
        repository.serve("timestamp.json", yesterday);

        lab.refused(ROLLED_BACK, "timestamp metadata went back to version", "is being replayed");
    }

    @Test
    void theSnapshotOfYesterdayByTheKeyForTimestamps() {
        long yesterday = repository.version("snapshot");
        vendor.publish();
        lab.accepts();
        vendor.lists("timestamp", "snapshot.json", yesterday).publish("timestamp");

        lab.refused(ROLLED_BACK, "snapshot metadata went back to version " + yesterday);
    }

    @Test
    void theTargetsOfYesterdayByTheKeysForSnapshotAndTimestamp() {
        long yesterday = repository.version("targets");
        vendor.publish();
        lab.accepts();
        vendor.lists("snapshot", "targets.json", yesterday).publish("snapshot", "timestamp");

        lab.refused(ROLLED_BACK, "targets.json", "went back to version " + yesterday);
    }

    @Test
    void theTargetsOfADelegatedVendorThatDisappear() {
        lab.accepts();
        repository
                .edit("snapshot", part -> part.getAsJsonObject("meta").remove(Vendor.OTHER + ".json"))
                .publish("snapshot", "timestamp");

        lab.refused(MISMATCH, "other.json is missing in the new snapshot metadata");
    }

    @Test
    void aReleaseBelowTheSecurityFloorWithEveryKey() {
        vendor.release("targets", "features/remote-support-5.0.0.json", floor(5))
                .publish();
        lab.accepts();
        repository.edit(
                "targets", part -> part.getAsJsonObject("targets").remove("features/remote-support-5.0.0.json"));
        vendor.publish();

        lab.withoutRecovery().refused(OLDER_RELEASE, "release counter 3", "security floor is 5");
    }

    private byte[] floor(long counter) {
        return Vendor.bytes(Vendor.text()
                .replace("support:3", "support:" + counter)
                .replace("\"counter\": 3", "\"counter\": " + counter)
                .replace("\"floor\": 0", "\"floor\": " + counter));
    }

    @Test
    void aReleaseWithALowerCounterThanWhatRuns() {
        vendor.release(
                "targets",
                "features/remote-support-4.0.0.json",
                Vendor.feature(Vendor.OWN, 4, Vendor.engine(Vendor.ENGINE)).toJson());
        lab.pc()
                .runs(Vendor.ENGINE)
                .write(
                        "installation/release/remote-support.json",
                        new String(
                                Vendor.feature(Vendor.OWN, 4, Vendor.engine(Vendor.ENGINE))
                                        .toJson(),
                                StandardCharsets.UTF_8));
        repository.edit(
                "targets", part -> part.getAsJsonObject("targets").remove("features/remote-support-4.0.0.json"));
        vendor.publish();

        lab.withoutRecovery().refused(OLDER_RELEASE, "release counter 3", "counter 4 runs here");
    }
}
