package org.benchconnect.upgrade.attack;

import static org.benchconnect.core.feature.RefusedFor.MISMATCH;

import org.benchconnect.upgrade.tuf.testing.ReleaseRepositorySimulator;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/** Parts of two truths are told as one. */
class MixedAttacksTest {
    @RegisterExtension
    final AttackLab lab = new AttackLab();

    private final Vendor vendor = lab.vendor;
    private final ReleaseRepositorySimulator repository = vendor.repository;

    @Test
    void theTimestampOfTodayWithTheSnapshotOfYesterday() {
        byte[] yesterday = repository.file("snapshot.json");
        vendor.publish();
        repository.serve(repository.version("snapshot") + ".snapshot.json", yesterday);

        lab.refused(MISMATCH, "snapshot metadata has");
    }

    @Test
    void theSnapshotOfTodayWithTheTargetsOfYesterday() {
        byte[] yesterday = repository.file("targets.json");
        repository.target("targets", "notes.txt", new byte[1]);
        vendor.publish();
        repository.serve(repository.version("targets") + ".targets.json", yesterday);

        lab.refused(MISMATCH, "targets metadata has");
    }

    @Test
    void theTargetsOfADelegatedVendorAsTheVendorsOwn() {
        repository.serve(repository.version("targets") + ".targets.json", repository.file("other.json"));

        lab.refused(MISMATCH, "targets metadata has");
    }

    @Test
    void theDocumentOfYesterdayWithTheMetadataOfToday() {
        byte[] yesterday = Vendor.DOCUMENT.toJson();
        vendor.document("What it does.", "What it really does.");
        repository.replaceTarget(Vendor.DOCUMENT_PATH, yesterday);
        repository.replaceTarget("remote-support-3.0.0.json", yesterday);

        lab.refused(MISMATCH, "features/remote-support-3.0.0.json has");
    }
}
